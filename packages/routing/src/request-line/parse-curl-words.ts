import { isIpAddress } from '@fairlead/kube-objects';
import type { RoutingRequest } from '../request.ts';
import { listCookies } from './list-cookies.ts';
import { findAuthorityProblem, parseUrlText, type UrlParts } from './parse-url-text.ts';
import { readCurlOptions, type CurlArgument } from './read-curl-options.ts';
import { requestProblem, type RequestLineProblem } from './request-problem.ts';
import { resolveDotSegments } from './resolve-dot-segments.ts';
import type { CommandWord } from './split-command-words.ts';

interface SentHeaders {
  readonly kind: 'headers';
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: ReadonlyMap<string, string>;
  readonly host: string | undefined;
}

/** `Name: value` sends it, `Name;` sends it empty, `Name:` takes it away. */
function splitHeader(
  text: string,
): { readonly name: string; readonly value: string | undefined } | undefined {
  const [, name, value = ''] = /^([^:\s]+):(.*)$/s.exec(text) ?? [];
  if (name !== undefined) return { name, value: value.trim() === '' ? undefined : value.trim() };
  const empty = /^([^:;\s]+);$/.exec(text)?.[1];
  return empty === undefined ? undefined : { name: empty, value: '' };
}

class HeaderReader {
  readonly #headers = new Map<string, string>();
  readonly #cookies = new Map<string, string>();
  #host: string | undefined;

  /** What is wrong with an option, if anything. */
  take({ role, value, position }: CurlArgument): RequestLineProblem | undefined {
    if (role === 'user-agent') this.#headers.set('User-Agent', value);
    if (role === 'referer') this.#headers.set('Referer', value);
    if (role === 'cookie') return this.#takeCookie(value, position);
    return role === 'header' ? this.#takeHeader(value, position) : undefined;
  }

  result(): SentHeaders {
    return { kind: 'headers', headers: this.#headers, cookies: this.#cookies, host: this.#host };
  }

  #takeCookie(value: string, position: number): RequestLineProblem | undefined {
    if (!value.includes('=')) return requestProblem('value-from-file', position);
    for (const [name, text] of listCookies(value)) this.#cookies.set(name, text);
    return undefined;
  }

  #takeHeader(text: string, position: number): RequestLineProblem | undefined {
    if (text.startsWith('@')) return requestProblem('value-from-file', position);
    const header = splitHeader(text);
    if (header === undefined) return requestProblem('header-without-colon', position);
    const { name, value } = header;
    if (value === undefined) return undefined;
    if (name.toLowerCase() === 'cookie') return this.#takeCookie(value, position);
    if (name.toLowerCase() !== 'host') {
      this.#headers.set(name, value);
      return undefined;
    }
    this.#host = value;
    return findAuthorityProblem(value, position + text.indexOf(value));
  }
}

function readHeaders(all: readonly CurlArgument[]): SentHeaders | RequestLineProblem {
  const reader = new HeaderReader();
  for (const argument of all) {
    const problem = reader.take(argument);
    if (problem !== undefined) return problem;
  }
  return reader.result();
}

/** `host:port:address[,address]`, where a `+` or `-` may stand before it. */
function isResolve(text: string): boolean {
  const [, addresses] = /^[+-]?(?:\*|\[[^\]]+\]|[^:]+):[0-9]{1,5}:(.+)$/.exec(text) ?? [];
  if (addresses === undefined) return text.startsWith('-') && /:[0-9]{1,5}$/.test(text);
  return addresses.split(',').every((address) => isIpAddress(address.replace(/^\[(.*)\]$/, '$1')));
}

function findOptionProblem(all: readonly CurlArgument[]): RequestLineProblem | undefined {
  for (const { role, value, position } of all) {
    if (role === 'unsupported') return requestProblem('unsupported-option', position);
    if (role === 'resolve' && !isResolve(value)) return requestProblem('resolve-malformed', position);
    if (role === 'method' && !/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(value))
      return requestProblem('method-malformed', position);
  }
  return undefined;
}

function methodOf(all: readonly CurlArgument[]): string {
  const has = (role: CurlArgument['role']): boolean => all.some((each) => each.role === role);
  const chosen = all.findLast(({ role }) => role === 'method')?.value;
  if (chosen !== undefined) return chosen;
  if (has('head')) return 'HEAD';
  if (has('get')) return 'GET';
  if (has('upload')) return 'PUT';
  return has('data') ? 'POST' : 'GET';
}

function findUrl(all: readonly CurlArgument[], end: number): UrlParts | RequestLineProblem {
  const [first, second] = all.filter(({ role }) => role === 'url');
  if (first === undefined) return requestProblem('no-url', end);
  if (second !== undefined) return requestProblem('several-urls', second.position);
  return parseUrlText(first.value, first.position);
}

/** With `-G` the data are sent as a query. */
function queryOf(all: readonly CurlArgument[], { query }: UrlParts): string | undefined {
  const isInQuery = all.some(({ role }) => role === 'get');
  const data = isInQuery ? all.filter(({ role }) => role === 'data').map(({ value }) => value) : [];
  const parts = query === undefined ? data : [query, ...data];
  return parts.length === 0 ? undefined : parts.join('&');
}

/** The request that a curl command sends first; `end` is where its text ends. Dot segments are resolved, as curl does. */
export function parseCurlWords(
  words: readonly CommandWord[],
  end: number,
): { readonly kind: 'request'; readonly request: RoutingRequest } | RequestLineProblem {
  const all = readCurlOptions(words);
  if ('kind' in all) return all;
  const problem = findOptionProblem(all);
  if (problem !== undefined) return problem;
  const url = findUrl(all, end);
  if (url.kind === 'problem') return url;
  const sent = readHeaders(all);
  if (sent.kind === 'problem') return sent;
  const query = queryOf(all, url);
  const isPathAsIs = all.some(({ role }) => role === 'path-as-is');
  return {
    kind: 'request',
    request: {
      method: methodOf(all).toUpperCase(),
      scheme: url.scheme,
      host: sent.host ?? url.host,
      path: isPathAsIs ? url.path : resolveDotSegments(url.path),
      ...(query === undefined ? {} : { query }),
      ...(sent.headers.size === 0 ? {} : { headers: Object.fromEntries(sent.headers) }),
      ...(sent.cookies.size === 0 ? {} : { cookies: Object.fromEntries(sent.cookies) }),
    },
  };
}
