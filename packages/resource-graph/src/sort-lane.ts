import type { GraphLane, GraphNode, GraphNodeKind } from './graph.ts';
import { indexLane, type LaneIndex } from './lane-index.ts';
import type { Layer, LayerEdges } from './layered-graph.ts';
import { orderLayers } from './order-layers.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareNodes = (a: GraphNode, b: GraphNode): number =>
  compareText(a.name, b.name) || compareText(a.id, b.id);

/** What no traffic reaches stands below what it does, and what is counted only at the very end. */
function groupOf(node: GraphNode, isReached: boolean): number {
  const ends: readonly GraphNodeKind[] = ['hidden'];
  if (ends.includes(node.kind)) return 3;
  if (node.kind === 'workload' && node.pods.length === 0 && node.finishedCount !== undefined) return 2;
  return node.column === 'ingress' || isReached ? 0 : 1;
}

/** The nodes of one column, by name, with the places they have in the lane. */
interface ColumnOfLane extends Layer {
  readonly members: readonly number[];
  readonly local: Int32Array;
}

function takeColumn(nodes: readonly GraphNode[], index: LaneIndex, column: number): ColumnOfLane {
  const members = nodes.flatMap((_, at) => (index.columns[at] === column ? [at] : []));
  members.sort((a, b) => {
    const [first, second] = [nodes[a], nodes[b]];
    return first && second ? compareNodes(first, second) : 0;
  });
  const local = new Int32Array(nodes.length).fill(-1);
  members.forEach((node, at) => (local[node] = at));
  const reached = new Uint8Array(nodes.length);
  index.to.forEach((to, edge) => {
    if ((index.from[edge] ?? -1) >= 0) reached[to] = 1;
  });
  return {
    members,
    local,
    rowCounts: Int32Array.from(members, (node) => nodes[node]?.rows.length ?? 0),
    groups: Uint8Array.from(members, (at) => {
      const node = nodes[at];
      return node === undefined ? 0 : groupOf(node, reached[at] === 1);
    }),
  };
}

function takeEdges(index: LaneIndex, upper: ColumnOfLane, lower: ColumnOfLane): LayerEdges {
  const chosen: number[] = [];
  index.from.forEach((from, edge) => {
    if (from >= 0 && (upper.local[from] ?? -1) >= 0 && (lower.local[index.to[edge] ?? 0] ?? -1) >= 0)
      chosen.push(edge);
  });
  return {
    upper: Int32Array.from(chosen, (edge) => upper.local[index.from[edge] ?? 0] ?? 0),
    upperRow: Int32Array.from(chosen, (edge) => (index.fromRow[edge] ?? -1) + 1),
    lower: Int32Array.from(chosen, (edge) => lower.local[index.to[edge] ?? 0] ?? 0),
    lowerRow: Int32Array.from(chosen, (edge) => (index.toRow[edge] ?? -1) + 1),
  };
}

/**
 * The same lane with its nodes from top to bottom, column by column: Ingresses by name, Services after the rules that use
 * them, workloads after their Services; a column leaves that order where fewer edges cross.
 */
export function sortLane(lane: GraphLane): GraphLane {
  const index = indexLane(lane);
  const columns = [1, 2, 3].map((column) => takeColumn(lane.nodes, index, column));
  const edges = columns.slice(1).map((lower, at) => takeEdges(index, columns[at] ?? lower, lower));
  const orders = orderLayers({ layers: columns, edges });
  const nodes = columns.flatMap(({ members }, at) =>
    Array.from(orders[at] ?? [], (local) => lane.nodes[members[local] ?? -1]).filter(
      (node) => node !== undefined,
    ),
  );
  return { ...lane, nodes };
}
