import { tokenProtocolPrefix, updatesProtocol, type ErrorCode } from '@fairlead/api-contract';
import { isLoopbackName, parseAuthority, parseOrigin, type Authority } from './authority.ts';
import type { RequestFacts } from './request-facts.ts';

/**
 * What a request must show. `token`: the launch token. `page`: nothing, it is the page itself, without data. `code`: a
 * one-time code in its body. `probe`: nothing, it answers with a state only. `socket`: the token as a sub-protocol.
 */
export type GuardLevel = 'token' | 'page' | 'code' | 'probe' | 'socket';

export interface GuardRules {
  /** Host names besides the loopback ones, lower case, without port. */
  readonly allowedHosts: readonly string[];
  /** Compares in constant time. */
  readonly isToken: (text: string) => boolean;
}

export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'refuse'; readonly code: ErrorCode };

const pass: Verdict = { kind: 'pass' };
const refuse = (code: ErrorCode): Verdict => ({ kind: 'refuse', code });
const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Decides on a request from its head alone, before anything of it is read or anything is asked of a cluster. */
export function judgeRequest(facts: RequestFacts, level: GuardLevel, rules: GuardRules): Verdict {
  if (!facts.target.startsWith('/')) return refuse('BAD_REQUEST');
  const host = findOnlyHost(facts);
  if (host === undefined) return refuse('HOST_NOT_ALLOWED');
  if (carriesToken(facts.target, rules)) return refuse('TOKEN_IN_ADDRESS');
  if (isPageUnderLocalhost(host, level, facts)) return redirect(host, facts);
  if (!isLoopbackName(host.host) && !rules.allowedHosts.includes(host.host))
    return refuse('HOST_NOT_ALLOWED');
  if (!isFromOurPage(facts, level, host)) return refuse('ORIGIN_NOT_ALLOWED');
  if (mayHaveBody(facts, level) && !isJson(facts.contentTypes)) return refuse('CONTENT_TYPE_NOT_JSON');
  return level === 'token' || level === 'socket' ? judgeToken(findToken(facts, level), rules) : pass;
}

/** Two Host headers are two opinions on where one is: nobody may choose. */
function findOnlyHost({ hosts: [host, second] }: RequestFacts): Authority | undefined {
  return host === undefined || second !== undefined ? undefined : parseAuthority(host);
}

const isPageUnderLocalhost = ({ host }: Authority, level: GuardLevel, { method }: RequestFacts): boolean =>
  host === 'localhost' && level === 'page' && isReading(method);

const mayHaveBody = ({ method }: RequestFacts, level: GuardLevel): boolean =>
  level !== 'socket' && !isReading(method);

/** Nothing of the sender's reaches the authority of the address: name is fixed, the port is a number. */
function redirect({ port }: Authority, { target }: RequestFacts): Verdict {
  return { kind: 'redirect', location: `http://127.0.0.1${port === undefined ? '' : `:${port}`}${target}` };
}

function isFromOurPage(facts: RequestFacts, level: GuardLevel, host: Authority): boolean {
  const [originText, secondOrigin] = facts.origins;
  if (secondOrigin !== undefined) return false;
  if (originText !== undefined) return isSameOrigin(originText, host) && isSameSiteSaid(facts, level);
  if (level === 'socket') return false;
  if (isReading(facts.method)) return isSameSiteSaid(facts, level);
  // A request that changes something and names no origin comes from a program, not from a browser: those always say.
  return facts.fetchSite === undefined && facts.fetchMode === undefined && facts.fetchDest === undefined;
}

/** Behind a TLS proxy the scheme is https; on loopback Fairlead itself answers, without TLS. */
function isSameOrigin(originText: string, host: Authority): boolean {
  const origin = parseOrigin(originText);
  if (origin === undefined || origin.host !== host.host) return false;
  if (isLoopbackName(host.host)) return origin.scheme === 'http' && (origin.port ?? 80) === (host.port ?? 80);
  const defaultPort = origin.scheme === 'https' ? 443 : 80;
  return (origin.port ?? defaultPort) === (host.port ?? defaultPort);
}

/** Fetch metadata, where the browser sends any (it sends none for WebSockets): a link to the page may come from anywhere. */
function isSameSiteSaid({ fetchSite, fetchMode, fetchDest }: RequestFacts, level: GuardLevel): boolean {
  if (fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none') return true;
  return level === 'page' && fetchMode === 'navigate' && fetchDest === 'document';
}

const isJson = ([contentType, second]: readonly string[]): boolean =>
  contentType !== undefined &&
  second === undefined &&
  /^application\/json(?:; ?charset=utf-8)?$/i.test(contentType);

function findToken(facts: RequestFacts, level: 'token' | 'socket'): string | undefined {
  if (level === 'socket') {
    if (!facts.protocols.includes(updatesProtocol)) return undefined;
    return facts.protocols
      .find((protocol) => protocol.startsWith(tokenProtocolPrefix))
      ?.slice(tokenProtocolPrefix.length);
  }
  const [authorization, second] = facts.authorizations;
  if (authorization === undefined || second !== undefined) return undefined;
  return /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(authorization)?.[1];
}

function judgeToken(token: string | undefined, { isToken }: GuardRules): Verdict {
  if (token === undefined) return refuse('TOKEN_MISSING');
  return isToken(token) ? pass : refuse('TOKEN_WRONG');
}

const tokenNames: ReadonlySet<string> = new Set(['token', 'access_token', 'id_token', 'jwt']);

function carriesToken(target: string, { isToken }: GuardRules): boolean {
  const queryAt = target.indexOf('?');
  if (queryAt === -1) return false;
  return [...new URLSearchParams(target.slice(queryAt + 1))].some(
    ([name, value]) => tokenNames.has(name.toLowerCase()) || isToken(value),
  );
}
