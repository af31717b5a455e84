/** How curl reads what stands behind an option: a value, or nothing. */
export type CurlOptionRole =
  | 'method'
  | 'header'
  | 'cookie'
  | 'url'
  | 'resolve'
  | 'user-agent'
  | 'referer'
  | 'data'
  | 'upload'
  | 'other-value'
  | 'head'
  | 'get'
  | 'path-as-is'
  | 'unsupported';

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

const dataOptions = 'data data-raw data-binary data-ascii data-urlencode form form-string json';
const otherValueOptions = `
  aws-sigv4 cacert capath cert cert-type ciphers connect-timeout connect-to cookie-jar curves dns-servers doh-url dump-header
  expect100-timeout interface keepalive-time key key-type limit-rate local-port max-filesize max-redirs max-time noproxy
  oauth2-bearer output output-dir pass pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-header proxy-user
  pubkey range rate retry retry-delay retry-max-time socks4 socks5 socks5-hostname speed-limit speed-time stderr time-cond
  tls-max tls13-ciphers trace trace-ascii unix-socket url-query user variable write-out`;

const roles: ReadonlyMap<string, CurlOptionRole> = new Map<string, CurlOptionRole>([
  ['request', 'method'],
  ['header', 'header'],
  ['cookie', 'cookie'],
  ['url', 'url'],
  ['resolve', 'resolve'],
  ['user-agent', 'user-agent'],
  ['referer', 'referer'],
  ['upload-file', 'upload'],
  ['head', 'head'],
  ['get', 'get'],
  ['path-as-is', 'path-as-is'],
  ['config', 'unsupported'],
  ['next', 'unsupported'],
  ['request-target', 'unsupported'],
  ...wordsOf(dataOptions).map((name) => [name, 'data'] as const),
  ...wordsOf(otherValueOptions).map((name) => [name, 'other-value'] as const),
]);

const shortNames: ReadonlyMap<string, string> = new Map([
  ['X', 'request'],
  ['H', 'header'],
  ['b', 'cookie'],
  ['A', 'user-agent'],
  ['e', 'referer'],
  ['T', 'upload-file'],
  ['I', 'head'],
  ['G', 'get'],
  ['K', 'config'],
  [':', 'next'],
  ['d', 'data'],
  ['F', 'form'],
  ['c', 'cookie-jar'],
  ['C', 'range'],
  ['D', 'dump-header'],
  ['E', 'cert'],
  ['m', 'max-time'],
  ['o', 'output'],
  ['r', 'range'],
  ['t', 'range'],
  ['u', 'user'],
  ['U', 'proxy-user'],
  ['w', 'write-out'],
  ['x', 'proxy'],
  ['y', 'speed-time'],
  ['Y', 'speed-limit'],
  ['z', 'time-cond'],
]);

const withoutValue: ReadonlySet<CurlOptionRole> = new Set(['head', 'get', 'path-as-is', 'unsupported']);

/** `undefined`: an option that says nothing about where a request goes and takes no value. */
export const findLongOption = (name: string): CurlOptionRole | undefined => roles.get(name);

export function findShortOption(letter: string): CurlOptionRole | undefined {
  const name = shortNames.get(letter);
  return name === undefined ? undefined : roles.get(name);
}

export const takesValue = (role: CurlOptionRole): boolean => !withoutValue.has(role);
