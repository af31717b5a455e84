import type { ControllerAddress, EntryPort } from '../controller/ingress-controller.ts';
import { normalizeRequest, type RoutingRequest } from '../request.ts';
import { isPlainHost, quoted, toCurlLine, toHostsLine, toUrl, type RequestTarget } from './request-lines.ts';

/** One line that sends a request to one address. */
export interface RequestLineAt {
  readonly url: string;
  readonly curl: string;
  /** Absent where the address is a name, or where the URL holds the address itself. */
  readonly hostsLine: string | undefined;
  /** `undefined`: the URL works if DNS does. */
  readonly address: string | undefined;
}

/** A name or value that ends the line would begin a command of its own. */
const isOneLine = (text: string): boolean => !/[\r\n\0]/.test(text);

/** Method, headers and cookies as curl takes them; nothing for a plain GET. */
function optionsOf({ method, headers = {}, cookies = {} }: RoutingRequest): string {
  const sent = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return [
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['-I'] : [`-X ${quoted(method)}`]),
    ...sent.filter(isOneLine).map((header) => `-H ${quoted(header)}`),
    ...(cookie === '' || !isOneLine(cookie) ? [] : [`-b ${quoted(cookie)}`]),
  ]
    .map((option) => ` ${option}`)
    .join('');
}

const ownPort = (scheme: EntryPort['scheme']): number => (scheme === 'https' ? 443 : 80);

/** The port that the request names, else the one that serves its scheme there; `undefined`: none does. */
function portAt(
  { scheme, port }: { readonly scheme: EntryPort['scheme']; readonly port: string | undefined },
  ports: readonly EntryPort[],
): number | undefined {
  if (port !== undefined) return Number(port);
  return ports.length === 0 ? ownPort(scheme) : ports.find((each) => each.scheme === scheme)?.port;
}

function toLine(request: RoutingRequest, target: RequestTarget, address: string | undefined): RequestLineAt {
  const { query } = normalizeRequest(request);
  const asked = query === '' ? '' : `?${query}`;
  const url = `${toUrl(target)}${asked}`;
  const plain = toCurlLine(target, address);
  const quotedUrl = quoted(toUrl(target));
  const curl = `${plain.slice(0, plain.length - quotedUrl.length)}${quoted(url)}`;
  return {
    url,
    curl: curl.replace(/^curl/, () => `curl${optionsOf(request)}`),
    hostsLine: address === undefined ? undefined : toHostsLine(target.host, address),
    address,
  };
}

/**
 * [URL-2] to [URL-6] Lines that send this very request, one for each address that serves its scheme; one that relies on DNS
 * where there is none. A host that is no plain name has no lines.
 */
export function listRequestLines(
  request: RoutingRequest,
  addresses: readonly Pick<ControllerAddress, 'host' | 'ports'>[],
): readonly RequestLineAt[] {
  const { host, path, scheme, port } = normalizeRequest(request);
  if (!isPlainHost(host)) return [];
  const lines = addresses
    .filter((each) => isPlainHost(each.host))
    .flatMap((each) => {
      const at = portAt({ scheme, port }, each.ports);
      return at === undefined ? [] : [toLine(request, { scheme, host, path, port: at }, each.host)];
    });
  const alone: RequestTarget = {
    scheme,
    host,
    path,
    port: port === undefined ? ownPort(scheme) : Number(port),
  };
  return lines.length > 0 ? lines : [toLine(request, alone, undefined)];
}
