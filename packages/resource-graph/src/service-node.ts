import { keyOf, refOf, type ObjectKey, type Service } from '@fairlead/kube-objects';
import {
  isHeadless,
  protocolOf,
  targetPortOf,
  type ServiceEndpoints,
  type ServicePortEndpoints,
} from '@fairlead/routing';
import { clientsId, externalNodeId, portRowId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { GraphEdge, GraphNode, GraphRow } from './graph.ts';

const distinct = (numbers: readonly (number | undefined)[]): readonly number[] =>
  [...new Set(numbers.filter((number) => number !== undefined))].toSorted((a, b) => a - b);

/** The ports that answer: what `targetPort` means, or without a selector what the slices publish. */
function answeringPorts({ targetNumbers, endpoints }: ServicePortEndpoints, form: string): readonly number[] {
  return form === 'no-selector' ? distinct(endpoints.map(({ port }) => port)) : targetNumbers;
}

function toPortRow(found: ServicePortEndpoints, form: ServiceEndpoints['form']): GraphRow {
  const { port } = found;
  const target = targetPortOf(port);
  const answering = answeringPorts(found, form);
  return {
    id: portRowId(found.id),
    kind: 'port',
    portId: found.id,
    name: port.name ?? '',
    port: port.port,
    protocol: protocolOf(port),
    target: answering.length > 0 ? answering.join(', ') : String(target),
    isTargetResolved: answering.length > 0 || typeof target === 'number' || form === 'external-name',
    nodePort: port.nodePort,
  };
}

/** A Service with its ports; it accounts for all slices labelled with its name unless `slices` says otherwise. */
export function buildServiceNode(found: ServiceEndpoints, slices: readonly ObjectKey[]): GraphNode {
  const { service, form, ports } = found;
  const isWithoutIp = isHeadless(service);
  return toGraphNode({
    id: keyOf(service),
    kind: 'service',
    column: 'service',
    namespace: service.metadata.namespace,
    name: service.metadata.name,
    badge: isWithoutIp
      ? { kind: 'headless' }
      : { kind: 'service-type', type: service.spec.type ?? 'ClusterIP' },
    ref: refOf(service),
    rows: ports.map((port) => toPortRow(port, form)),
    isHeadless: isWithoutIp,
    stands: [keyOf(service), ...slices],
  });
}

/** The name outside the cluster that an ExternalName Service stands for. */
export const buildExternalNode = ({ metadata, spec }: Service): GraphNode =>
  toGraphNode({
    id: externalNodeId(metadata.namespace ?? '', metadata.name),
    kind: 'external-name',
    column: 'pods',
    namespace: metadata.namespace,
    name: spec.externalName ?? '',
    badge: { kind: 'external-name' },
  });

const isReachedFromOutside = ({ spec }: Service): boolean =>
  spec.type === 'NodePort' || spec.type === 'LoadBalancer' || (spec.externalIPs ?? []).length > 0;

/** The edge from the clients to a Service that answers outside the cluster without an Ingress. */
export function findExposureEdge(service: Service): GraphEdge | undefined {
  if (!isReachedFromOutside(service)) return undefined;
  const toNode = keyOf(service);
  return {
    id: `${clientsId}>${toNode}`,
    kind: 'exposure',
    fromNode: clientsId,
    fromRow: undefined,
    toNode,
    toRow: undefined,
    state: 'ok',
  };
}
