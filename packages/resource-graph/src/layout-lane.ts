import { drawNode } from './drawn-node.ts';
import { buildFoldedNode } from './folded-node.ts';
import type { Column, GraphLane, GraphNode } from './graph.ts';
import { foldedNodeId } from './graph-ids.ts';
import { columnNumber, indexLane, type LaneIndex } from './lane-index.ts';
import { findVisible, left, toViewSets, type ViewSets } from './lane-view.ts';
import type { ViewState } from './layout.ts';
import { nodeHeight, sizes } from './node-size.ts';
import { findTaps, noEdges, placeEdges, type Drawn, type LaidEdges, type Standing } from './place-edges.ts';

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
  /** Column by column, each from top to bottom. */
  readonly nodes: readonly GraphNode[];
  /** Where columns 1, 2 and 3 begin in `nodes`, and its length. */
  readonly starts: readonly [number, number, number, number];
  readonly tops: Float64Array;
  readonly heights: Float64Array;
  readonly inner: LaidEdges;
  /** Edges from the Exposure column. */
  readonly outer: LaidEdges;
  /** For each node of the Exposure column with a trunk into the lane: y of its first and its last tap. */
  readonly taps: ReadonlyMap<string, readonly [number, number]>;
  readonly totals: LaneTotals;
  /** How many objects have a node or a Pod's mark of their own here, and how many the lane accounts for in all. */
  readonly drawnObjects: number;
  readonly accountedObjects: number;
}

const columns: readonly Column[] = ['ingress', 'service', 'pods'];

function standNodes(lane: GraphLane, index: LaneIndex, sets: ViewSets): Standing {
  const visible = findVisible(lane, index, sets);
  const drawn: Drawn[] = [];
  const places = new Int32Array(lane.nodes.length).fill(-1);
  for (const column of columns) {
    const number = columnNumber(column);
    const isOpen = sets.expanded.has(foldedNodeId(lane.namespace, column));
    const folded: number[] = [];
    lane.nodes.forEach((node, at) => {
      if (index.columns[at] !== number || visible[at] === left.out) return;
      if (visible[at] === left.folded && !isOpen) folded.push(at);
      else places[at] = drawn.push({ drawn: drawNode(node, sets), column: number }) - 1;
    });
    if (folded.length === 0) continue;
    const healthy = folded.flatMap((at) => lane.nodes[at] ?? []);
    const node = buildFoldedNode(lane.namespace, column, healthy);
    const place = drawn.push({ drawn: { node, rowPlaces: undefined }, column: number }) - 1;
    for (const at of folded) places[at] = place;
  }
  return { drawn, places };
}

function countTotals(lane: GraphLane, { places }: Standing): LaneTotals {
  const totals = { ingresses: 0, rules: 0, services: 0, missing: 0, pods: 0, workloads: 0 };
  lane.nodes.forEach((node, at) => {
    if ((places[at] ?? -1) < 0) return;
    totals.rules += node.ruleCount;
    if (node.kind === 'ingress') totals.ingresses += 1;
    else if (node.kind === 'service') totals.services += 1;
    else if (node.kind === 'service-ghost') totals.missing += 1;
    else if (node.kind === 'workload') {
      totals.workloads += 1;
      totals.pods += node.pods.length + (node.finishedCount ?? 0);
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
    inner: noEdges,
    outer: noEdges,
    taps: new Map(),
    totals,
    drawnObjects: 0,
    accountedObjects: countStanding(lane),
  };
}

/** {@link layoutLane} for a lane whose index and view sets are at hand. */
export function layoutIndexedLane(lane: GraphLane, index: LaneIndex, sets: ViewSets): LaneLayout {
  const standing = standNodes(lane, index, sets);
  const totals = countTotals(lane, standing);
  const isEmpty = standing.drawn.length === 0;
  if (isEmpty || (sets.hasLaneHeads && sets.folded.has(lane.namespace)))
    return layFolded(lane, totals, isEmpty);
  const { level } = sets.view;
  const nodes = standing.drawn.map(({ drawn }) => drawn.node);
  const tops = new Float64Array(nodes.length);
  const heights = new Float64Array(nodes.length);
  const starts: [number, number, number, number] = [0, 0, 0, nodes.length];
  const first: number = sets.hasLaneHeads ? sizes.laneHead : sizes.lanePadding;
  let [y, lowest, column] = [first, first, 1];
  standing.drawn.forEach(({ drawn, column: own }, at) => {
    for (; column < own; column += 1) {
      starts[column] = at;
      y = first;
    }
    const { node } = drawn;
    const height = nodeHeight(node, {
      level,
      isExpanded: sets.expanded.has(node.id),
      isMarked: sets.view.marked.has(node.id),
    });
    tops[at] = y;
    heights[at] = height;
    lowest = Math.max(lowest, y + height);
    y += height + sizes.gap;
  });
  for (; column < 3; column += 1) starts[column] = nodes.length;
  const edges = placeEdges(lane, index, { standing, tops, level });
  return {
    lane,
    height: lowest + sizes.lanePadding,
    isFolded: false,
    isEmpty,
    nodes,
    starts,
    tops,
    heights,
    ...edges,
    taps: findTaps(edges.outer),
    totals,
    drawnObjects: nodes.reduce((sum, node) => sum + countDrawn(node), 0),
    accountedObjects: countStanding(lane),
  };
}

/** The places of a lane's nodes and edges under a view. Nothing outside the lane is looked at. */
export function layoutLane(lane: GraphLane, view: ViewState): LaneLayout {
  const hasLaneHeads = view.namespaces?.length !== 1;
  return layoutIndexedLane(lane, indexLane(lane), toViewSets(view, hasLaneHeads));
}
