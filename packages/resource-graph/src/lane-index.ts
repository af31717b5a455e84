import type { Column, GraphEdge, GraphNode, LaneIndex } from './graph.ts';
import { numberAt } from './number-at.ts';

const columnNumbers: Readonly<Record<Column, number>> = { exposure: 0, ingress: 1, service: 2, pods: 3 };

/** 0 to 3, left to right. */
export const columnNumber = (column: Column): number => columnNumbers[column];

/** Finds rows of a node by id. Edges come in the order of the rows they leave, so it looks on from the last one found. */
class RowFinder {
  readonly #nodes: readonly GraphNode[];
  readonly #last: Int32Array;

  constructor(nodes: readonly GraphNode[]) {
    this.#nodes = nodes;
    this.#last = new Int32Array(nodes.length);
  }

  /** -1 for no row: the head. */
  find(node: number, rowId: string | undefined): number {
    const rows = this.#nodes[node]?.rows;
    if (rowId === undefined || rows === undefined) return -1;
    const start = numberAt(this.#last, node);
    for (let step = 0; step < rows.length; step += 1) {
      const at = (start + step) % rows.length;
      if (rows[at]?.id !== rowId) continue;
      this.#last[node] = at;
      return at;
    }
    return -1;
  }
}

/** A lane's edges as numbers. An edge to a node that is not in the lane is a bug of whoever made the edge. */
export function indexLane(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): LaneIndex {
  const places = new Map<string, number>();
  for (let at = 0; at < nodes.length; at += 1) places.set(nodes[at]?.id ?? '', at);
  const finder = new RowFinder(nodes);
  const index = {
    from: new Int32Array(edges.length),
    fromRow: new Int32Array(edges.length),
    to: new Int32Array(edges.length),
    toRow: new Int32Array(edges.length),
  };
  let at = 0;
  for (const { id, fromNode, fromRow, toNode, toRow } of edges) {
    const from = places.get(fromNode) ?? -1;
    const to = places.get(toNode);
    if (to === undefined) throw new Error(`edge ${id} leads out of its lane`);
    index.from[at] = from;
    index.fromRow[at] = finder.find(from, fromRow);
    index.to[at] = to;
    index.toRow[at] = finder.find(to, toRow);
    at += 1;
  }
  return index;
}
