import type { GraphLane } from './graph.ts';
import type { DetailLevel } from './layout.ts';
import { anchorOf } from './node-size.ts';
import { numberAt } from './number-at.ts';
import type { Standing } from './standing.ts';

/** Some edges of a lane from top to bottom, by their upper ends. */
export interface SortedEdges {
  /** Places in the lane's `edges`. */
  readonly order: Int32Array;
  /** The lowest end of each edge and all before it: where a search for edges through a window may stop. */
  readonly reach: Float64Array;
}

/** Where the edges of a lane begin and end, by their places in the lane's `edges`. */
export interface LaidEdges {
  /** Places in the layout's `nodes`; -1 in the Exposure column. Edges that are not drawn have no meaning here. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** From the Exposure column: y of the other end. */
  readonly y1: Float64Array;
  readonly y2: Float64Array;
  readonly inner: SortedEdges;
  /** Edges from the Exposure column. */
  readonly outer: SortedEdges;
}

const outside = -1;
const missing = -2;

const none: SortedEdges = { order: new Int32Array(), reach: new Float64Array() };

export const noEdges: LaidEdges = {
  from: new Int32Array(),
  to: new Int32Array(),
  y1: new Float64Array(),
  y2: new Float64Array(),
  inner: none,
  outer: none,
};

const range = 2 ** 24;

/** Sorts by the upper end, then by place: both in one number, y to half a pixel. */
function sortEdges(chosen: readonly number[], { y1, y2 }: Pick<LaidEdges, 'y1' | 'y2'>): SortedEdges {
  const keys = Float64Array.from(
    chosen,
    (edge) => Math.round(2 * Math.min(numberAt(y1, edge), numberAt(y2, edge))) * range + edge,
  ).sort();
  const order = Int32Array.from(keys, (key) => key % range);
  const reach = new Float64Array(order.length);
  let lowest = -Infinity;
  for (let at = 0; at < order.length; at += 1) {
    const edge = numberAt(order, at);
    lowest = Math.max(lowest, numberAt(y1, edge), numberAt(y2, edge));
    reach[at] = lowest;
  }
  return { order, reach };
}

interface Placed {
  readonly standing: Standing;
  /** y of each drawn node. */
  readonly tops: Float64Array;
  readonly level: DetailLevel;
}

function endOf({ standing, tops, level }: Placed, place: number, row: number): number {
  const node = standing.nodes[place];
  if (node === undefined) return 0;
  const rowPlaces = row < 0 ? undefined : standing.rowPlaces.get(place);
  const drawnRow = rowPlaces === undefined ? row : numberAt(rowPlaces, row);
  return numberAt(tops, place) + anchorOf(node, drawnRow, level);
}

const isFoldedPlace = ({ nodes }: Standing, place: number): boolean =>
  nodes[place]?.kind === 'folded-healthy';

/** An edge is drawn when both its ends are, unless both are folded away. */
function isDrawnEdge(standing: Standing, from: number, to: number): boolean {
  if (from === missing || to < 0) return false;
  return !isFoldedPlace(standing, to) || (from >= 0 && !isFoldedPlace(standing, from));
}

function placeOf({ places }: Standing, node: number): number {
  if (node < 0) return outside;
  const place = numberAt(places, node);
  return place < 0 ? missing : place;
}

/** The edges of a lane whose nodes have their places. */
export function placeEdges({ edges, index }: GraphLane, placed: Placed): LaidEdges {
  const { standing } = placed;
  const from = index.from.map((node) => placeOf(standing, node));
  const to = index.to.map((node) => placeOf(standing, node));
  const y1 = new Float64Array(edges.length);
  const y2 = new Float64Array(edges.length);
  const inner: number[] = [];
  const outer: number[] = [];
  for (let edge = 0; edge < edges.length; edge += 1) {
    const [start, end] = [numberAt(from, edge), numberAt(to, edge)];
    if (!isDrawnEdge(standing, start, end)) continue;
    const y = endOf(placed, end, numberAt(index.toRow, edge));
    y2[edge] = y;
    y1[edge] = start < 0 ? y : endOf(placed, start, numberAt(index.fromRow, edge));
    (start < 0 ? outer : inner).push(edge);
  }
  return { from, to, y1, y2, inner: sortEdges(inner, { y1, y2 }), outer: sortEdges(outer, { y1, y2 }) };
}

/** For each trunk from the Exposure column: y of its first and of its last tap. */
export function findTaps(
  { edges }: GraphLane,
  { outer, y2 }: LaidEdges,
): ReadonlyMap<string, readonly [number, number]> {
  const taps = new Map<string, readonly [number, number]>();
  for (const at of outer.order) {
    const edge = edges[at];
    const y = numberAt(y2, at);
    if (edge?.kind === 'trunk') taps.set(edge.fromNode, [taps.get(edge.fromNode)?.[0] ?? y, y]);
  }
  return taps;
}
