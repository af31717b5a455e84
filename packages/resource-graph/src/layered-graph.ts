import { numberAt } from './number-at.ts';

/** Edges between two neighbouring layers, by node and by the row of the node they touch (0 is the head). */
export interface LayerEdges {
  readonly upper: Int32Array;
  readonly upperRow: Int32Array;
  readonly lower: Int32Array;
  readonly lowerRow: Int32Array;
}

export interface Layer {
  /** Rows of each node, the head not counted. */
  readonly rowCounts: Int32Array;
  /** Nodes of a lower group stand before those of a higher one, whatever their edges. */
  readonly groups: Uint8Array;
}

/** Nodes in layers, as numbers. Edges join neighbouring layers only: `edges[i]` joins layer i and layer i + 1. */
export interface LayeredGraph {
  readonly layers: readonly Layer[];
  readonly edges: readonly LayerEdges[];
}

/** Where each node's head stands when nodes and rows of a layer are numbered in an order of the nodes. */
export function placeHeads({ rowCounts }: Layer, order: Int32Array): Int32Array {
  const heads = new Int32Array(order.length);
  let next = 0;
  for (const node of order) {
    heads[node] = next;
    next += numberAt(rowCounts, node) + 1;
  }
  return heads;
}
