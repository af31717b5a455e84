/** The host and port of a `Host` header or an origin, taken apart by structure, never by prefix. */
export interface Authority {
  /** Lower case; IPv6 addresses keep their brackets. */
  readonly host: string;
  /** `undefined` when none is written: the scheme's own. */
  readonly port: number | undefined;
}

const hostName = /^(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*$/;
const bracketedAddress = /^\[[0-9a-f:.]{2,45}\]$/;
const authorityShape = /^(\[[^\]]*\]|[^:]*)(?::([0-9]{1,5}))?$/;

/** `undefined` for anything that is not exactly `host` or `host:port`. */
export function parseAuthority(text: string): Authority | undefined {
  const [whole, hostText = '', portText] = authorityShape.exec(text.toLowerCase()) ?? [];
  if (whole === undefined || hostText.length > 253) return undefined;
  if (!hostName.test(hostText) && !bracketedAddress.test(hostText)) return undefined;
  const port = portText === undefined ? undefined : Number(portText);
  if (port !== undefined && (port < 1 || port > 65_535)) return undefined;
  return { host: hostText, port };
}

/** The authority of an `Origin` header; `undefined` for `null`, other schemes and anything with a path. */
export function parseOrigin(text: string): (Authority & { readonly scheme: 'http' | 'https' }) | undefined {
  const [, scheme, rest = ''] = /^(https?):\/\/([^/?#@\\]+)$/.exec(text) ?? [];
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  const authority = parseAuthority(rest);
  return authority && { scheme, ...authority };
}

const loopbackNames: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]']);

/** The two names under which the page may be open on this machine; `localhost` is redirected, other 127.x.y.z are not used. */
export const isLoopbackName = (host: string): boolean => loopbackNames.has(host);
