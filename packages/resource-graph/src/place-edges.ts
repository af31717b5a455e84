import type { DrawnNode } from './drawn-node.ts';
import type { GraphEdge, GraphLane } from './graph.ts';
import type { LaneIndex } from './lane-index.ts';
import type { DetailLevel } from './layout.ts';
import { anchorOf } from './node-size.ts';
import { numberAt } from './number-at.ts';

/** Edges by the y of their ends, in the order of their upper ends. */
export interface LaidEdges {
  readonly edges: readonly GraphEdge[];
  /** Places in `nodes`; -1 for an end in the Exposure column, whose y is that of the other end. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly y1: Float64Array;
  readonly y2: Float64Array;
  /** The lowest end of each edge and all before it: where a search for edges through a window may stop. */
  readonly reach: Float64Array;
}

export interface Drawn {
  readonly drawn: DrawnNode;
  readonly column: number;
}

/** What stands in the lane, and for each of its nodes the place of what is drawn for it; -1 when nothing is. */
export interface Standing {
  readonly drawn: readonly Drawn[];
  readonly places: Int32Array;
}

export const noEdges: LaidEdges = {
  edges: [],
  from: new Int32Array(),
  to: new Int32Array(),
  y1: new Float64Array(),
  y2: new Float64Array(),
  reach: new Float64Array(),
};

type Unsorted = Omit<LaidEdges, 'reach'>;

/** The chosen edges from top to bottom. */
function layEdges(chosen: readonly number[], given: Unsorted): LaidEdges {
  const tops = given.y1.map((y, edge) => Math.min(y, numberAt(given.y2, edge)));
  const sorted = chosen.toSorted((a, b) => numberAt(tops, a) - numberAt(tops, b) || a - b);
  const y1 = Float64Array.from(sorted, (edge) => numberAt(given.y1, edge));
  const y2 = Float64Array.from(sorted, (edge) => numberAt(given.y2, edge));
  let lowest = -Infinity;
  return {
    edges: sorted.flatMap((edge) => given.edges[edge] ?? []),
    from: Int32Array.from(sorted, (edge) => numberAt(given.from, edge)),
    to: Int32Array.from(sorted, (edge) => numberAt(given.to, edge)),
    y1,
    y2,
    reach: y1.map((y, at) => (lowest = Math.max(lowest, y, numberAt(y2, at)))),
  };
}

const isFoldedPlace = ({ drawn }: Standing, place: number): boolean =>
  drawn[place]?.drawn.node.kind === 'folded-healthy';

interface Placed {
  readonly standing: Standing;
  /** y of each drawn node. */
  readonly tops: Float64Array;
  readonly level: DetailLevel;
}

function endOf({ standing, tops, level }: Placed, place: number, row: number): number {
  const found = standing.drawn[place]?.drawn;
  if (found === undefined) return 0;
  const drawnRow = row < 0 || found.rowPlaces === undefined ? row : numberAt(found.rowPlaces, row);
  return numberAt(tops, place) + anchorOf(found.node, drawnRow, level);
}

/** An edge is drawn when both its ends are, unless both are folded away. */
function isDrawnEdge(standing: Standing, from: number, to: number): boolean {
  if (from === missing || to < 0) return false;
  return !isFoldedPlace(standing, to) || (from >= 0 && !isFoldedPlace(standing, from));
}

const outside = -1;
const missing = -2;

/** Edges of a lane whose nodes have their places: those within the lane and those from the Exposure column. */
export function placeEdges(
  lane: GraphLane,
  index: LaneIndex,
  placed: Placed,
): { readonly inner: LaidEdges; readonly outer: LaidEdges } {
  const { standing } = placed;
  const placeOf = (node: number): number => standing.places[node] ?? outside;
  const from = index.from.map((node) => (node < 0 ? outside : placeOf(node) < 0 ? missing : placeOf(node)));
  const to = index.to.map(placeOf);
  const y2 = Float64Array.from(to, (place, edge) => endOf(placed, place, numberAt(index.toRow, edge)));
  const y1 = Float64Array.from(from, (place, edge) =>
    place < 0 ? numberAt(y2, edge) : endOf(placed, place, numberAt(index.fromRow, edge)),
  );
  const chosen = Array.from(from.keys()).filter((edge) =>
    isDrawnEdge(standing, numberAt(from, edge), numberAt(to, edge)),
  );
  const given = { edges: lane.edges, from, to, y1, y2 };
  return {
    inner: layEdges(
      chosen.filter((edge) => numberAt(from, edge) >= 0),
      given,
    ),
    outer: layEdges(
      chosen.filter((edge) => numberAt(from, edge) < 0),
      given,
    ),
  };
}

/** Edges come from top to bottom: the first tap of a trunk stays, the last one moves on. */
export function findTaps({ edges, y2 }: LaidEdges): ReadonlyMap<string, readonly [number, number]> {
  const taps = new Map<string, readonly [number, number]>();
  edges.forEach(({ kind, fromNode }, at) => {
    const y = y2[at] ?? 0;
    if (kind === 'trunk') taps.set(fromNode, [taps.get(fromNode)?.[0] ?? y, y]);
  });
  return taps;
}
