import {
  keyOf,
  labelValue,
  serviceNameLabel,
  type Endpoint,
  type EndpointPort,
  type EndpointSlice,
  type ObjectChange,
  type ObjectReader,
  type Pod,
  type Service,
} from '@fairlead/kube-objects';
import { hasEnded, isPodReady, isTerminatingPod } from './pod-state.ts';
import { isHeadless, serviceFormOf } from './service-form.ts';
import { protocolOf, resolveTargetPort, targetPortOf } from './service-port.ts';

const managedByLabel = 'endpointslice.kubernetes.io/managed-by';
const builtInManager = 'endpointslice-controller.k8s.io';
const zoneLabel = 'topology.kubernetes.io/zone';

const isManaged = ({ metadata }: EndpointSlice): boolean =>
  labelValue(metadata.labels, managedByLabel) === builtInManager;

const familyOf = (address: string): string => (address.includes(':') ? 'IPv6' : 'IPv4');

/** What of a Service decides which slices there are; others are written for other texts. */
const relevantText = (service: Service): string =>
  JSON.stringify([
    serviceFormOf(service),
    isHeadless(service),
    Object.entries(service.spec.selector ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    (service.spec.ports ?? []).map((port) => [port.name ?? '', protocolOf(port), targetPortOf(port)]),
    service.spec.publishNotReadyAddresses === true,
    service.spec.ipFamilies,
  ]);

/** A Pod's addresses that the Service publishes: one of each of its families, the first one where it names none. */
function addressesOf({ spec: { ipFamilies } }: Service, { status }: Pod): readonly string[] {
  const first = status?.podIP;
  const all = (status?.podIPs ?? (first === undefined ? [] : [{ ip: first }])).map(({ ip }) => ip);
  if (ipFamilies === undefined) return all.slice(0, 1);
  return ipFamilies.flatMap((family) => all.find((address) => familyOf(address) === family) ?? []);
}

const portsOf = (service: Service, pod: Pod): readonly EndpointPort[] =>
  (service.spec.ports ?? []).flatMap((servicePort) => {
    const port = resolveTargetPort(pod, servicePort);
    return port === undefined
      ? []
      : [{ name: servicePort.name ?? '', port, protocol: protocolOf(servicePort) }];
  });

function endpointOf(reader: ObjectReader, service: Service, pod: Pod): Omit<Endpoint, 'addresses'> {
  const isServing = isPodReady(pod);
  const terminating = isTerminatingPod(pod);
  const { name, namespace, uid } = pod.metadata;
  const { nodeName } = pod.spec;
  const node = nodeName === undefined ? undefined : reader.find('Node', undefined, nodeName);
  const zone = labelValue(node?.metadata.labels, zoneLabel);
  return {
    conditions: {
      ready: service.spec.publishNotReadyAddresses === true || (isServing && !terminating),
      serving: isServing,
      terminating,
    },
    targetRef: {
      kind: 'Pod',
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
    },
    ...(nodeName === undefined ? {} : { nodeName }),
    ...(zone === undefined ? {} : { zone }),
  };
}

interface SliceGroup {
  readonly ports: readonly EndpointPort[];
  readonly addressType: string;
  readonly endpoints: Endpoint[];
}

function groupEndpoints(reader: ObjectReader, service: Service): readonly SliceGroup[] {
  const groups = new Map<string, SliceGroup>();
  const pods = reader.listPodsSelectedBy(service.metadata.namespace ?? '', service.spec.selector);
  for (const pod of pods.filter((each) => !hasEnded(each))) {
    const ports = portsOf(service, pod);
    for (const address of addressesOf(service, pod)) {
      const addressType = familyOf(address);
      const text = JSON.stringify([addressType, ports]);
      const group = groups.get(text) ?? { ports, addressType, endpoints: [] };
      group.endpoints.push({ addresses: [address], ...endpointOf(reader, service, pod) });
      groups.set(text, group);
    }
  }
  return [...groups.values()];
}

/** The slices that the endpoint slice controller would write for a Service with a selector, by the Pods as they are. */
export function predictSlices(reader: ObjectReader, service: Service): readonly EndpointSlice[] {
  const { name, namespace = '' } = service.metadata;
  return groupEndpoints(reader, service).map(({ ports, addressType, endpoints }, index) => ({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      // Two dashes before a number: no name that the controller gives.
      name: `${name}--${index}`,
      namespace,
      labels: { [serviceNameLabel]: name, [managedByLabel]: builtInManager },
    },
    addressType,
    ports,
    endpoints,
  }));
}

/** Whether the controller writes other slices after the change than before. */
function writesAnew(before: Service | undefined, after: Service | undefined): boolean {
  if (after === undefined) return true;
  const form = serviceFormOf(after);
  if (form === 'no-selector' || form === 'external-name') return false;
  return before === undefined || relevantText(before) !== relevantText(after);
}

/**
 * What the endpoint slice controller would do after a Service has changed (`before` absent: it is new; `after` absent: it
 * is deleted). Slices of others stay; so do all where nothing that decides them changes, where a Service loses its
 * selector, and where Pods or slices cannot be read. Source: kubernetes pkg/controller/endpointslice.
 */
export function predictSliceChanges(
  reader: ObjectReader,
  { before, after }: { readonly before: Service | undefined; readonly after: Service | undefined },
): readonly ObjectChange[] {
  const service = after ?? before;
  if (service === undefined) return [];
  const { name, namespace = '' } = service.metadata;
  if (!reader.isKnown('Pod', namespace) || !reader.isKnown('EndpointSlice', namespace)) return [];
  if (!writesAnew(before, after)) return [];
  const gone = reader.listSlicesOf(namespace, name).filter(isManaged);
  return [
    ...gone.map((slice): ObjectChange => ({ op: 'remove', key: keyOf(slice) })),
    ...(after === undefined ? [] : predictSlices(reader, after)).map((object): ObjectChange => ({
      op: 'put',
      object,
    })),
  ];
}
