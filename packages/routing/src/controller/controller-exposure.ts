import type { Node, ObjectReader, Pod, PodSpec, Service, ServicePort } from '@fairlead/kube-objects';
import { isPodReady } from '../service/pod-state.ts';
import { schemeOfPort } from './entry-port.ts';
import type { ControllerAddress, EntryPort, WayIn } from './ingress-controller.ts';

/** A way in with what a client needs to use it. */
export interface Exposure {
  readonly way: WayIn;
  readonly ports: readonly EntryPort[];
  readonly addresses: readonly ControllerAddress[];
}

/** The controller's Pods and the Services that lead to them, as far as its ways in are concerned. */
export interface ControllerParts {
  readonly podSpec: PodSpec;
  readonly pods: readonly Pod[];
  readonly services: readonly Service[];
}

const schemeOfServicePort = ({ port, targetPort, ...others }: ServicePort): EntryPort['scheme'] | undefined =>
  schemeOfPort({ ...others, number: port, ...(targetPort === undefined ? {} : { target: targetPort }) });

/** [CTL-4] A Service of a controller that takes requests for Ingresses. */
export const isEntryService = ({ spec }: Service): boolean =>
  spec.type !== 'ExternalName' && (spec.ports ?? []).some((port) => schemeOfServicePort(port) !== undefined);

function listEntryPorts(
  service: Service,
  portOf: (port: ServicePort) => number | undefined,
): readonly EntryPort[] {
  return (service.spec.ports ?? []).flatMap((servicePort) => {
    const scheme = schemeOfServicePort(servicePort);
    const port = portOf(servicePort);
    return scheme === undefined || port === undefined || port === 0 ? [] : [{ scheme, port }];
  });
}

const listServicePorts = (service: Service): readonly EntryPort[] =>
  listEntryPorts(service, ({ port }) => port);
const listNodePorts = (service: Service): readonly EntryPort[] =>
  listEntryPorts(service, ({ nodePort }) => nodePort);

const isReadyNode = ({ status }: Node): boolean =>
  (status?.conditions ?? []).every(({ type, status: state }) => type !== 'Ready' || state === 'True');

const nodeKinds = { ExternalIP: 'node-external', InternalIP: 'node-internal' } as const;

function listNodeAddresses(
  nodes: readonly Node[],
  ports: readonly EntryPort[],
): readonly ControllerAddress[] {
  return (['ExternalIP', 'InternalIP'] as const).flatMap((wanted) =>
    nodes.flatMap(({ metadata, status }) =>
      (status?.addresses ?? [])
        .filter(({ type }) => type === wanted)
        .map(({ address }) => ({ kind: nodeKinds[wanted], host: address, nodeName: metadata.name, ports })),
    ),
  );
}

/** [CTL-6] Nodes with a ready Pod of the controller, or, where Nodes cannot be read, the addresses the Pods name. */
function listPodNodeAddresses(
  reader: ObjectReader,
  pods: readonly Pod[],
  ports: readonly EntryPort[],
): readonly ControllerAddress[] {
  const ready = pods.filter(isPodReady);
  const names = new Set(ready.map(({ spec }) => spec.nodeName));
  const nodes = reader.list('Node').filter(({ metadata }) => names.has(metadata.name));
  if (nodes.length > 0) return listNodeAddresses(nodes, ports);
  const hosts = new Map(
    ready.flatMap(({ spec, status }) => (status?.hostIP ? [[status.hostIP, spec.nodeName]] : [])),
  );
  return [...hosts].map(([host, nodeName]) => ({ kind: 'node-internal', host, nodeName, ports }));
}

function findHostExposure(reader: ObjectReader, { podSpec, pods }: ControllerParts): Exposure | undefined {
  const isHostNetwork = podSpec.hostNetwork === true;
  const ports = (podSpec.containers ?? [])
    .flatMap((container) => container.ports ?? [])
    .flatMap(
      ({ containerPort, hostPort = isHostNetwork ? containerPort : undefined, ...others }): EntryPort[] => {
        if (hostPort === undefined || hostPort === 0) return [];
        const scheme = schemeOfPort({ ...others, number: hostPort });
        return scheme === undefined ? [] : [{ scheme, port: hostPort }];
      },
    );
  if (!isHostNetwork && ports.length === 0) return undefined;
  return {
    way: isHostNetwork ? 'hostNetwork' : 'hostPort',
    ports,
    addresses: listPodNodeAddresses(reader, pods, ports),
  };
}

function toBalancerExposure(service: Service): Exposure {
  const ports = listServicePorts(service);
  const hosts = (service.status?.loadBalancer?.ingress ?? []).flatMap(
    ({ hostname, ip }) => hostname || ip || [],
  );
  return {
    way: 'LoadBalancer',
    ports,
    addresses: hosts.map((host) => ({ kind: 'load-balancer', host, nodeName: undefined, ports })),
  };
}

/** [CTL-6] Of a Service whose external traffic stays on the Node only those with a ready Pod answer. */
function toNodePortExposure(reader: ObjectReader, service: Service, pods: readonly Pod[]): Exposure {
  const ports = listNodePorts(service);
  const addresses =
    service.spec.externalTrafficPolicy === 'Local'
      ? listPodNodeAddresses(reader, pods, ports)
      : listNodeAddresses(reader.list('Node').filter(isReadyNode), ports);
  return { way: 'NodePort', ports, addresses };
}

function toClusterExposure(service: Service): Exposure {
  const ports = listServicePorts(service);
  const address = (kind: 'external-ip' | 'cluster-ip', host: string): ControllerAddress => ({
    kind,
    host,
    nodeName: undefined,
    ports,
  });
  const { clusterIP, externalIPs = [] } = service.spec;
  const hasClusterIp = clusterIP !== undefined && clusterIP !== '' && clusterIP !== 'None';
  return {
    way: 'ClusterIP',
    ports,
    addresses: [
      ...externalIPs.map((host) => address('external-ip', host)),
      ...(hasClusterIp ? [address('cluster-ip', clusterIP)] : []),
    ],
  };
}

/**
 * [CTL-5] All ways into a controller, the one most clients use first: a load balancer that has an address, the Nodes'
 * own ports, a load balancer without address, node ports, and at last the cluster's network alone.
 */
export function listExposures(reader: ObjectReader, parts: ControllerParts): readonly Exposure[] {
  const ofType = (...types: readonly string[]): readonly Service[] =>
    parts.services.filter(({ spec }) => types.includes(spec.type ?? 'ClusterIP'));
  const balancers = ofType('LoadBalancer').map(toBalancerExposure);
  const host = findHostExposure(reader, parts);
  const nodePorts = ofType('NodePort', 'LoadBalancer')
    .map((service) => toNodePortExposure(reader, service, parts.pods))
    .filter(({ ports }) => ports.length > 0);
  return [
    ...balancers.filter(({ addresses }) => addresses.length > 0),
    ...(host === undefined ? [] : [host]),
    ...balancers.filter(({ addresses }) => addresses.length === 0),
    ...nodePorts,
    ...parts.services.map(toClusterExposure),
  ];
}
