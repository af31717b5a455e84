import type { GraphLane, GraphNode, LaneIndex } from './graph.ts';
import { columnNumber } from './lane-index.ts';
import type { Layer, LayerEdges } from './layered-graph.ts';
import { numberAt } from './number-at.ts';
import { orderLayers } from './order-layers.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareNodes = (a: GraphNode | undefined, b: GraphNode | undefined): number =>
  compareText(a?.name ?? '', b?.name ?? '') || compareText(a?.id ?? '', b?.id ?? '');

/** What no traffic reaches stands below what it does, and what is only counted at the very end. */
function groupOf(node: GraphNode | undefined, isReached: boolean): number {
  if (node === undefined || node.kind === 'hidden') return 3;
  if (node.kind === 'finished') return 2;
  if (node.kind === 'workload' && node.pods.length === 0 && node.finishedCount !== undefined) return 2;
  return node.column === 'ingress' || isReached ? 0 : 1;
}

/** The nodes of one column, by name, as places in the lane. */
interface ColumnOfLane extends Layer {
  readonly members: readonly number[];
}

function takeColumns(nodes: readonly GraphNode[], index: LaneIndex): readonly ColumnOfLane[] {
  const members: [number[], number[], number[]] = [[], [], []];
  nodes.forEach(({ column }, at) => members[columnNumber(column) - 1]?.push(at));
  const isReached = new Uint8Array(nodes.length);
  for (let edge = 0; edge < index.to.length; edge += 1)
    if (numberAt(index.from, edge) >= 0) isReached[numberAt(index.to, edge)] = 1;
  return members.map((own) => {
    own.sort((a, b) => compareNodes(nodes[a], nodes[b]));
    return {
      members: own,
      rowCounts: Int32Array.from(own, (at) => nodes[at]?.rows.length ?? 0),
      groups: Uint8Array.from(own, (at) => groupOf(nodes[at], isReached[at] === 1)),
    };
  });
}

function takeEdges(
  index: LaneIndex,
  columnOf: Uint8Array,
  { upper, local }: { upper: number; local: Int32Array },
): LayerEdges {
  const chosen = index.from
    .map((_, edge) => edge)
    .filter((edge) => {
      const from = numberAt(index.from, edge);
      return from >= 0 && columnOf[from] === upper && columnOf[numberAt(index.to, edge)] === upper + 1;
    });
  return {
    upper: chosen.map((edge) => numberAt(local, numberAt(index.from, edge))),
    upperRow: chosen.map((edge) => numberAt(index.fromRow, edge) + 1),
    lower: chosen.map((edge) => numberAt(local, numberAt(index.to, edge))),
    lowerRow: chosen.map((edge) => numberAt(index.toRow, edge) + 1),
  };
}

/**
 * The nodes of a lane from top to bottom, column by column, and the index that fits them: Ingresses by name, Services
 * after the rules that use them, workloads after their Services; a column leaves that order where fewer edges cross.
 */
export function sortNodes(nodes: readonly GraphNode[], index: LaneIndex): Pick<GraphLane, 'nodes' | 'index'> {
  const columns = takeColumns(nodes, index);
  const columnOf = Uint8Array.from(nodes, ({ column }) => columnNumber(column));
  const local = new Int32Array(nodes.length);
  for (const { members } of columns) members.forEach((node, at) => (local[node] = at));
  const edges = [1, 2].map((upper) => takeEdges(index, columnOf, { upper, local }));
  const orders = orderLayers({ layers: columns, edges });
  const order = columns.flatMap(({ members }, at) =>
    Array.from(orders[at] ?? [], (own) => numberAt(members, own)),
  );
  const places = new Int32Array(nodes.length);
  order.forEach((node, place) => (places[node] = place));
  return {
    nodes: order.flatMap((node) => nodes[node] ?? []),
    index: {
      ...index,
      from: index.from.map((node) => (node < 0 ? node : numberAt(places, node))),
      to: index.to.map((node) => numberAt(places, node)),
    },
  };
}
