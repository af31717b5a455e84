import {
  keyOf,
  labelValue,
  refOf,
  serviceNameLabel,
  type EndpointSlice,
  type ObjectReader,
} from '@fairlead/kube-objects';
import { endpointStateOf, type ServiceEndpoint, type ServiceEndpoints } from '@fairlead/routing';
import { endpointsNodeId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { GraphNode, GraphPod, PodReason, PodState } from './graph.ts';
import { isManualEndpoint } from './endpoint-edges.ts';

function reasonOf(state: PodState, { isTerminating }: ServiceEndpoint): PodReason | undefined {
  if (state === 'ready') return undefined;
  return isTerminating
    ? { kind: 'terminating', isServing: state === 'serving-terminating' }
    : { kind: 'not-ready' };
}

const toAddress = (endpoint: ServiceEndpoint): GraphPod => {
  const state = endpointStateOf(endpoint);
  return {
    ref: isManualEndpoint(endpoint) ? undefined : endpoint.pod && refOf(endpoint.pod),
    tail: endpoint.address,
    state: state === 'not-ready' && endpoint.isTerminating ? 'terminating' : state,
    address: endpoint.address,
    nodeName: endpoint.nodeName,
    zone: endpoint.zone,
    reason: reasonOf(state, endpoint),
    isReady: endpoint.isReady,
  };
};

/** Each address once, as the first port says it stands. */
function toAddresses(endpoints: readonly ServiceEndpoint[]): readonly GraphPod[] {
  const byAddress = new Map<string, GraphPod>();
  for (const endpoint of endpoints)
    if (!byAddress.has(endpoint.address)) byAddress.set(endpoint.address, toAddress(endpoint));
  return [...byAddress.values()];
}

interface Given {
  readonly namespace: string;
  readonly name: string;
  readonly slices: readonly EndpointSlice[];
  readonly pods: readonly GraphPod[];
}

function toEndpointsNode(id: string, { namespace, name, slices, pods }: Given): GraphNode {
  const [only, another] = slices;
  return toGraphNode({
    id,
    kind: 'endpoints',
    column: 'pods',
    namespace,
    name,
    badge: { kind: 'held-by', objectKind: 'EndpointSlice' },
    ref: only !== undefined && another === undefined ? refOf(only) : undefined,
    pods,
    stands: slices.map((slice) => keyOf(slice)),
  });
}

/**
 * The addresses that somebody wrote into a Service's slices: all of them for a Service without selector, which then also
 * accounts for the slices, else those that name no Pod. `undefined` when there is nothing of the kind.
 */
export function findManualEndpoints(found: ServiceEndpoints): GraphNode | undefined {
  const { service, form, slices, ports, unusedEndpoints } = found;
  const all = [...ports.flatMap(({ endpoints }) => endpoints), ...unusedEndpoints];
  const isOwn = form === 'no-selector';
  const endpoints = isOwn ? all : all.filter(isManualEndpoint);
  if (isOwn ? slices.length === 0 : endpoints.length === 0) return undefined;
  const { namespace = '', name } = service.metadata;
  return toEndpointsNode(endpointsNodeId(namespace, name), {
    namespace,
    name,
    slices: isOwn ? slices : [],
    pods: toAddresses(endpoints),
  });
}

function readAddresses(slices: readonly EndpointSlice[]): readonly GraphPod[] {
  const addresses = slices
    .flatMap(({ endpoints = [] }) => endpoints)
    .flatMap(({ addresses: [address], conditions, nodeName, zone }): GraphPod[] => {
      if (address === undefined) return [];
      const isReady = conditions?.ready ?? true;
      const reason: PodReason | undefined = isReady ? undefined : { kind: 'not-ready' };
      return [
        { ref: undefined, tail: address, state: 'not-selected', address, nodeName, zone, reason, isReady },
      ];
    });
  return [...new Map(addresses.map((address) => [address.tail, address])).values()];
}

/** Slices whose label names no Service of the namespace, or that carry none: one node for each such name. */
export function listOrphanEndpoints(reader: ObjectReader, namespace: string): readonly GraphNode[] {
  const slicesOf = new Map<string, EndpointSlice[]>();
  const nodes: GraphNode[] = [];
  for (const slice of reader.list('EndpointSlice', namespace)) {
    const serviceName = labelValue(slice.metadata.labels, serviceNameLabel);
    if (serviceName === undefined) {
      const { name } = slice.metadata;
      nodes.push(
        toEndpointsNode(keyOf(slice), { namespace, name, slices: [slice], pods: readAddresses([slice]) }),
      );
    } else if (reader.find('Service', namespace, serviceName) === undefined) {
      const known = slicesOf.get(serviceName);
      if (known === undefined) slicesOf.set(serviceName, [slice]);
      else known.push(slice);
    }
  }
  for (const [name, slices] of slicesOf)
    nodes.push(
      toEndpointsNode(endpointsNodeId(namespace, name), {
        namespace,
        name,
        slices,
        pods: readAddresses(slices),
      }),
    );
  return nodes;
}
