import { hostRowId, targetOf } from './graph-ids.ts';
import type { GraphEdge, GraphLane, GraphNode, GraphRow } from './graph.ts';
import type { RouteRow, RouteState } from './route-row.ts';

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
}

function indexEdges({ nodes, edges }: GraphLane): LaneEdges {
  const leaving = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const from = targetOf(edge.fromNode, edge.fromRow);
    const known = leaving.get(from);
    if (known === undefined) leaving.set(from, [edge]);
    else known.push(edge);
  }
  return { nodes: new Map(nodes.map((node) => [node.id, node])), leaving, stretches: new Map() };
}

const nothingBehind = { port: '', behind: [], readyPods: 0, allPods: 0 } as const;

function portText(row: GraphRow | undefined): string {
  if (row?.kind !== 'port') return '';
  return `${row.name} ${row.port} → ${row.target}`.trim();
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
    port: portText(row),
    behind: behind.map(({ name }) => name),
    readyPods: pods.filter(({ state }) => state === 'ready').length,
    allPods: pods.length,
    state: stateBehind(edges, behind),
    targets: [service.id, ...(row === undefined ? [] : [target]), ...behind.map(({ id }) => id)],
  };
  lane.stretches.set(target, stretch);
  return stretch;
}

/** From a rule to what answers; `backend` is what the rule names. */
function tellBackend(lane: LaneEdges, from: string, backend: string): Stretch {
  const [edge] = lane.leaving.get(from) ?? [];
  const node = edge && lane.nodes.get(edge.toNode);
  const unserved = { ...nothingBehind, service: backend, serviceRef: undefined };
  if (edge === undefined || node === undefined) return { ...unserved, state: 'no-backend', targets: [] };
  if (node.kind === 'service-ghost')
    return { ...unserved, service: node.name, state: 'missing-service', targets: [node.id] };
  if (node.kind === 'hidden') return { ...unserved, state: 'not-known', targets: [node.id] };
  const row = node.rows.find(({ id }) => id === edge.toRow);
  if (row !== undefined) return tellService(lane, node, row);
  return {
    ...nothingBehind,
    service: node.name,
    serviceRef: node.ref,
    state: 'missing-port',
    targets: [node.id],
  };
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
  const hostTarget = row?.kind === 'path' ? [targetOf(node.id, hostRowId(row.host))] : [];
  return {
    ...stretch,
    ...words,
    id: target,
    kind: 'route',
    namespace: node.namespace,
    className: node.className,
    ingress: node.name,
    ingressRef: node.ref,
    targets: [node.id, ...hostTarget, ...(row === undefined ? [] : [target]), ...stretch.targets],
  };
}

/** A line per path; a host without paths and an Ingress without rules have one of their own. */
function tellIngress(lane: LaneEdges, node: GraphNode): readonly RouteRow[] {
  const hostsWithPaths = new Set(node.rows.flatMap((row) => (row.kind === 'path' ? [row.host] : [])));
  const told = node.rows.filter((row) => row.kind !== 'host' || !hostsWithPaths.has(row.host));
  return (told.length === 0 ? [undefined] : told).map((row) => tellRule(lane, node, row));
}

function tellUnusedPorts(lane: LaneEdges, node: GraphNode, told: ReadonlySet<string>): readonly RouteRow[] {
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
    behind: [node.name],
    readyPods: node.pods.filter(({ isReady }) => isReady === true).length,
    allPods: node.pods.length,
    state,
    targets: [node.id],
  };
}

function tellRest(node: GraphNode): RouteRow {
  if (node.kind === 'hidden') return tellAlone(node, 'not-known', 'hidden');
  const isPast = node.pods.length === 0 && (node.finishedCount ?? 0) > 0;
  return tellAlone(node, isPast ? 'finished' : 'not-reached', 'workload');
}

/** The lane line by line: rules in the order of Ingresses, then ports no Ingress leads to, then what no Service reaches. */
export function listLaneRoutes(graphLane: GraphLane): readonly RouteRow[] {
  const lane = indexEdges(graphLane);
  const rows = graphLane.nodes
    .filter(({ kind }) => kind === 'ingress')
    .flatMap((node) => tellIngress(lane, node));
  const told = new Set(rows.flatMap(({ targets }) => targets));
  const services = graphLane.nodes
    .filter(({ kind }) => kind === 'service')
    .flatMap((node) => tellUnusedPorts(lane, node, told));
  for (const { targets } of services) for (const target of targets) told.add(target);
  const rest = graphLane.nodes.filter(
    ({ id, kind }) => kind !== 'ingress' && kind !== 'service' && !told.has(id),
  );
  return [...rows, ...services, ...rest.map(tellRest)];
}
