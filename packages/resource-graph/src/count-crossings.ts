import { placeHeads, type Layer, type LayeredGraph, type LayerEdges } from './layered-graph.ts';
import { numberAt } from './number-at.ts';

const packing = 2 ** 26;

/** Ends of all edges by place, sorted by the upper end, then the lower one: both in one number. */
function packEnds(upper: Int32Array, lower: Int32Array, edges: LayerEdges): Float64Array {
  const packed = new Float64Array(edges.upper.length);
  for (let edge = 0; edge < packed.length; edge += 1) {
    const above = numberAt(upper, numberAt(edges.upper, edge)) + numberAt(edges.upperRow, edge);
    const below = numberAt(lower, numberAt(edges.lower, edge)) + numberAt(edges.lowerRow, edge);
    packed[edge] = above * packing + below;
  }
  return packed.sort();
}

/** Pairs of edges that cross; edges that share a row do not. Counts inversions with a Fenwick tree: O(E log E). */
function countInversions(packed: Float64Array, rows: number): number {
  const tree = new Int32Array(rows + 1);
  let crossings = 0;
  for (let edge = 0; edge < packed.length; edge += 1) {
    const place = (numberAt(packed, edge) % packing) + 1;
    let notBelow = 0;
    for (let at = place; at > 0; at -= at & -at) notBelow += numberAt(tree, at);
    crossings += edge - notBelow;
    for (let at = place; at < tree.length; at += at & -at) tree[at] = numberAt(tree, at) + 1;
  }
  return crossings;
}

function countRows({ rowCounts }: Layer): number {
  let rows = rowCounts.length;
  for (const count of rowCounts) rows += count;
  return rows;
}

/** Crossings of all edges when the layers are ordered so: `orders[i]` lists the nodes of layer i from top to bottom. */
export function countCrossings({ layers, edges }: LayeredGraph, orders: readonly Int32Array[]): number {
  const heads = layers.map((layer, index) => placeHeads(layer, orders[index] ?? new Int32Array()));
  return edges.reduce((sum, between, index) => {
    const [upper, lower, below] = [heads[index], heads[index + 1], layers[index + 1]];
    if (upper === undefined || lower === undefined || below === undefined) return sum;
    return sum + countInversions(packEnds(upper, lower, between), countRows(below));
  }, 0);
}
