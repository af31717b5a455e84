import {
  namespaceOfNodeId,
  splitTarget,
  targetOf,
  type GraphEdge,
  type GraphNode,
} from '@fairlead/resource-graph';
import { targetOfSelection } from './answer-graph-window.ts';
import type { PictureModel } from './cluster-model.ts';
import type { FocusAnswer, Question } from './questions.ts';

/** Every edge that can lie on a way through a node: those of its lane, or all where the node is of the Exposure column. */
function listEdges({ graph, store }: PictureModel, namespace: string | undefined): readonly GraphEdge[] {
  const namespaces = namespace === undefined ? store.listNamespaces() : [namespace];
  return [...graph.exposure().edges, ...namespaces.flatMap((name) => graph.lane(name).edges)];
}

function findNode({ graph, store }: PictureModel, nodeId: string): GraphNode | undefined {
  const namespace = namespaceOfNodeId(nodeId);
  if (namespace !== undefined && !store.listNamespaces().includes(namespace)) return undefined;
  const { nodes } = namespace === undefined ? graph.exposure() : graph.lane(namespace);
  return nodes.find(({ id }) => id === nodeId);
}

/** The end of an edge: a row, or the head of the node. */
interface End {
  readonly nodeId: string;
  readonly rowId: string | undefined;
}

/** Edges begin at the paths of a host and not at its own row. */
function listStarts({ id, rows }: GraphNode, rowId: string | undefined): readonly End[] {
  const row = rows.find((candidate) => candidate.id === rowId);
  if (row?.kind !== 'host') return [{ nodeId: id, rowId }];
  return rows
    .filter((candidate) => candidate.kind === 'path' && candidate.host === row.host)
    .map((path) => ({ nodeId: id, rowId: path.id }));
}

interface Step {
  readonly edge: GraphEdge;
  readonly from: End;
  readonly to: End;
}

function groupByStart(edges: readonly GraphEdge[], isDown: boolean): ReadonlyMap<string, readonly Step[]> {
  const groups = new Map<string, Step[]>();
  for (const edge of edges) {
    const left = { nodeId: edge.fromNode, rowId: edge.fromRow };
    const right = { nodeId: edge.toNode, rowId: edge.toRow };
    const step = isDown ? { edge, from: left, to: right } : { edge, from: right, to: left };
    const group = groups.get(step.from.nodeId);
    if (group === undefined) groups.set(step.from.nodeId, [step]);
    else group.push(step);
  }
  return groups;
}

/** A whole node has all edges, and an edge at the head of a node belongs to every row. */
const leaves = ({ from }: Step, { rowId }: End): boolean =>
  from.rowId === undefined || rowId === undefined || from.rowId === rowId;

interface Found {
  readonly targets: Set<string>;
  readonly edges: Set<string>;
}

/** Adds what lies on one side of nodes or rows, to the end of the picture. */
function follow(starts: readonly End[], steps: ReadonlyMap<string, readonly Step[]>, found: Found): void {
  const seen = new Set<Step>();
  const waiting = [...starts];
  for (let end = waiting.pop(); end !== undefined; end = waiting.pop()) {
    for (const step of steps.get(end.nodeId) ?? []) {
      if (seen.has(step) || !leaves(step, end)) continue;
      seen.add(step);
      found.edges.add(step.edge.id);
      found.targets.add(targetOf(step.from.nodeId, step.from.rowId ?? end.rowId));
      found.targets.add(targetOf(step.to.nodeId, step.to.rowId));
      waiting.push(step.to);
    }
  }
}

/** What is connected with a node or row: everything that requests pass before and after it, under any view. */
export function answerFocus(
  model: PictureModel,
  { id }: Extract<Question, { readonly kind: 'focus' }>,
): FocusAnswer | undefined {
  const target = targetOfSelection(model, id);
  const { nodeId, rowId } = splitTarget(target);
  const node = findNode(model, nodeId);
  if (node === undefined) return undefined;
  const edges = listEdges(model, namespaceOfNodeId(nodeId));
  const starts = listStarts(node, rowId);
  const found: Found = { targets: new Set([target]), edges: new Set() };
  for (const isDown of [false, true]) follow(starts, groupByStart(edges, isDown), found);
  return { node, targets: [...found.targets], edges: [...found.edges] };
}
