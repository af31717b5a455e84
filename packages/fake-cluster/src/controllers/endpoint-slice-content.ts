import type { Pod, Service, ServicePort } from '@fairlead/kube-objects';
import type { JsonObject, JsonValue } from '../json/json-value.ts';

/** Endpoints that share an address type and a set of ports, before they are cut into slices. */
export interface SliceContent {
  readonly addressType: string;
  readonly ports: readonly JsonObject[] | null;
  readonly endpoints: readonly JsonObject[];
}

interface Question {
  readonly service: Service;
  /** The Pods the Service selects. */
  readonly pods: readonly Pod[];
  readonly family: string;
  readonly zoneOf: (nodeName: string) => string;
}

/** The container port of that name and protocol: of containers first, then of sidecars. */
function findContainerPort(pod: Pod, name: string, protocol: string): number | undefined {
  const sidecars = (pod.spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  for (const container of [...(pod.spec.containers ?? []), ...sidecars]) {
    const port = container.ports?.find((each) => each.name === name && (each.protocol ?? 'TCP') === protocol);
    if (port !== undefined) return port.containerPort;
  }
  return undefined;
}

/** One Service port as it is for one Pod; `undefined` when the Pod has no port of the name. */
function portFor(pod: Pod, port: ServicePort): JsonObject | undefined {
  const protocol = port.protocol ?? 'TCP';
  const { targetPort = port.port } = port;
  const number = typeof targetPort === 'number' ? targetPort : findContainerPort(pod, targetPort, protocol);
  if (number === undefined) return undefined;
  return {
    name: port.name ?? '',
    protocol,
    port: number,
    ...(port.appProtocol !== undefined && { appProtocol: port.appProtocol }),
  };
}

const addressOf = (pod: Pod, family: string): string | undefined =>
  pod.status?.podIPs?.find(({ ip }) => ip.includes(':') === (family === 'IPv6'))?.ip;

/** Ended Pods and Pods without an address are no endpoints; not ready and terminating ones are. */
const canBeEndpoint = (pod: Pod): boolean =>
  pod.status?.phase !== 'Succeeded' && pod.status?.phase !== 'Failed';

const isReady = (pod: Pod): boolean =>
  (pod.status?.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True');

function hintsFor(service: Service, zone: string, nodeName: string): JsonObject | undefined {
  const distribution = service.spec.trafficDistribution;
  if (distribution === undefined || zone === '') return undefined;
  return {
    forZones: [{ name: zone }],
    ...(distribution === 'PreferSameNode' && { forNodes: [{ name: nodeName }] }),
  };
}

function endpointFor(pod: Pod, address: string, { service, zoneOf }: Question): JsonObject {
  const serving = isReady(pod);
  const terminating = pod.metadata.deletionTimestamp !== undefined;
  const ready = (serving && !terminating) || service.spec.publishNotReadyAddresses === true;
  const { nodeName, hostname, subdomain } = pod.spec;
  const zone = nodeName === undefined ? '' : zoneOf(nodeName);
  const hints = ready && nodeName !== undefined ? hintsFor(service, zone, nodeName) : undefined;
  return {
    addresses: [address],
    conditions: { ready, serving, terminating },
    ...(hostname !== undefined && subdomain === service.metadata.name && { hostname }),
    targetRef: {
      kind: 'Pod',
      namespace: pod.metadata.namespace,
      name: pod.metadata.name,
      uid: pod.metadata.uid,
    },
    ...(nodeName !== undefined && { nodeName }),
    ...(zone !== '' && { zone }),
    ...(hints !== undefined && { hints }),
  };
}

/** Groups the endpoints of one address family by the ports they really have; one empty group when there are none. */
export function desiredSlices(question: Question): SliceContent[] {
  const { service, pods, family } = question;
  const groups = new Map<string, { ports: JsonObject[]; endpoints: JsonObject[] }>();
  for (const pod of pods) {
    const address = canBeEndpoint(pod) ? addressOf(pod, family) : undefined;
    if (address === undefined) continue;
    const ports = (service.spec.ports ?? [])
      .map((port) => portFor(pod, port))
      .filter((port) => port !== undefined);
    const key = JSON.stringify(ports);
    const group = groups.get(key) ?? { ports, endpoints: [] };
    group.endpoints.push(endpointFor(pod, address, question));
    groups.set(key, group);
  }
  if (groups.size === 0) return [{ addressType: family, ports: null, endpoints: [] }];
  return [...groups.values()].map(({ ports, endpoints }) => ({ addressType: family, ports, endpoints }));
}

/** `null` for nothing, as the built-in controller writes it. */
export const orNull = (list: readonly JsonValue[]): JsonValue => (list.length === 0 ? null : list);
