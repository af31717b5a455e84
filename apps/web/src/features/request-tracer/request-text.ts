import { parseRequestLine, type RequestLine, type RoutingRequest } from '@fairlead/routing';
import type { TraceHeader } from '../../url-state/trace-headers.ts';

/** A request without its method and headers, as one would paste it into a browser. */
export const printUrl = ({ scheme, host, path, query }: RoutingRequest): string =>
  `${scheme}://${host}${path}${query === undefined || query === '' ? '' : `?${query}`}`;

/** As an address of the page has it: method and URL. */
export const printRequest = (request: RoutingRequest): string => `${request.method} ${printUrl(request)}`;

/** The headers that a curl line sets, cookies as the header that carries them. */
export function listHeaders({ headers = {}, cookies = {} }: RoutingRequest): readonly TraceHeader[] {
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return [
    ...Object.entries(headers).map(([name, value]) => ({ name, value })),
    ...(cookie === '' ? [] : [{ name: 'Cookie', value: cookie }]),
  ];
}

const isCookie = ({ name }: TraceHeader): boolean => name.toLowerCase() === 'cookie';

function splitCookies(text: string): readonly (readonly [string, string])[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .flatMap((part) => {
      const equals = part.indexOf('=');
      return equals < 1 ? [] : [[part.slice(0, equals), part.slice(equals + 1)] as const];
    });
}

/** The request with these headers in place of its own. */
export function withHeaders(
  { headers: _headers, cookies: _cookies, ...request }: RoutingRequest,
  given: readonly TraceHeader[],
): RoutingRequest {
  const known = given.filter(({ value }) => value !== '');
  const headers = known.filter((header) => !isCookie(header));
  const cookies = known.filter(isCookie).flatMap(({ value }) => splitCookies(value));
  return {
    ...request,
    ...(headers.length === 0
      ? {}
      : { headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])) }),
    ...(cookies.length === 0 ? {} : { cookies: Object.fromEntries(cookies) }),
  };
}

const namesMethod = /^\s*(?:(?:[$%>#]\s+)?curl(?:\.exe)?\s|[A-Za-z]+\s+\S)/;

/** What is typed, read as a request: a text that names no method gets the chosen one. */
export function readTyped(text: string, method: string): RequestLine {
  const read = parseRequestLine(text);
  return read.kind === 'request' && !namesMethod.test(text)
    ? { kind: 'request', request: { ...read.request, method } }
    : read;
}
