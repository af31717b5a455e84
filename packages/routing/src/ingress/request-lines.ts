import { isIpAddress } from '@fairlead/kube-objects';
import { addressText, bracketed } from '../service/address-text.ts';

/** [URL-6] Names and addresses that may stand in a line somebody pastes into a shell or a file. */
export const isPlainHost = (text: string): boolean =>
  text.length <= 253 && (/^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/i.test(text) || isIpAddress(text));

/** Quoted for a POSIX shell; nothing inside is read by it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** [URL-5] Any text as the path of a URL: what a URL cannot hold is percent-encoded. */
export function toUrlPath(path: string): string {
  const wellFormed = path.replace(/\p{Surrogate}/gu, '\uFFFD');
  const encoded = encodeURI(wellFormed)
    .replaceAll('#', '%23')
    .replaceAll('?', '%3F')
    .replace(/%25([0-9a-f]{2})/gi, '%$1');
  return encoded.startsWith('/') ? encoded : `/${encoded}`;
}

export interface RequestTarget {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

/** The port is left out where it is the scheme's own. */
export function toUrl({ scheme, host, port, path }: RequestTarget): string {
  const isOwnPort = port === (scheme === 'https' ? 443 : 80);
  return `${scheme}://${isOwnPort ? bracketed(host) : addressText(host, port)}${toUrlPath(path)}`;
}

/** [URL-4] One curl command that asks this address for that host, whatever DNS says. */
export function toCurlLine(target: RequestTarget, address: string | undefined): string {
  const url = quoted(toUrl(target));
  if (address === undefined || address === target.host) return `curl ${url}`;
  const from = `${bracketed(target.host)}:${target.port}`;
  return isIpAddress(address)
    ? `curl --resolve ${quoted(`${from}:${bracketed(address)}`)} ${url}`
    : `curl --connect-to ${quoted(`${from}:${address}:${target.port}`)} ${url}`;
}

/** [URL-4] The line of a hosts file; only an IP address can stand in one. */
export const toHostsLine = (host: string, address: string): string | undefined =>
  isIpAddress(address) && host !== address ? `${address} ${host}` : undefined;
