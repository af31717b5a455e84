import type { GraphLane, GraphNode } from './graph.ts';
import { toViewSets, type ViewSets } from './lane-view.ts';
import type { ViewState } from './layout.ts';
import { nodeHeight, sizes } from './node-size.ts';
import { numberAt } from './number-at.ts';
import { findTaps, noEdges, placeEdges, type LaidEdges } from './place-edges.ts';
import { standNodes, type Standing } from './standing.ts';

/** What the column heads count, folded nodes included and those a class filter leaves out not. */
export interface LaneTotals {
  readonly ingresses: number;
  readonly rules: number;
  readonly services: number;
  readonly missing: number;
  readonly pods: number;
  readonly workloads: number;
}

/** A lane at its place in itself: every y counts from the lane's top, so that a lane that moves stays the same object. */
export interface LaneLayout {
  readonly lane: GraphLane;
  readonly height: number;
  readonly isFolded: boolean;
  readonly isEmpty: boolean;
  /** Column by column, each from top to bottom, with the rows that are drawn. */
  readonly nodes: readonly GraphNode[];
  /** Where the columns Ingress, Service and Pods begin in `nodes`, and its length. */
  readonly starts: readonly [number, number, number, number];
  readonly tops: Float64Array;
  readonly heights: Float64Array;
  readonly edges: LaidEdges;
  /** For each node of the Exposure column with a trunk into the lane: y of its first and its last tap. */
  readonly taps: ReadonlyMap<string, readonly [number, number]>;
  readonly totals: LaneTotals;
  /** How many objects have a node or a Pod's mark of their own here, and how many the lane accounts for in all. */
  readonly drawnObjects: number;
  readonly accountedObjects: number;
}

function countTotals(lane: GraphLane, { places }: Standing): LaneTotals {
  const totals = { ingresses: 0, rules: 0, services: 0, missing: 0, pods: 0, workloads: 0 };
  lane.nodes.forEach(({ kind, ruleCount, pods, finishedCount = 0 }, at) => {
    if (numberAt(places, at) < 0) return;
    totals.rules += ruleCount;
    if (kind === 'ingress') totals.ingresses += 1;
    else if (kind === 'service') totals.services += 1;
    else if (kind === 'service-ghost') totals.missing += 1;
    else if (kind === 'workload' || kind === 'finished') {
      totals.workloads += 1;
      totals.pods += pods.length + finishedCount;
    }
  });
  return totals;
}

const countDrawn = ({ ref, pods, kind }: GraphNode): number =>
  (ref === undefined || ref.kind === 'Pod' ? 0 : 1) + (kind === 'workload' ? pods.length : 0);

const countStanding = ({ stands, nodes }: GraphLane): number =>
  nodes.reduce((sum, node) => sum + node.stands.length, stands.length);

function layFolded(lane: GraphLane, totals: LaneTotals, isEmpty: boolean): LaneLayout {
  return {
    lane,
    height: sizes.foldedLane,
    isFolded: true,
    isEmpty,
    nodes: [],
    starts: [0, 0, 0, 0],
    tops: new Float64Array(),
    heights: new Float64Array(),
    edges: noEdges,
    taps: new Map(),
    totals,
    drawnObjects: 0,
    accountedObjects: countStanding(lane),
  };
}

interface Stacked {
  readonly tops: Float64Array;
  readonly heights: Float64Array;
  readonly bottom: number;
}

/** Each column from the same line down. */
function stackNodes({ nodes, starts }: Standing, sets: ViewSets): Stacked {
  const { level, marked } = sets.view;
  const tops = new Float64Array(nodes.length);
  const heights = new Float64Array(nodes.length);
  const first = sets.hasLaneHeads ? sizes.laneHead : sizes.lanePadding;
  let bottom: number = first;
  let y: number = first;
  nodes.forEach((node, at) => {
    if (at === starts[1] || at === starts[2]) y = first;
    const isExpanded = sets.expanded.has(node.id);
    const height = nodeHeight(node, { level, isExpanded, isMarked: marked.has(node.id) });
    tops[at] = y;
    heights[at] = height;
    bottom = Math.max(bottom, y + height);
    y += height + sizes.gap;
  });
  return { tops, heights, bottom };
}

/** {@link layoutLane} for a view whose sets are at hand. */
export function layoutLaneOf(lane: GraphLane, sets: ViewSets): LaneLayout {
  const standing = standNodes(lane, sets);
  const totals = countTotals(lane, standing);
  const { nodes, starts } = standing;
  const isFolded = sets.hasLaneHeads && sets.folded.has(lane.namespace);
  if (isFolded || nodes.length === 0) return layFolded(lane, totals, nodes.length === 0);
  const { tops, heights, bottom } = stackNodes(standing, sets);
  const edges = placeEdges(lane, { standing, tops, level: sets.view.level });
  return {
    lane,
    height: bottom + sizes.lanePadding,
    isFolded: false,
    isEmpty: false,
    nodes,
    starts,
    tops,
    heights,
    edges,
    taps: findTaps(lane, edges),
    totals,
    drawnObjects: nodes.reduce((sum, node) => sum + countDrawn(node), 0),
    accountedObjects: countStanding(lane),
  };
}

/** The places of a lane's nodes and edges under a view. Nothing outside the lane is looked at. */
export const layoutLane = (lane: GraphLane, view: ViewState): LaneLayout =>
  layoutLaneOf(lane, toViewSets(view, view.namespaces?.length !== 1));
