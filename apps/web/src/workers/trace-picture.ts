import { keyOf, keyOfRef, type Ingress, type ObjectReader } from '@fairlead/kube-objects';
import {
  clientsId,
  defaultBackendRowId,
  hostRowId,
  portRowId,
  splitTarget,
  targetOf,
  type GraphEdge,
  type GraphModel,
  type GraphNode,
  type GraphRow,
} from '@fairlead/resource-graph';
import type { Trace, TraceLoser } from '@fairlead/routing';
import type { HopMark, RowNote, TracePicture } from '../trace-view/trace-view.ts';
import { noteOf } from './trace-losers.ts';
import { splitName, type TracedBackend } from './traced-backend.ts';

interface Drawing {
  readonly targets: Set<string>;
  readonly edges: Set<string>;
  readonly marks: HopMark[];
  readonly notes: Map<string, RowNote>;
  brokenEdge: string | undefined;
  center: string | undefined;
  /** The row that wins. */
  winner: string | undefined;
}

interface Traced {
  readonly trace: Trace;
  readonly brokenHop: number | undefined;
  readonly behind: TracedBackend;
  /** The `spec.controller` of who answers. */
  readonly controllerClass: string | undefined;
}

const ingressNode = (graph: GraphModel, reader: ObjectReader, name: string): GraphNode | undefined => {
  const ref = { kind: 'Ingress' as const, ...splitName(name) };
  return reader.find('Ingress', ref.namespace, ref.name) === undefined
    ? undefined
    : graph.findNode(keyOfRef(ref));
};

type Rule = Pick<TraceLoser, 'hostRule' | 'path' | 'pathType'>;

const findPathRow = (node: GraphNode, rule: Rule): GraphRow | undefined =>
  node.rows.find(
    (row) =>
      row.kind === 'path' &&
      row.host === (rule.hostRule ?? '') &&
      row.path === (rule.path ?? '') &&
      row.pathType === rule.pathType,
  );

/** The controller that answers a request which no Ingress takes. */
const findController = (graph: GraphModel, { controllerClass }: Traced): string | undefined =>
  controllerClass === undefined
    ? undefined
    : graph
        .exposure()
        .nodes.find(({ kind, id }) => kind === 'controller' && id.endsWith(`/${controllerClass}`))?.id;

/** The clients and what takes the Ingress's requests, with the lines between them: hops 1 and 2. */
function drawEntry(
  drawing: Drawing,
  graph: GraphModel,
  { trunk, traced }: { readonly trunk: GraphEdge | undefined; readonly traced: Traced },
): void {
  const { brokenHop } = traced;
  const { targets, edges, marks } = drawing;
  targets.add(clientsId);
  marks.push({ hop: 1, target: clientsId, side: 'top', isBroken: brokenHop === 1 });
  const controller = trunk?.fromNode ?? findController(graph, traced);
  if (controller === undefined) return;
  marks.push({ hop: 2, target: controller, side: 'top', isBroken: brokenHop === 2 });
  targets.add(controller);
  if (trunk !== undefined) {
    if (brokenHop === 2) drawing.brokenEdge = trunk.id;
    edges.add(trunk.id);
  }
  const stem = graph.exposure().edges.find(({ toNode }) => toNode === controller);
  if (stem !== undefined) edges.add(stem.id);
}

/** Rules of Ingresses that had something to do with the request and lost. */
function drawLosers(
  drawing: Drawing,
  graph: GraphModel,
  { reader, trace }: { reader: ObjectReader; trace: Trace },
): void {
  for (const loser of trace.losers.slice(0, 200)) {
    const node = ingressNode(graph, reader, loser.ingress);
    if (node === undefined) continue;
    const row = findPathRow(node, loser);
    const target = targetOf(node.id, row?.id);
    // The same rule twice: the one that wins says so.
    if (row !== undefined && !drawing.notes.has(target)) drawing.notes.set(target, noteOf(loser, trace));
    drawing.targets.add(node.id);
  }
}

const rowOfWinner = (node: GraphNode, trace: Trace): string | undefined =>
  trace.viaDefaultBackend
    ? node.rows.find(({ id }) => id === defaultBackendRowId)?.id
    : trace.pathType === null
      ? undefined
      : findPathRow(node, trace)?.id;

/** The Ingress with the rule that wins; hops 3 and 4 at the two sides of it. */
function drawRule(drawing: Drawing, node: GraphNode, { trace, brokenHop }: Traced): void {
  const row = rowOfWinner(node, trace);
  const target = targetOf(node.id, row);
  drawing.targets.add(node.id);
  drawing.center = target;
  if (brokenHop === 2) return;
  const hostRow = node.rows.find(({ id }) => id === hostRowId(trace.hostRule ?? ''))?.id;
  drawing.marks.push({
    hop: 3,
    target: targetOf(node.id, trace.viaDefaultBackend ? undefined : hostRow),
    side: 'left',
    isBroken: brokenHop === 3,
  });
  if (row === undefined) return;
  drawing.winner = target;
  drawing.notes.set(target, 'wins');
  drawing.marks.push({ hop: 4, target, side: 'right', isBroken: brokenHop === 4 });
}

/** Where a request breaks behind a Service's port: on the first line from there, else at the port itself. */
function drawBreak(
  drawing: Drawing,
  onward: readonly GraphEdge[],
  { hop, port }: { readonly hop: number; readonly port: string },
): void {
  const [first] = onward;
  if (first === undefined) {
    drawing.marks.push({ hop, target: port, side: 'right', isBroken: true });
    return;
  }
  drawing.edges.add(first.id);
  drawing.brokenEdge = first.id;
  drawing.marks.push({ hop: 6, target: port, side: 'right', isBroken: hop === 6 });
  if (hop === 6) return;
  drawing.targets.add(first.toNode);
  drawing.marks.push({ hop, target: first.toNode, side: 'left', isBroken: true });
}

/** From a Service's port to everything that answers there. */
function drawPods(
  drawing: Drawing,
  onward: readonly GraphEdge[],
  { hasTarget, port }: { readonly hasTarget: boolean; readonly port: string },
): void {
  if (hasTarget) drawing.marks.push({ hop: 6, target: port, side: 'right', isBroken: false });
  for (const { id, toNode } of onward) {
    drawing.edges.add(id);
    drawing.targets.add(toNode);
    drawing.marks.push({ hop: 7, target: toNode, side: 'left', isBroken: false });
  }
}

/** The port that is asked: where the rule's line ends, unless the controller asks another Service, to which no line leads. */
function findAsked(
  { behind: { service, port } }: Traced,
  { toNode, toRow }: GraphEdge,
): Pick<GraphEdge, 'toNode' | 'toRow'> {
  const asked = service === undefined ? toNode : keyOf(service);
  return asked === toNode
    ? { toNode, toRow }
    : { toNode: asked, toRow: port === undefined ? undefined : portRowId(port.id) };
}

/** From the winning rule to the Service's port, and from there to what stands behind it. */
function drawBackend(drawing: Drawing, edges: readonly GraphEdge[], traced: Traced): void {
  const { brokenHop, trace } = traced;
  const { winner } = drawing;
  const backend = edges.find(
    ({ fromNode, fromRow }) => fromRow !== undefined && targetOf(fromNode, fromRow) === winner,
  );
  if (backend === undefined || trace.result === 'redirect') return;
  const { toNode, toRow } = findAsked(traced, backend);
  const port = targetOf(toNode, toRow);
  if (toNode === backend.toNode) drawing.edges.add(backend.id);
  drawing.targets.add(toNode);
  drawing.marks.push({ hop: 5, target: port, side: 'left', isBroken: brokenHop === 5 });
  if (brokenHop === 5) {
    drawing.brokenEdge = backend.id;
    return;
  }
  const onward = edges.filter(
    ({ kind, fromNode, fromRow }) =>
      kind === 'endpoints' && fromNode === toNode && (fromRow === undefined || fromRow === toRow),
  );
  if (brokenHop === undefined)
    drawPods(drawing, onward, { hasTarget: trace.externalName === undefined, port });
  else drawBreak(drawing, onward, { hop: brokenHop, port });
}

const trunkOf = (edges: readonly GraphEdge[], nodeId: string): GraphEdge | undefined =>
  edges.find(({ kind, toNode }) => kind === 'trunk' && toNode === nodeId);

const edgesAround = (graph: GraphModel, { metadata: { namespace = '' } }: Ingress): readonly GraphEdge[] =>
  graph.lane(namespace).edges;

/** What the picture shows of a trace, under any view. */
export function buildTracePicture(
  { graph, store }: { readonly graph: GraphModel; readonly store: ObjectReader },
  traced: Traced,
): TracePicture {
  const { trace, behind } = traced;
  const drawing: Drawing = {
    targets: new Set(),
    edges: new Set(),
    marks: [],
    notes: new Map(),
    brokenEdge: undefined,
    center: undefined,
    winner: undefined,
  };
  const { ingress } = behind;
  const node = ingress === undefined ? undefined : graph.findNode(keyOf(ingress));
  const edges = ingress === undefined ? [] : edgesAround(graph, ingress);
  const trunk = node === undefined ? undefined : trunkOf(edges, node.id);
  drawEntry(drawing, graph, { trunk, traced });
  if (node !== undefined) drawRule(drawing, node, traced);
  drawBackend(drawing, edges, traced);
  drawLosers(drawing, graph, { reader: store, trace });
  drawing.center ??= drawing.targets.size > 1 ? firstIngressOf(drawing) : undefined;
  return {
    targets: [...drawing.targets],
    edges: [...drawing.edges],
    brokenEdge: drawing.brokenEdge,
    marks: drawing.marks,
    notes: [...drawing.notes].map(([target, note]) => ({ target, note })),
    center: drawing.center,
  };
}

const firstIngressOf = ({ targets }: Drawing): string | undefined =>
  [...targets].find((target) => splitTarget(target).nodeId.startsWith('Ingress/'));
