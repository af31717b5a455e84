import { hostRowId, targetOf } from './graph-ids.ts';
import type { GraphEdge, GraphLane, GraphNode, GraphRow } from './graph.ts';
import type { RoutePort, RouteRow, RouteState } from './route-row.ts';

type Stretch = Pick<
  RouteRow,
  'service' | 'serviceRef' | 'port' | 'behind' | 'readyPods' | 'allPods' | 'state' | 'targets'
>;

interface LaneEdges {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Edges by the target they leave. */
  readonly leaving: ReadonlyMap<string, readonly GraphEdge[]>;
  /** What has been told of Service ports: many rules lead to the same one. */
  readonly stretches: Map<string, Stretch>;
  /** Targets right of the Ingresses that some line has told of. */
  readonly told: Set<string>;
}

function indexEdges({ nodes, edges }: GraphLane): LaneEdges {
  const leaving = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const from = targetOf(edge.fromNode, edge.fromRow);
    const known = leaving.get(from);
    if (known === undefined) leaving.set(from, [edge]);
    else known.push(edge);
  }
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    leaving,
    stretches: new Map(),
    told: new Set(),
  };
}

const nothingBehind = { port: undefined, behind: [], readyPods: 0, allPods: 0 } as const;

function portOf(row: GraphRow | undefined): RoutePort | undefined {
  if (row?.kind !== 'port') return undefined;
  const { name, port, target } = row;
  return { name, port, target };
}

function stateBehind(edges: readonly GraphEdge[], nodes: readonly GraphNode[]): RouteState {
  if (nodes.some(({ kind }) => kind === 'external-name')) return 'external';
  if (edges.some(({ state }) => state === 'ok'))
    return nodes.every(({ kind }) => kind === 'hidden') ? 'not-known' : 'ok';
  return 'no-endpoints';
}

/** From a Service's port, or its head where it has none, to what answers. */
function tellService(lane: LaneEdges, service: GraphNode, row: GraphRow | undefined): Stretch {
  const target = targetOf(service.id, row?.id);
  const known = lane.stretches.get(target);
  if (known !== undefined) return known;
  const edges = lane.leaving.get(target) ?? [];
  const behind = edges.flatMap(({ toNode }) => lane.nodes.get(toNode) ?? []);
  const pods = behind.flatMap((node) => node.pods);
  const stretch: Stretch = {
    service: service.name,
    serviceRef: service.ref,
    port: portOf(row),
    behind,
    readyPods: pods.filter(({ state }) => state === 'ready').length,
    allPods: pods.length,
    state: stateBehind(edges, behind),
    targets: [service.id, ...(row === undefined ? [] : [target]), ...behind.map(({ id }) => id)],
  };
  lane.stretches.set(target, stretch);
  for (const told of stretch.targets) lane.told.add(told);
  return stretch;
}

/** From a rule to what answers; `backend` is what the rule names. */
function tellBackend(lane: LaneEdges, from: string, backend: string): Stretch {
  const edge = lane.leaving.get(from)?.[0];
  const node = edge && lane.nodes.get(edge.toNode);
  if (edge === undefined || node === undefined)
    return { ...nothingBehind, service: backend, serviceRef: undefined, state: 'no-backend', targets: [] };
  const row = node.rows.find(({ id }) => id === edge.toRow);
  if (row !== undefined) return tellService(lane, node, row);
  lane.told.add(node.id);
  const targets = [node.id];
  if (node.kind === 'service-ghost')
    return { ...nothingBehind, service: node.name, serviceRef: undefined, state: 'missing-service', targets };
  if (node.kind === 'hidden')
    return { ...nothingBehind, service: backend, serviceRef: undefined, state: 'not-known', targets };
  return { ...nothingBehind, service: node.name, serviceRef: node.ref, state: 'missing-port', targets };
}

const noIngress = {
  host: '',
  path: '',
  pathType: '',
  isDefaultBackend: false,
  className: '',
  ingress: '',
  ingressRef: undefined,
} as const;

type RuleWords = Pick<RouteRow, 'host' | 'path' | 'pathType' | 'isDefaultBackend'> & {
  readonly backend: string;
};

const noWords: RuleWords = { host: '', path: '', pathType: '', isDefaultBackend: false, backend: '' };

function wordsOf(row: GraphRow | undefined): RuleWords {
  switch (row?.kind) {
    case 'path':
      return { ...noWords, host: row.host, path: row.path, pathType: row.pathType, backend: row.backend };
    case 'default-backend':
      return { ...noWords, isDefaultBackend: true, backend: row.backend };
    case 'host':
      return { ...noWords, host: row.host };
    default:
      return noWords;
  }
}

function tellRule(lane: LaneEdges, node: GraphNode, row: GraphRow | undefined): RouteRow {
  const target = targetOf(node.id, row?.id);
  const { backend, ...words } = wordsOf(row);
  const stretch = tellBackend(lane, target, backend);
  const { service, serviceRef, port, behind, readyPods, allPods, state } = stretch;
  const hostTarget = row?.kind === 'path' ? [targetOf(node.id, hostRowId(row.host))] : [];
  // Written out: this is the one place that makes a line for every rule, and spreading two objects costs four times as much.
  return {
    id: target,
    kind: 'route',
    namespace: node.namespace,
    host: words.host,
    path: words.path,
    pathType: words.pathType,
    isDefaultBackend: words.isDefaultBackend,
    className: node.className,
    ingress: node.name,
    ingressRef: node.ref,
    service,
    serviceRef,
    port,
    behind,
    readyPods,
    allPods,
    state,
    targets: [node.id, ...hostTarget, ...(row === undefined ? [] : [target]), ...stretch.targets],
  };
}

/** A line per path; a host without paths and an Ingress without rules have one of their own. */
function tellIngress(lane: LaneEdges, node: GraphNode): readonly RouteRow[] {
  const hostsWithPaths = new Set(node.rows.flatMap((row) => (row.kind === 'path' ? [row.host] : [])));
  const told = node.rows.filter((row) => row.kind !== 'host' || !hostsWithPaths.has(row.host));
  return (told.length === 0 ? [undefined] : told).map((row) => tellRule(lane, node, row));
}

function tellUnusedPorts(lane: LaneEdges, node: GraphNode): readonly RouteRow[] {
  const { told } = lane;
  const rows = node.rows.filter((row) => !told.has(targetOf(node.id, row.id)));
  if (rows.length === 0 && (node.rows.length > 0 || told.has(node.id))) return [];
  return (rows.length === 0 ? [undefined] : rows).map((row) => ({
    ...noIngress,
    ...tellService(lane, node, row),
    id: targetOf(node.id, row?.id),
    kind: 'service',
    namespace: node.namespace,
  }));
}

/** What no route contains: workloads, orphaned endpoints, and what may not be seen. */
export function tellAlone(node: GraphNode, state: RouteState, kind: RouteRow['kind']): RouteRow {
  return {
    ...noIngress,
    ...nothingBehind,
    id: node.id,
    kind,
    namespace: node.namespace,
    className: node.className,
    service: '',
    serviceRef: undefined,
    behind: [node],
    readyPods: node.pods.filter(({ isReady }) => isReady === true).length,
    allPods: node.pods.length,
    state,
    targets: [node.id],
  };
}

function tellRest(node: GraphNode): RouteRow {
  if (node.kind === 'hidden') return tellAlone(node, 'not-known', 'hidden');
  const isPast = node.kind === 'finished' || (node.pods.length === 0 && (node.finishedCount ?? 0) > 0);
  return tellAlone(node, isPast ? 'finished' : 'not-reached', 'workload');
}

/** The lane line by line: rules in the order of Ingresses, then ports no Ingress leads to, then what no Service reaches. */
export function listLaneRoutes(graphLane: GraphLane): readonly RouteRow[] {
  const lane = indexEdges(graphLane);
  const rows = graphLane.nodes
    .filter(({ kind }) => kind === 'ingress')
    .flatMap((node) => tellIngress(lane, node));
  const services = graphLane.nodes
    .filter(({ kind }) => kind === 'service')
    .flatMap((node) => tellUnusedPorts(lane, node));
  const rest = graphLane.nodes.filter(
    ({ id, kind }) => kind !== 'ingress' && kind !== 'service' && !lane.told.has(id),
  );
  return [...rows, ...services, ...rest.map(tellRest)];
}
