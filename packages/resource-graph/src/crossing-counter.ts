import { placeHeads, type Layer, type LayeredGraph, type LayerEdges } from './layered-graph.ts';
import { numberAt } from './number-at.ts';

/** Edges between two layers in the order of the rows they leave, when nodes stand as they are given. */
interface SortedEdges {
  readonly upperRow: Int32Array;
  readonly lower: Int32Array;
  readonly lowerRow: Int32Array;
  /** Where the edges of each upper node begin. */
  readonly starts: Int32Array;
  readonly lowerLayer: Layer;
  readonly lowerRows: number;
}

function countRows({ rowCounts }: Layer): number {
  let rows = rowCounts.length;
  for (const count of rowCounts) rows += count;
  return rows;
}

/** A counting sort by row. */
function sortEdges(edges: LayerEdges, upperLayer: Layer, lowerLayer: Layer): SortedEdges {
  const heads = placeHeads(upperLayer, Int32Array.from(upperLayer.rowCounts.keys()));
  const starts = new Int32Array(countRows(upperLayer) + 1);
  const rowOf = edges.upper.map((node, edge) => numberAt(heads, node) + numberAt(edges.upperRow, edge));
  for (const row of rowOf) starts[row + 1] = numberAt(starts, row + 1) + 1;
  for (let row = 1; row < starts.length; row += 1)
    starts[row] = numberAt(starts, row) + numberAt(starts, row - 1);
  const next = Int32Array.from(starts);
  const sorted = new Int32Array(rowOf.length);
  rowOf.forEach((row, edge) => {
    const place = numberAt(next, row);
    sorted[place] = edge;
    next[row] = place + 1;
  });
  const startsOfNodes = new Int32Array(heads.length + 1).fill(rowOf.length);
  heads.forEach((head, node) => (startsOfNodes[node] = numberAt(starts, head)));
  return {
    upperRow: sorted.map((edge) => numberAt(edges.upperRow, edge)),
    lower: sorted.map((edge) => numberAt(edges.lower, edge)),
    lowerRow: sorted.map((edge) => numberAt(edges.lowerRow, edge)),
    starts: startsOfNodes,
    lowerLayer,
    lowerRows: countRows(lowerLayer),
  };
}

/** Of a Fenwick tree: how many of what was added lies at a place or above it. */
function countUntil(tree: Int32Array, place: number): number {
  let count = 0;
  for (let at = place; at > 0; at &= at - 1) count += numberAt(tree, at);
  return count;
}

function add(tree: Int32Array, place: number): void {
  for (let at = place; at < tree.length; at += at & -at) tree[at] = numberAt(tree, at) + 1;
}

/** Pairs of edges that cross; edges that share a row do not: they are looked up together, then added together. */
function countBetween(edges: SortedEdges, upperOrder: Int32Array, lowerOrder: Int32Array): number {
  const { upperRow, lower, lowerRow, starts } = edges;
  const heads = placeHeads(edges.lowerLayer, lowerOrder);
  const places = lower.map((node, at) => numberAt(heads, node) + numberAt(lowerRow, at) + 1);
  const tree = new Int32Array(edges.lowerRows + 1);
  let added = 0;
  let crossings = 0;
  for (const node of upperOrder) {
    const end = numberAt(starts, node + 1);
    let next = numberAt(starts, node);
    while (next < end) {
      const row = numberAt(upperRow, next);
      const first = next;
      for (; next < end && numberAt(upperRow, next) === row; next += 1)
        crossings += added - countUntil(tree, numberAt(places, next));
      for (let at = first; at < next; at += 1) add(tree, numberAt(places, at));
      added += next - first;
    }
  }
  return crossings;
}

/** Prepares a graph whose crossings are counted under several orders of its nodes. */
export class CrossingCounter {
  readonly #between: readonly SortedEdges[];

  constructor({ layers, edges }: LayeredGraph) {
    this.#between = edges.flatMap((between, at) => {
      const [upper, lower] = [layers[at], layers[at + 1]];
      return upper === undefined || lower === undefined ? [] : [sortEdges(between, upper, lower)];
    });
  }

  /** Crossings of all edges; `orders[i]` lists the nodes of layer i from top to bottom. O(E log V). */
  count(orders: readonly Int32Array[]): number {
    return this.#between.reduce((sum, between, at) => {
      const [upper, lower] = [orders[at], orders[at + 1]];
      return upper === undefined || lower === undefined ? sum : sum + countBetween(between, upper, lower);
    }, 0);
  }
}

/** Pairs of edges that cross when the layers are ordered so. */
export const countCrossings = (graph: LayeredGraph, orders: readonly Int32Array[]): number =>
  new CrossingCounter(graph).count(orders);
