import type { ObjectReader } from '@fairlead/kube-objects';
import {
  buildExposure,
  buildLane,
  type GraphEdge,
  type GraphNode,
  type GraphNodeKind,
  type GraphPod,
  type GraphRow,
} from '@fairlead/resource-graph';
import type { PrintedEdge, PrintedGraph, PrintedNode } from './printed-graph.ts';

export interface GraphChoice {
  /** Every Pod is a node of its own. */
  readonly expandsPods: boolean;
  /** Only these; `undefined` means all. */
  readonly namespaces: readonly string[] | undefined;
}

const ownKinds: { readonly [K in GraphNodeKind]: string } = {
  clients: 'Clients',
  controller: 'Controller',
  'ingress-class-ghost': 'IngressClass',
  ingress: 'Ingress',
  service: 'Service',
  'service-ghost': 'Service',
  workload: 'Workload',
  finished: 'Finished',
  endpoints: 'Addresses',
  'external-name': 'ExternalName',
  hidden: 'Hidden',
  'folded-healthy': 'Folded',
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function kindOf({ ref, kind, badge }: GraphNode): string {
  if (ref !== undefined) return ref.kind;
  return badge?.kind === 'owner' ? badge.ownerKind : ownKinds[kind];
}

function stateOfPods(pods: readonly GraphPod[]): string {
  const ready = pods.filter(({ isReady, state }) => isReady ?? state === 'ready').length;
  if (pods.length === 0) return 'no-pods';
  if (ready === pods.length) return 'ready';
  return ready === 0 ? 'not-ready' : 'partly-ready';
}

function countOf({ kind, pods, finishedCount }: GraphNode): Pick<PrintedNode, 'count' | 'state'> {
  if (kind === 'workload') return { state: stateOfPods(pods), count: pods.length };
  if (kind === 'endpoints') return { count: pods.length };
  return kind === 'finished' ? { count: finishedCount ?? 0 } : {};
}

function toPrintedNode(node: GraphNode): PrintedNode {
  const isGhost = node.kind === 'ingress-class-ghost' || node.kind === 'service-ghost';
  return {
    id: node.id,
    kind: kindOf(node),
    namespace: node.namespace ?? '',
    name: node.name,
    ...countOf(node),
    ...(isGhost ? { ghost: true } : {}),
  };
}

/** The Pods of a workload as nodes; one that is on its own is a node already. */
function listPodNodes({ id, namespace = '', pods, kind }: GraphNode): readonly PrintedNode[] {
  if (kind !== 'workload') return [];
  return pods.flatMap(({ ref, state }) => {
    const podId = ref === undefined ? undefined : `Pod/${namespace}/${ref.name}`;
    return ref === undefined || podId === undefined || podId === id
      ? []
      : [{ id: podId, kind: 'Pod', namespace, name: ref.name, state }];
  });
}

const listOwnEdges = (node: GraphNode): readonly PrintedEdge[] =>
  listPodNodes(node).map(({ id, state }) => ({
    from: node.id,
    to: id,
    kind: 'owns',
    ...(state === 'ready' || state === 'not-selected' ? {} : { state: 'broken' }),
  }));

type RowFinder = (nodeId: string, rowId: string | undefined) => GraphRow | undefined;

function findRows(nodes: readonly GraphNode[]): RowFinder {
  const rows = new Map(nodes.map((node) => [node.id, new Map(node.rows.map((row) => [row.id, row]))]));
  return (nodeId, rowId) => (rowId === undefined ? undefined : rows.get(nodeId)?.get(rowId));
}

function toPrintedEdge(
  { fromNode, fromRow, toNode, toRow, kind, state }: GraphEdge,
  rowOf: RowFinder,
): PrintedEdge {
  const [from, to] = [rowOf(fromNode, fromRow), rowOf(toNode, toRow)];
  const port = [from, to].find((row) => row?.kind === 'port');
  return {
    from: fromNode,
    to: toNode,
    kind,
    ...(from?.kind === 'path' ? { ...(from.host === '' ? {} : { host: from.host }), path: from.path } : {}),
    ...(from?.kind === 'host' && from.host !== '' ? { host: from.host } : {}),
    ...(port?.kind === 'port' ? { port: port.port } : {}),
    ...(state === 'broken' ? { state } : {}),
  };
}

const compareEdges = (a: PrintedEdge, b: PrintedEdge): number =>
  compareText(a.from, b.from) ||
  compareText(a.to, b.to) ||
  compareText(a.host ?? '', b.host ?? '') ||
  compareText(a.path ?? '', b.path ?? '') ||
  (a.port ?? 0) - (b.port ?? 0);

/** The picture of a world as nodes and edges, in an order that depends on the objects alone. */
export function buildPrintedGraph(
  reader: ObjectReader,
  { expandsPods, namespaces = reader.listNamespaces() }: GraphChoice,
): PrintedGraph {
  const exposure = buildExposure(reader);
  const lanes = namespaces.map((namespace) => buildLane(reader, namespace));
  const nodes = [...exposure.nodes, ...lanes.flatMap((lane) => lane.nodes)];
  const rowOf = findRows(nodes);
  const known = new Set(nodes.map(({ id }) => id));
  const edges = [...exposure.edges, ...lanes.flatMap((lane) => lane.edges)].filter(
    ({ kind, fromNode, toNode }) => kind !== 'suggestion' && known.has(fromNode) && known.has(toNode),
  );
  const podNodes = expandsPods ? nodes.flatMap(listPodNodes) : [];
  const podEdges = expandsPods ? nodes.flatMap(listOwnEdges) : [];
  return {
    nodes: [...nodes.map(toPrintedNode), ...podNodes].toSorted((a, b) => compareText(a.id, b.id)),
    edges: [...edges.map((edge) => toPrintedEdge(edge, rowOf)), ...podEdges].toSorted(compareEdges),
  };
}
