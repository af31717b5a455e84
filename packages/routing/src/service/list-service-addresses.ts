import type { Node, ObjectReader, Service, ServicePort } from '@fairlead/kube-objects';
import { addressText } from './address-text.ts';
import { findServiceEndpoints } from './find-service-endpoints.ts';
import { isHeadless } from './service-form.ts';
import { protocolOf, servicePortId } from './service-port.ts';

/** One way to address a Service port. `reach` says who can use it. */
export interface ServiceAddress {
  readonly kind:
    | 'dns'
    | 'pod-dns'
    | 'cluster-ip'
    | 'node-port'
    | 'load-balancer'
    | 'external-ip'
    | 'external-name';
  readonly reach: 'cluster' | 'outside';
  /** `host:port`, or the host alone where no port is known, as of a named targetPort that no Pod has. */
  readonly text: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly protocol: string;
  readonly portId: string | undefined;
  readonly nodeName: string | undefined;
}

export const defaultClusterDomain = 'cluster.local';

/** [ADR-1] The name a Service has in the cluster's DNS. */
export const dnsNameOf = ({ metadata }: Service, clusterDomain = defaultClusterDomain): string =>
  `${metadata.name}.${metadata.namespace ?? 'default'}.svc.${clusterDomain}`;

type Place = Pick<ServiceAddress, 'kind' | 'host'> & { readonly nodeName?: string };

function toAddress(
  { kind, host, nodeName }: Place,
  port: number | undefined,
  of?: ServicePort,
): ServiceAddress {
  return {
    kind,
    reach: kind === 'node-port' || kind === 'load-balancer' || kind === 'external-ip' ? 'outside' : 'cluster',
    text: port === undefined ? host : addressText(host, port),
    host,
    port,
    protocol: of === undefined ? 'TCP' : protocolOf(of),
    portId: of && servicePortId(of),
    nodeName,
  };
}

/** [ADR-6] Names and ports of a headless Service: the Pods' own ports, for nothing translates them. */
function listHeadlessAddresses(
  reader: ObjectReader,
  service: Service,
  clusterDomain: string,
): readonly ServiceAddress[] {
  const dnsName = dnsNameOf(service, clusterDomain);
  const { ports, slices } = findServiceEndpoints(reader, service);
  const hostnames = slices.flatMap(({ endpoints = [] }) =>
    endpoints.flatMap(({ hostname }) => (hostname === undefined || hostname === '' ? [] : [hostname])),
  );
  const places: readonly Place[] = [
    { kind: 'dns', host: dnsName },
    ...[...new Set(hostnames)]
      .toSorted()
      .map((hostname): Place => ({ kind: 'pod-dns', host: `${hostname}.${dnsName}` })),
  ];
  return places.flatMap((place) =>
    ports.length === 0
      ? [toAddress(place, undefined)]
      : ports.flatMap(({ port, targetNumbers }) =>
          targetNumbers.length === 0
            ? [toAddress(place, undefined, port)]
            : targetNumbers.map((number) => toAddress(place, number, port)),
        ),
  );
}

/** [ADR-7] An ExternalName is an alias in DNS: its ports are not translated, and it may name none. */
function listAliasAddresses(service: Service, clusterDomain: string): readonly ServiceAddress[] {
  const { externalName = '', ports = [] } = service.spec;
  const places: readonly Place[] = [
    { kind: 'dns', host: dnsNameOf(service, clusterDomain) },
    ...(externalName === '' ? [] : [{ kind: 'external-name', host: externalName } as const]),
  ];
  return places.flatMap((place) =>
    ports.length === 0
      ? [toAddress(place, undefined)]
      : ports.map((port) => toAddress(place, port.port, port)),
  );
}

/** [ADR-3] Every address of every Node, its external ones first. */
function listNodePlaces(nodes: readonly Node[]): readonly Place[] {
  return nodes.flatMap(({ metadata, status }) =>
    ['ExternalIP', 'InternalIP'].flatMap((type) =>
      (status?.addresses ?? [])
        .filter((address) => address.type === type)
        .map(({ address }): Place => ({ kind: 'node-port', host: address, nodeName: metadata.name })),
    ),
  );
}

function clusterIpsOf({ spec: { clusterIP, clusterIPs = [] } }: Service): readonly string[] {
  const all = clusterIPs.length > 0 ? clusterIPs : [clusterIP ?? ''];
  return all.filter((address) => address !== '' && address !== 'None');
}

function listPortAddresses(
  reader: ObjectReader,
  service: Service,
  dnsName: string,
): readonly ServiceAddress[] {
  const { ports = [], externalIPs = [], type } = service.spec;
  const balanced = type === 'LoadBalancer' ? (service.status?.loadBalancer?.ingress ?? []) : [];
  const hasNodePorts = type === 'NodePort' || type === 'LoadBalancer';
  const inside: readonly Place[] = [
    { kind: 'dns', host: dnsName },
    ...clusterIpsOf(service).map((host): Place => ({ kind: 'cluster-ip', host })),
  ];
  const outside: readonly Place[] = [
    ...balanced.flatMap(({ hostname, ip }): readonly Place[] => {
      const host = hostname || ip;
      return host === undefined || host === '' ? [] : [{ kind: 'load-balancer', host }];
    }),
    ...externalIPs.map((host): Place => ({ kind: 'external-ip', host })),
  ];
  const nodes = hasNodePorts ? listNodePlaces(reader.list('Node')) : [];
  return ports.flatMap((port) => [
    ...inside.map((place) => toAddress(place, port.port, port)),
    ...(port.nodePort === undefined || port.nodePort === 0
      ? []
      : nodes.map((place) => toAddress(place, port.nodePort, port))),
    ...outside.map((place) => toAddress(place, port.port, port)),
  ]);
}

/**
 * [ADR-1] to [ADR-7] All addresses under which a Service answers by what its object says, per port, from inside to
 * outside. Says nothing about firewalls; without access to Nodes there are no node addresses.
 */
export function listServiceAddresses(
  reader: ObjectReader,
  service: Service,
  clusterDomain = defaultClusterDomain,
): readonly ServiceAddress[] {
  if (service.spec.type === 'ExternalName') return listAliasAddresses(service, clusterDomain);
  if (isHeadless(service)) return listHeadlessAddresses(reader, service, clusterDomain);
  return listPortAddresses(reader, service, dnsNameOf(service, clusterDomain));
}
