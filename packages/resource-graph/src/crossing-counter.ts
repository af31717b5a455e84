import { placeHeads, type Layer, type LayeredGraph, type LayerEdges } from './layered-graph.ts';
import { numberAt } from './number-at.ts';

/** Edges between two layers, sorted by the row they leave. */
interface SortedEdges {
  readonly edges: LayerEdges;
  readonly sorted: Int32Array;
  /** Where the edges of each upper node begin in `sorted`. */
  readonly starts: Int32Array;
  readonly upperLayer: Layer;
  readonly lowerLayer: Layer;
  readonly lowerRows: number;
}

function countRows({ rowCounts }: Layer): number {
  let rows = rowCounts.length;
  for (const count of rowCounts) rows += count;
  return rows;
}

/** A counting sort by row: rows are numbered as the nodes are given. */
function sortEdges(edges: LayerEdges, upperLayer: Layer, lowerLayer: Layer): SortedEdges {
  const heads = placeHeads(upperLayer, Int32Array.from(upperLayer.rowCounts.keys()));
  const starts = new Int32Array(countRows(upperLayer) + 1);
  const rowOf = edges.upper.map((node, edge) => numberAt(heads, node) + numberAt(edges.upperRow, edge));
  for (const row of rowOf) starts[row + 1] = numberAt(starts, row + 1) + 1;
  for (let row = 1; row < starts.length; row += 1)
    starts[row] = numberAt(starts, row) + numberAt(starts, row - 1);
  const next = Int32Array.from(starts);
  const sorted = new Int32Array(rowOf.length);
  for (let edge = 0; edge < rowOf.length; edge += 1) {
    const row = numberAt(rowOf, edge);
    const place = numberAt(next, row);
    sorted[place] = edge;
    next[row] = place + 1;
  }
  const startsOfNodes = new Int32Array(heads.length + 1).fill(rowOf.length);
  heads.forEach((head, node) => (startsOfNodes[node] = numberAt(starts, head)));
  return { edges, sorted, starts: startsOfNodes, upperLayer, lowerLayer, lowerRows: countRows(lowerLayer) };
}

/** A Fenwick tree over places: how many of the edges so far end at or above one. */
class EndCounter {
  readonly #tree: Int32Array;
  #count = 0;

  constructor(rows: number) {
    this.#tree = new Int32Array(rows + 1);
  }

  countBelow(place: number): number {
    let notBelow = 0;
    for (let at = place + 1; at > 0; at -= at & -at) notBelow += numberAt(this.#tree, at);
    return this.#count - notBelow;
  }

  add(place: number): void {
    this.#count += 1;
    for (let at = place + 1; at < this.#tree.length; at += at & -at)
      this.#tree[at] = numberAt(this.#tree, at) + 1;
  }
}

/** Pairs of edges that cross; edges that share a row do not: they are looked up together, then added together. */
function countBetween(between: SortedEdges, upperOrder: Int32Array, lowerOrder: Int32Array): number {
  const { edges, sorted, starts } = between;
  const heads = placeHeads(between.lowerLayer, lowerOrder);
  const counter = new EndCounter(between.lowerRows);
  const placeOf = (at: number): number => {
    const edge = numberAt(sorted, at);
    return numberAt(heads, numberAt(edges.lower, edge)) + numberAt(edges.lowerRow, edge);
  };
  const rowAt = (at: number): number => numberAt(edges.upperRow, numberAt(sorted, at));
  let crossings = 0;
  for (const node of upperOrder) {
    const end = numberAt(starts, node + 1);
    for (let start = numberAt(starts, node), next = start; start < end; start = next) {
      for (; next < end && rowAt(next) === rowAt(start); next += 1)
        crossings += counter.countBelow(placeOf(next));
      for (let at = start; at < next; at += 1) counter.add(placeOf(at));
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
