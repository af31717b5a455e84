import { listCookies } from './request-line/list-cookies.ts';

/** A request as a client sends it. `path` starts with a slash; a query may stand in `query` or behind a `?` in `path`. */
export interface RoutingRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** As in the Host header: any case, with or without port and final dot. */
  readonly host: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
}

/** A request with everything that routing compares already taken apart (SPEC TRC-1). */
export interface NormalizedRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** Lower case, without port and final dot. */
  readonly host: string;
  /** As the client wrote it, without port. */
  readonly hostText: string;
  readonly port: string | undefined;
  readonly hasFinalDot: boolean;
  /** Without query and fragment, `/` when empty. */
  readonly path: string;
  /** Without the question mark, empty when there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: ReadonlyMap<string, string>;
}

function splitHost(text: string): { readonly name: string; readonly port: string | undefined } {
  const bracket = text.lastIndexOf(']');
  const colon = text.indexOf(':', bracket + 1);
  return colon === -1
    ? { name: text, port: undefined }
    : { name: text.slice(0, colon), port: text.slice(colon + 1) };
}

const nothing: ReadonlyMap<string, string> = new Map();

const headersOf = (headers: RoutingRequest['headers']): ReadonlyMap<string, string> =>
  headers === undefined
    ? nothing
    : new Map(Object.entries(headers).map(([header, value]) => [header.toLowerCase(), value]));

/** Those of a Cookie header too, which those that are given by name replace. */
function cookiesOf(
  cookies: RoutingRequest['cookies'],
  headers: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const header = headers.get('cookie');
  if (header !== undefined) return new Map([...listCookies(header), ...Object.entries(cookies ?? {})]);
  return cookies === undefined ? nothing : new Map(Object.entries(cookies));
}

function splitPath(text: string): { readonly path: string; readonly query: string } {
  const fragment = text.indexOf('#');
  const withQuery = fragment === -1 ? text : text.slice(0, fragment);
  const mark = withQuery.indexOf('?');
  return mark === -1
    ? { path: withQuery, query: '' }
    : { path: withQuery.slice(0, mark), query: withQuery.slice(mark + 1) };
}

/** [TRC-1] Host in lower case without port and one final dot, path without query and fragment. */
export function normalizeRequest(request: RoutingRequest): NormalizedRequest {
  const { name, port } = splitHost(request.host.trim());
  const hasFinalDot = name.endsWith('.');
  const { path, query } = splitPath(request.path);
  const headers = headersOf(request.headers);
  return {
    method: request.method.toUpperCase(),
    scheme: request.scheme,
    host: (hasFinalDot ? name.slice(0, -1) : name).toLowerCase(),
    hostText: name,
    port: port === '' ? undefined : port,
    hasFinalDot,
    path: path.startsWith('/') ? path : `/${path}`,
    query: request.query === undefined || request.query === '' ? query : request.query.replace(/^\?/, ''),
    headers,
    cookies: cookiesOf(request.cookies, headers),
  };
}
