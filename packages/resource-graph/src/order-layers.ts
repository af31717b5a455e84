import { CrossingCounter } from './crossing-counter.ts';
import { placeHeads, type Layer, type LayeredGraph, type LayerEdges } from './layered-graph.ts';
import { numberAt } from './number-at.ts';

/** Edges seen from the layer that is being sorted. */
interface Sides {
  readonly near: Int32Array;
  readonly far: Int32Array;
  readonly farRow: Int32Array;
}

const seenFromBelow = (edges: LayerEdges): Sides => ({
  near: edges.lower,
  far: edges.upper,
  farRow: edges.upperRow,
});

const seenFromAbove = (edges: LayerEdges): Sides => ({
  near: edges.upper,
  far: edges.lower,
  farRow: edges.lowerRow,
});

/** Mean place of each node's neighbours; -1 without any. */
function findBarycentres(count: number, farHeads: Int32Array, { near, far, farRow }: Sides): Float64Array {
  const means = new Float64Array(count);
  const degrees = new Int32Array(count);
  for (let edge = 0; edge < near.length; edge += 1) {
    const node = numberAt(near, edge);
    const place = numberAt(farHeads, numberAt(far, edge)) + numberAt(farRow, edge);
    means[node] = numberAt(means, node) + place;
    degrees[node] = numberAt(degrees, node) + 1;
  }
  for (let node = 0; node < count; node += 1) {
    const degree = numberAt(degrees, node);
    means[node] = degree === 0 ? -1 : numberAt(means, node) / degree;
  }
  return means;
}

const slotRange = 2 ** 20;
const fineness = 2 ** 10;

/**
 * Orders the nodes of each group by barycentre; equal ones keep their order, nodes without neighbours keep their slot.
 * Barycentre and slot share one number, so that a plain numeric sort does it.
 */
function sortByBarycentre(order: Int32Array, barycentres: Float64Array, groups: Uint8Array): Int32Array {
  const sorted = Int32Array.from(order);
  const keys = new Float64Array(order.length);
  const slots = new Int32Array(order.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    const group = numberAt(groups, numberAt(order, start));
    let count = 0;
    for (; end < order.length && numberAt(groups, numberAt(order, end)) === group; end += 1) {
      const barycentre = numberAt(barycentres, numberAt(order, end));
      if (barycentre < 0) continue;
      keys[count] = Math.round(barycentre * fineness) * slotRange + end;
      slots[count] = end;
      count += 1;
    }
    const packed = keys.subarray(0, count).sort();
    for (let at = 0; at < count; at += 1)
      sorted[numberAt(slots, at)] = numberAt(order, numberAt(packed, at) % slotRange);
  }
  return sorted;
}

/** Sorts layer after layer by the one before it, from the first to the last or back. */
function sweep({ layers, edges }: LayeredGraph, given: readonly Int32Array[], isDown: boolean): Int32Array[] {
  const orders = [...given];
  for (let step = 1; step < layers.length; step += 1) {
    const moving = isDown ? step : layers.length - 1 - step;
    const fixed = isDown ? moving - 1 : moving + 1;
    const [movingLayer, fixedLayer, between] = [
      layers[moving],
      layers[fixed],
      edges[Math.min(moving, fixed)],
    ];
    const [movingOrder, fixedOrder] = [orders[moving], orders[fixed]];
    if (!movingLayer || !fixedLayer || !between || !movingOrder || !fixedOrder) break;
    const heads = placeHeads(fixedLayer, fixedOrder);
    const sides = isDown ? seenFromBelow(between) : seenFromAbove(between);
    const barycentres = findBarycentres(movingOrder.length, heads, sides);
    orders[moving] = sortByBarycentre(movingOrder, barycentres, movingLayer.groups);
  }
  return orders;
}

/** The order in which the nodes are given, groups first. */
const initialOrder = ({ groups }: Layer): Int32Array =>
  Int32Array.from(groups.keys()).sort((a, b) => numberAt(groups, a) - numberAt(groups, b) || a - b);

/** Sweeps that a graph of this size gets: small lanes are drawn well, large ones soon. */
const sweepLimits: readonly { readonly nodes: number; readonly sweeps: number }[] = [
  { nodes: 1500, sweeps: 24 },
  { nodes: 6000, sweeps: 10 },
  { nodes: Infinity, sweeps: 4 },
];

const patience = 4;

/**
 * An order of the nodes in each layer with few crossings: barycentre sweeps down and up, of which the best is kept. The
 * first layer keeps its given order unless another one crosses less. The same graph always gets the same order. At most
 * 2^20 nodes in a layer.
 */
export function orderLayers(graph: LayeredGraph): readonly Int32Array[] {
  const counter = new CrossingCounter(graph);
  const given = graph.layers.map(initialOrder);
  let orders = sweep(graph, given, true);
  let best = orders;
  let fewest = counter.count(best);
  const crossingsOfGiven = counter.count(given);
  if (crossingsOfGiven < fewest) [best, fewest] = [given, crossingsOfGiven];
  const nodes = graph.layers.reduce((sum, { groups }) => sum + groups.length, 0);
  const limit = sweepLimits.find((size) => nodes <= size.nodes)?.sweeps ?? 0;
  for (let turn = 0, idle = 0; turn < limit && fewest > 0 && idle < patience; turn += 1) {
    orders = sweep(graph, orders, turn % 2 === 1);
    const crossings = counter.count(orders);
    idle = crossings < fewest ? 0 : idle + 1;
    if (crossings < fewest) [best, fewest] = [orders, crossings];
  }
  return best;
}
