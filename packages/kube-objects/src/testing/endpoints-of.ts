import { isSelectedByPairs } from '../label-selector.ts';
import { serviceNameLabel } from '../object-store.ts';
import type { Endpoint, EndpointPort, EndpointSlice } from '../objects/endpoint-slice.ts';
import type { Pod } from '../objects/pod.ts';
import type { Service, ServicePort } from '../objects/service.ts';
import { built, type Buildable } from './object-builder.ts';
import { aSlice } from './slice-builder.ts';

/** Written apart from the product's own rule, so that the two check each other. */
function publishedNumber(
  pod: Pod,
  { port, protocol = 'TCP', targetPort = port }: ServicePort,
): number | undefined {
  if (typeof targetPort === 'number') return targetPort;
  const sidecars = (pod.spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...(pod.spec.containers ?? []), ...sidecars]
    .flatMap(({ ports = [] }) => ports)
    .find((declared) => declared.name === targetPort && (declared.protocol ?? 'TCP') === protocol)
    ?.containerPort;
}

function publishedPorts(service: Service, pod: Pod): readonly EndpointPort[] {
  return (service.spec.ports ?? []).flatMap((servicePort) => {
    const port = publishedNumber(pod, servicePort);
    return port === undefined
      ? []
      : [{ name: servicePort.name ?? '', port, protocol: servicePort.protocol ?? 'TCP' }];
  });
}

function endpointFor(service: Service, pod: Pod, address: string): Endpoint {
  const isServing = (pod.status?.conditions ?? []).some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
  const isTerminating = pod.metadata.deletionTimestamp !== undefined;
  const { namespace, name, uid } = pod.metadata;
  return {
    addresses: [address],
    conditions: {
      ready: service.spec.publishNotReadyAddresses === true || (isServing && !isTerminating),
      serving: isServing,
      terminating: isTerminating,
    },
    targetRef: {
      kind: 'Pod',
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
    },
    ...(pod.spec.nodeName === undefined ? {} : { nodeName: pod.spec.nodeName }),
  };
}

const isIpv6 = (address: string): boolean => address.includes(':');

interface SliceGroup {
  readonly ports: readonly EndpointPort[];
  readonly isV6: boolean;
  readonly endpoints: Endpoint[];
}

function belongsTo(service: Service, { metadata, status }: Pod): boolean {
  const hasEnded = status?.phase === 'Succeeded' || status?.phase === 'Failed';
  return (
    metadata.namespace === service.metadata.namespace &&
    !hasEnded &&
    isSelectedByPairs(metadata.labels, service.spec.selector)
  );
}

function addressIn(isV6: boolean, { status }: Pod): string | undefined {
  const { podIP, podIPs = podIP === undefined ? [] : [{ ip: podIP }] } = status ?? {};
  return podIPs.find(({ ip }) => isIpv6(ip) === isV6)?.ip;
}

function groupEndpoints(service: Service, pods: readonly Pod[]): readonly SliceGroup[] {
  const groups = new Map<string, SliceGroup>();
  for (const pod of pods) {
    const ports = publishedPorts(service, pod);
    for (const isV6 of familiesOf(service)) {
      const address = addressIn(isV6, pod);
      if (address === undefined) continue;
      const key = JSON.stringify([isV6, ports]);
      const group = groups.get(key) ?? { ports, isV6, endpoints: [] };
      group.endpoints.push(endpointFor(service, pod, address));
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/**
 * The EndpointSlices that the endpoint slice controller would write for a Service and these Pods: one per address
 * family and set of port numbers, Pods that do not match, have ended or have no address left out.
 */
export function endpointsOf(
  service: Buildable<Service>,
  pods: readonly Buildable<Pod>[],
): readonly EndpointSlice[] {
  const owner = built(service);
  const { name, namespace = 'default' } = owner.metadata;
  if (owner.spec.type === 'ExternalName') return [];
  const members = pods.map((pod) => built(pod)).filter((pod) => belongsTo(owner, pod));
  return groupEndpoints(owner, members).map(({ ports, isV6, endpoints }, index) =>
    aSlice(`${namespace}/${name}-${index}`)
      .labelled({ [serviceNameLabel]: name })
      .managedBy('endpointslice-controller.k8s.io')
      .withAddressType(isV6 ? 'IPv6' : 'IPv4')
      .withPorts(ports)
      .withEndpoints(endpoints)
      .build(),
  );
}

function familiesOf({ spec: { ipFamilies, clusterIPs = [] } }: Service): readonly boolean[] {
  if (ipFamilies !== undefined) return ipFamilies.map((family) => family === 'IPv6');
  return clusterIPs.length > 0 && clusterIPs[0] !== 'None' ? clusterIPs.map(isIpv6) : [false];
}
