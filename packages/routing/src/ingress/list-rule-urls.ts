import type { Ingress, ObjectReader } from '@fairlead/kube-objects';
import { findIngressControllers } from '../controller/find-ingress-controllers.ts';
import type { ControllerAddress, EntryPort } from '../controller/ingress-controller.ts';
import { isTlsHost, isWildcardHost } from './ingress-host.ts';
import { isPlainHost, toCurlLine, toHostsLine, toUrl, type RequestTarget } from './request-lines.ts';
import { findIngressClass } from './resolve-ingress-class.ts';

/** One address at which a rule may be tried. */
export interface RuleUrl {
  readonly url: string;
  readonly curl: string;
  /** Absent where the address is a name, or where the URL holds the address itself. */
  readonly hostsLine: string | undefined;
  /** `undefined`: nobody knows where the controller is; the URL works if DNS does. */
  readonly address: string | undefined;
  readonly source: ControllerAddress['kind'] | 'ingress-status' | 'unknown';
  readonly controllerId: string | undefined;
  /** The host is a pattern: `anything` stands for the part that the reader chooses. */
  readonly hasPlaceholder: boolean;
}

/** Which request: the host and path of a rule, as its object has them. */
export interface RulePlace {
  readonly host: string;
  readonly path: string;
}

interface Candidate {
  readonly address: string;
  readonly ports: readonly EntryPort[];
  readonly source: RuleUrl['source'];
  readonly controllerId: string | undefined;
}

function listControllerCandidates(reader: ObjectReader, ingress: Ingress): readonly Candidate[] {
  const resolution = findIngressClass(reader, ingress);
  if (resolution.kind !== 'resolved') return [];
  return findIngressControllers(reader)
    .filter(({ classNames }) => classNames.includes(resolution.name))
    .flatMap(({ id, addresses }) =>
      addresses.map(({ host, kind, ports }) => ({ address: host, ports, source: kind, controllerId: id })),
    );
}

const listStatusCandidates = (ingress: Ingress): readonly Candidate[] =>
  (ingress.status?.loadBalancer?.ingress ?? []).flatMap(({ hostname, ip }) => {
    const address = hostname || ip;
    return address === undefined || address === ''
      ? []
      : [{ address, ports: [], source: 'ingress-status' as const, controllerId: undefined }];
  });

/** [URL-1] Controllers' addresses, then what the status of the Ingress says, each address once. */
function listCandidates(reader: ObjectReader, ingress: Ingress): readonly Candidate[] {
  const all = [...listControllerCandidates(reader, ingress), ...listStatusCandidates(ingress)].filter(
    ({ address }) => isPlainHost(address),
  );
  return all.filter(({ address }, index) => all.findIndex((other) => other.address === address) === index);
}

/** [URL-2] The port that serves the scheme there; without any known ports the scheme's own. */
function portFor(scheme: EntryPort['scheme'], ports: readonly EntryPort[]): number | undefined {
  if (ports.length === 0) return scheme === 'https' ? 443 : 80;
  return ports.find((port) => port.scheme === scheme)?.port;
}

/**
 * [URL-1] to [URL-6] Where to try a rule of an Ingress: one entry per address at which its controller may listen, best
 * first. The scheme is https where the Ingress asks for TLS on the host. A host that is no plain name has no URL.
 */
export function listRuleUrls(
  reader: ObjectReader,
  ingress: Ingress,
  { host, path }: RulePlace,
): readonly RuleUrl[] {
  const hasPlaceholder = isWildcardHost(host);
  const name = hasPlaceholder ? `anything${host.slice(1)}` : host;
  if (name !== '' && !isPlainHost(name)) return [];
  const scheme = isTlsHost(ingress, host) ? 'https' : 'http';
  const candidates = listCandidates(reader, ingress);
  const urls = candidates.flatMap(({ address, ports, source, controllerId }): readonly RuleUrl[] => {
    const port = portFor(scheme, ports);
    if (port === undefined) return [];
    const target: RequestTarget = { scheme, host: name === '' ? address : name, port, path };
    return [
      {
        url: toUrl(target),
        curl: toCurlLine(target, address),
        hostsLine: toHostsLine(target.host, address),
        address,
        source,
        controllerId,
        hasPlaceholder,
      },
    ];
  });
  return urls.length > 0 || name === ''
    ? urls
    : [withoutAddress({ scheme, host: name, path }, hasPlaceholder)];
}

/** [URL-3] Nobody knows where the controller is. */
function withoutAddress(request: Omit<RequestTarget, 'port'>, hasPlaceholder: boolean): RuleUrl {
  const target = { ...request, port: request.scheme === 'https' ? 443 : 80 };
  return {
    url: toUrl(target),
    curl: toCurlLine(target, undefined),
    hostsLine: undefined,
    address: undefined,
    source: 'unknown',
    controllerId: undefined,
    hasPlaceholder,
  };
}
