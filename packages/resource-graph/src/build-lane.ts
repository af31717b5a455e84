import { keyOf, type EndpointSlice, type ObjectReader } from '@fairlead/kube-objects';
import { findIngressReferences, findServiceEndpoints, type IngressReferences } from '@fairlead/routing';
import { buildEndpointEdges, isManualEndpoint } from './endpoint-edges.ts';
import { findManualEndpoints, listOrphanEndpoints } from './endpoints-node.ts';
import { hiddenNodeId, serviceGhostId } from './graph-ids.ts';
import { toGraphNode } from './graph-node.ts';
import type { Column, GraphEdge, GraphLane, GraphNode } from './graph.ts';
import { groupWorkloads, type WorkloadGroups } from './group-workloads.ts';
import { listHiddenNodes } from './hidden-nodes.ts';
import { buildIngressEdges, buildIngressNode } from './ingress-node.ts';
import { indexLane } from './lane-index.ts';
import { sortNodes } from './sort-nodes.ts';
import type { PodReach } from './pod-entry.ts';
import { buildExternalNode, buildServiceNode, findExposureEdge } from './service-node.ts';
import { buildFinishedNode, buildWorkloadNode } from './workload-node.ts';

interface Part {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

interface ServicePart extends Part {
  readonly reachOf: ReadonlyMap<string, PodReach>;
}

function buildServices(reader: ObjectReader, namespace: string, workloads: WorkloadGroups): ServicePart {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const reachOf = new Map<string, PodReach>();
  for (const service of reader.list('Service', namespace)) {
    const found = findServiceEndpoints(reader, service);
    const manual = findManualEndpoints(found);
    const slices: readonly EndpointSlice[] =
      found.form === 'no-selector' ? [] : reader.listSlicesOf(namespace, service.metadata.name);
    nodes.push(
      buildServiceNode(
        found,
        slices.map((slice) => keyOf(slice)),
      ),
    );
    if (manual !== undefined) nodes.push(manual);
    if (found.form === 'external-name') nodes.push(buildExternalNode(service));
    edges.push(...buildEndpointEdges(found, workloads, manual !== undefined));
    const exposure = findExposureEdge(service);
    if (exposure !== undefined) edges.push(exposure);
    for (const pod of found.selectedPods)
      if (!reachOf.has(pod.metadata.name)) reachOf.set(pod.metadata.name, { zone: undefined });
    for (const endpoint of [...found.ports.flatMap((port) => port.endpoints), ...found.unusedEndpoints])
      if (endpoint.pod !== undefined && !isManualEndpoint(endpoint))
        reachOf.set(endpoint.pod.metadata.name, { zone: endpoint.zone });
  }
  return { nodes, edges, reachOf };
}

/** One ghost for each Service that Ingresses of the namespace name and that is not there. */
function buildServiceGhosts(
  namespace: string,
  references: readonly IngressReferences[],
): readonly GraphNode[] {
  const missing = new Set<string>();
  for (const { paths, defaultBackend } of references)
    for (const backend of [...paths.map((path) => path.backend), defaultBackend?.resolution])
      if (backend?.kind === 'no-service') missing.add(backend.name);
  return [...missing].map((name) =>
    toGraphNode({
      id: serviceGhostId(namespace, name),
      kind: 'service-ghost',
      column: 'service',
      namespace,
      name,
    }),
  );
}

function buildIngresses(reader: ObjectReader, namespace: string): Part {
  const references = reader
    .list('Ingress', namespace)
    .map((ingress) => findIngressReferences(reader, ingress));
  return {
    nodes: [
      ...references.map((reference) => buildIngressNode(reference)),
      ...buildServiceGhosts(namespace, references),
    ],
    edges: references.flatMap((reference) => buildIngressEdges(reference)),
  };
}

function buildWorkloads(
  namespace: string,
  workloads: WorkloadGroups,
  { reachOf }: ServicePart,
): readonly GraphNode[] {
  const finished = buildFinishedNode(namespace, workloads.finished);
  return [
    ...workloads.groups.map((group) => buildWorkloadNode(namespace, group, reachOf)),
    ...(finished === undefined ? [] : [finished]),
  ];
}

/** Columns of which edges reach the hidden node. */
function findWantedColumns(namespace: string, edges: readonly GraphEdge[]): ReadonlySet<Column> {
  const columns: readonly Column[] = ['service', 'pods'];
  const ends = new Set(edges.map(({ toNode }) => toNode));
  return new Set(columns.filter((column) => ends.has(hiddenNodeId(namespace, column))));
}

/**
 * The picture of one namespace. Every object of the namespace and the Namespace itself is accounted for exactly once, in
 * `stands` of the lane or of one of its nodes. The result depends on the objects alone, not on when they arrived.
 */
export function buildLane(reader: ObjectReader, namespace: string): GraphLane {
  const workloads = groupWorkloads(reader, namespace);
  const services = buildServices(reader, namespace, workloads);
  const ingresses = buildIngresses(reader, namespace);
  const edges = [...ingresses.edges, ...services.edges];
  const nodes = [
    ...ingresses.nodes,
    ...services.nodes,
    ...buildWorkloads(namespace, workloads, services),
    ...listOrphanEndpoints(reader, namespace),
    ...listHiddenNodes(reader, namespace, findWantedColumns(namespace, edges)),
  ];
  const own = reader.find('Namespace', undefined, namespace);
  return {
    namespace,
    stands: own === undefined ? [] : [keyOf(own)],
    edges,
    ...sortNodes(nodes, indexLane(nodes, edges)),
    counts: {
      ingresses: reader.list('Ingress', namespace).length,
      services: reader.list('Service', namespace).length,
      pods: reader.list('Pod', namespace).length,
      workloads: nodes.filter(({ kind }) => kind === 'workload' || kind === 'finished').length,
    },
  };
}
