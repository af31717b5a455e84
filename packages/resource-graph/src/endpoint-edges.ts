import { keyOf } from '@fairlead/kube-objects';
import { endpointStateOf, hasEnded, type ServiceEndpoint, type ServiceEndpoints } from '@fairlead/routing';
import { endpointsNodeId, externalNodeId, hiddenNodeId, portRowId, targetOf } from './graph-ids.ts';
import type { GraphEdge } from './graph.ts';
import type { WorkloadGroups } from './group-workloads.ts';

interface Port {
  readonly rowId: string | undefined;
  readonly endpoints: readonly ServiceEndpoint[];
}

/** Endpoints that name no Pod of their namespace: addresses that somebody wrote by hand. */
export function isManualEndpoint({ endpoint: { targetRef }, slice }: ServiceEndpoint): boolean {
  const { namespace } = slice.metadata;
  return targetRef?.kind !== 'Pod' || (targetRef.namespace ?? namespace) !== namespace;
}

/** A headless Service may have no port at all: what its slices publish is then reached from its head. */
const listPorts = ({ ports, unusedEndpoints }: ServiceEndpoints): readonly Port[] =>
  ports.length === 0
    ? [{ rowId: undefined, endpoints: unusedEndpoints }]
    : ports.map(({ id, endpoints }) => ({ rowId: portRowId(id), endpoints }));

/**
 * One edge from each port to each node of the Pods column that stands behind it. An edge is broken when nothing behind it
 * takes requests on that port: no endpoint is ready or, while terminating, still serving.
 */
export function buildEndpointEdges(
  found: ServiceEndpoints,
  { nodeOfPod }: WorkloadGroups,
  hasManualNode: boolean,
): readonly GraphEdge[] {
  const { service, form, selectedPods, isKnown } = found;
  const namespace = service.metadata.namespace ?? '';
  const fromNode = keyOf(service);
  const manualId = endpointsNodeId(namespace, service.metadata.name);
  const toNodeOf = (endpoint: ServiceEndpoint): string | undefined => {
    if (isManualEndpoint(endpoint)) return manualId;
    if (endpoint.pod === undefined) return isKnown ? undefined : hiddenNodeId(namespace, 'pods');
    return nodeOfPod.get(endpoint.pod.metadata.name);
  };
  const living = selectedPods.filter((pod) => !hasEnded(pod));
  return listPorts(found).flatMap(({ rowId, endpoints }) => {
    const answers = new Map<string, boolean>();
    for (const pod of living) {
      const node = nodeOfPod.get(pod.metadata.name);
      if (node !== undefined) answers.set(node, !isKnown);
    }
    if (hasManualNode && form === 'no-selector') answers.set(manualId, false);
    if (form === 'external-name') answers.set(externalNodeId(namespace, service.metadata.name), true);
    for (const endpoint of endpoints) {
      const node = toNodeOf(endpoint);
      if (node === undefined) continue;
      const isUsable = endpointStateOf(endpoint) !== 'not-ready';
      answers.set(node, isUsable || (answers.get(node) ?? false));
    }
    return [...answers].map(([toNode, isAnswered]): GraphEdge => ({
      id: `${targetOf(fromNode, rowId)}>${toNode}`,
      kind: 'endpoints',
      fromNode,
      fromRow: rowId,
      toNode,
      toRow: undefined,
      state: isAnswered ? 'ok' : 'broken',
    }));
  });
}
