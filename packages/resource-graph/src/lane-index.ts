import type { Column, GraphLane } from './graph.ts';

const columnNumbers: Readonly<Record<Column, number>> = { exposure: 0, ingress: 1, service: 2, pods: 3 };

/** 0 to 3, left to right. */
export const columnNumber = (column: Column): number => columnNumbers[column];

/** A lane as numbers: edges by the places of their ends in `nodes` and in the nodes' rows. */
export interface LaneIndex {
  readonly nodeIndex: ReadonlyMap<string, number>;
  /** 1 to 3. */
  readonly columns: Uint8Array;
  /** Node of each edge's beginning; -1 when that stands in the Exposure column. */
  readonly from: Int32Array;
  /** -1: the head. */
  readonly fromRow: Int32Array;
  readonly to: Int32Array;
  readonly toRow: Int32Array;
}

type Unindexed = Pick<GraphLane, 'nodes' | 'edges'>;

/** Makes the index of a lane. An edge to a node that is not in the lane is a bug of whoever made the edge. */
export function indexLane({ nodes, edges }: Unindexed): LaneIndex {
  const nodeIndex = new Map<string, number>();
  nodes.forEach(({ id }, index) => nodeIndex.set(id, index));
  const ends = {
    from: new Int32Array(edges.length),
    fromRow: new Int32Array(edges.length),
    to: new Int32Array(edges.length),
    toRow: new Int32Array(edges.length),
  };
  const rowIndex = (node: number, row: string | undefined): number =>
    row === undefined ? -1 : (nodes[node]?.rows.findIndex(({ id }) => id === row) ?? -1);
  const rowCursor = new Int32Array(nodes.length);
  edges.forEach((edge, index) => {
    const from = nodeIndex.get(edge.fromNode) ?? -1;
    const to = nodeIndex.get(edge.toNode);
    if (to === undefined) throw new Error(`edge ${edge.id} leads out of its lane`);
    ends.from[index] = from;
    ends.to[index] = to;
    ends.toRow[index] = rowIndex(to, edge.toRow);
    // Edges of an Ingress come in the order of its rows: looking on from the last one found keeps long lists linear.
    const rows = nodes[from]?.rows ?? [];
    const start = rowCursor[from] ?? 0;
    const ahead =
      edge.fromRow === undefined ? -1 : rows.findIndex((row, at) => at >= start && row.id === edge.fromRow);
    ends.fromRow[index] = ahead < 0 ? rowIndex(from, edge.fromRow) : ahead;
    if (ahead >= 0) rowCursor[from] = ahead;
  });
  return { nodeIndex, columns: Uint8Array.from(nodes, ({ column }) => columnNumber(column)), ...ends };
}
