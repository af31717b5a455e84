import { isIpAddress } from '@fairlead/kube-objects';
import { requestProblem, type RequestLineProblem } from './request-problem.ts';

/** A URL, taken apart. */
export interface UrlParts {
  readonly kind: 'url';
  readonly scheme: 'http' | 'https';
  /** With its port, where one is written. */
  readonly host: string;
  readonly path: string;
  /** `undefined`: no question mark. */
  readonly query: string | undefined;
}

const schemes: ReadonlyMap<string, UrlParts['scheme']> = new Map([
  ['http', 'http'],
  ['https', 'https'],
  ['ws', 'http'],
  ['wss', 'https'],
]);

/** Letters, digits, dots, hyphens; an underscore is in no Ingress, but clients send it. */
const isHostName = (text: string): boolean =>
  text.length <= 253 &&
  /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\.?$/i.test(text);

function findHostProblem(name: string, position: number): RequestLineProblem | undefined {
  if (name === '') return requestProblem('host-missing', position);
  if (/[^\u0020-\u007e]/.test(name)) return requestProblem('host-not-ascii', position);
  const bracketed = /^\[(.*)\]$/.exec(name)?.[1];
  const isHost =
    bracketed === undefined ? isHostName(name) : bracketed.includes(':') && isIpAddress(bracketed);
  return isHost ? undefined : requestProblem('host-malformed', position);
}

/** Why a Host, with or without port, is none. */
export function findAuthorityProblem(authority: string, position: number): RequestLineProblem | undefined {
  const colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
  const name = colon === -1 ? authority : authority.slice(0, colon);
  const problem = findHostProblem(name, position);
  if (problem !== undefined || colon === -1) return problem;
  const port = authority.slice(colon + 1);
  const isPort = /^[0-9]{0,5}$/.test(port) && Number(port) <= 65_535;
  return isPort ? undefined : requestProblem('port-malformed', position + colon + 1);
}

/** Letters outside of ASCII as clients send them: percent-encoded UTF-8. */
const encodeLetters = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/\P{ASCII}+/gu, encodeURIComponent);

interface SchemeReading {
  readonly scheme: UrlParts['scheme'] | undefined;
  /** What stands before the host. */
  readonly length: number;
}

/** The scheme, where one is written with its slashes; `a.example:80` has none. */
function readScheme(text: string, position: number): SchemeReading | RequestLineProblem {
  const [written, name] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? [];
  if (written === undefined || name === undefined)
    return { scheme: undefined, length: text.startsWith('//') ? 2 : 0 };
  const scheme = schemes.get(name.toLowerCase());
  return scheme === undefined
    ? requestProblem('unsupported-scheme', position)
    : { scheme, length: written.length };
}

/** What stands behind the host, without fragment. */
function readTarget(text: string): Pick<UrlParts, 'path' | 'query'> {
  const [target = ''] = text.split('#', 1);
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  return {
    path: encodeLetters(path === '' ? '/' : path),
    query: mark === -1 ? undefined : encodeLetters(target.slice(mark + 1)),
  };
}

/**
 * Reads a URL as it is typed: the scheme may be missing (http, or https where the port is 443), user names are left out.
 * `position` is where the text stands in what problems count from.
 */
export function parseUrlText(text: string, position: number): UrlParts | RequestLineProblem {
  const space = text.search(/\s/);
  if (space !== -1) return requestProblem('space-in-url', position + space);
  const head = readScheme(text, position);
  if ('kind' in head) return head;
  const rest = text.slice(head.length);
  const [authorityText = ''] = rest.split(/[/?#]/, 1);
  const userEnd = authorityText.lastIndexOf('@') + 1;
  const authority = authorityText.slice(userEnd);
  const problem = findAuthorityProblem(authority, position + head.length + userEnd);
  if (problem !== undefined) return problem;
  return {
    kind: 'url',
    scheme: head.scheme ?? (authority.endsWith(':443') ? 'https' : 'http'),
    host: authority,
    ...readTarget(rest.slice(authorityText.length)),
  };
}
