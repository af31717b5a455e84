import { clientsId } from './graph-ids.ts';
import type { LaneLayout } from './layout-lane.ts';
import type { GraphWindow, PlacedEdge, PlacedLane, PlacedNode, Rectangle } from './layout.ts';
import { numberAt } from './number-at.ts';
import type { LaidEdges, SortedEdges } from './place-edges.ts';
import { firstAbove, lanesBetween, trunkPlace, type Scene } from './scene.ts';

/** More nodes than this are never handed over: beyond it a page of DOM nodes stops being smooth. */
export const mostNodes = 300;

const toPlacedLane = (layout: LaneLayout, y: number): PlacedLane => ({
  namespace: layout.lane.namespace,
  y,
  height: layout.height,
  isFolded: layout.isFolded,
  counts: layout.lane.counts,
  shownIngresses: layout.totals.ingresses,
  ...(layout.isEmpty ? { isEmpty: true } : {}),
});

/** The node at a place of a lane's list, in px of the whole picture. */
export function placeNode(scene: Scene, lane: number, at: number): PlacedNode | undefined {
  const layout = scene.lanes[lane];
  const node = layout?.nodes[at];
  if (layout === undefined || node === undefined) return undefined;
  const column = at < layout.starts[1] ? 1 : at < layout.starts[2] ? 2 : 3;
  return {
    node,
    x: scene.columns.x[column],
    y: (scene.tops[lane] ?? 0) + (layout.tops[at] ?? 0),
    width: scene.columns.width[column],
    height: layout.heights[at] ?? 0,
  };
}

/** The Exposure column, which is pinned and therefore in every window. */
export function placeExposure({ exposure, columns }: Scene): readonly PlacedNode[] {
  return exposure.exposure.nodes.map((node, at) => ({
    node,
    x: columns.x[0],
    y: exposure.tops[at] ?? 0,
    width: columns.width[0],
    height: exposure.heights[at] ?? 0,
  }));
}

const isInSight = (place: Rectangle, rectangle: Rectangle): boolean =>
  place.x < rectangle.x + rectangle.width &&
  place.x + place.width > rectangle.x &&
  place.y < rectangle.y + rectangle.height &&
  place.y + place.height > rectangle.y;

function listNodes(
  scene: Scene,
  rectangle: Rectangle,
  [first, end]: readonly [number, number],
): PlacedNode[] {
  const nodes: PlacedNode[] = [];
  for (let lane = first; lane < end; lane += 1) {
    const layout = scene.lanes[lane];
    if (layout === undefined) continue;
    const top = rectangle.y - (scene.tops[lane] ?? 0);
    for (let column = 0; column < 3; column += 1) {
      const [start, stop] = [layout.starts[column] ?? 0, layout.starts[column + 1] ?? 0];
      let at = Math.max(start, firstAbove(layout.tops, top, [start, stop]) - 1);
      for (; at < stop && (layout.tops[at] ?? 0) < top + rectangle.height; at += 1) {
        const placed = placeNode(scene, lane, at);
        if (placed !== undefined && isInSight(placed, rectangle)) nodes.push(placed);
      }
    }
  }
  return nodes;
}

/** The nodes nearest to the middle, in the order in which they came. */
function keepNearest(nodes: readonly PlacedNode[], { y, height }: Rectangle): readonly PlacedNode[] {
  if (nodes.length <= mostNodes) return nodes;
  const middle = y + height / 2;
  const distance = (node: PlacedNode): number => Math.abs(node.y + node.height / 2 - middle);
  const nearest = nodes.toSorted((a, b) => distance(a) - distance(b) || (a.node.id < b.node.id ? -1 : 1));
  const kept = new Set(nearest.slice(0, mostNodes));
  return nodes.filter((node) => kept.has(node));
}

/** Edges that touch the span: from the first one too low to matter upwards, until none above reaches down to it. */
function findEdges(
  { y1, y2 }: LaidEdges,
  { order, reach }: SortedEdges,
  [top, bottom]: readonly [number, number],
): readonly number[] {
  const found: number[] = [];
  const upper = (edge: number): number => Math.min(numberAt(y1, edge), numberAt(y2, edge));
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (upper(numberAt(order, middle)) > bottom) high = middle;
    else low = middle + 1;
  }
  for (let at = low - 1; at >= 0 && numberAt(reach, at) >= top; at -= 1) {
    const edge = numberAt(order, at);
    if (Math.max(numberAt(y1, edge), numberAt(y2, edge)) >= top) found.push(edge);
  }
  return found.reverse();
}

const spanIn = (y: number, rectangle: Rectangle): readonly [number, number] => [
  rectangle.y - y,
  rectangle.y + rectangle.height - y,
];

function placeInnerEdges(scene: Scene, lane: number, rectangle: Rectangle): readonly PlacedEdge[] {
  const layout = scene.lanes[lane];
  if (layout === undefined) return [];
  const { edges, starts } = layout;
  const { x, width } = scene.columns;
  const y = numberAt(scene.tops, lane);
  return findEdges(edges, edges.inner, spanIn(y, rectangle)).flatMap((at): PlacedEdge[] => {
    const edge = layout.lane.edges[at];
    if (edge === undefined) return [];
    const column = numberAt(edges.from, at) < starts[1] ? 1 : 2;
    return [
      {
        edge,
        x1: x[column] + width[column],
        y1: y + numberAt(edges.y1, at),
        x2: numberAt(x, column + 1),
        y2: y + numberAt(edges.y2, at),
      },
    ];
  });
}

function placeOuterEdges(scene: Scene, lane: number, rectangle: Rectangle): readonly PlacedEdge[] {
  const layout = scene.lanes[lane];
  if (layout === undefined) return [];
  const { edges, starts } = layout;
  const { columns, exposure } = scene;
  const y = numberAt(scene.tops, lane);
  return findEdges(edges, edges.outer, spanIn(y, rectangle)).flatMap((at): PlacedEdge[] => {
    const edge = layout.lane.edges[at];
    if (edge === undefined) return [];
    const y2 = y + numberAt(edges.y2, at);
    const x2 = columns.x[numberAt(edges.to, at) < starts[1] ? 1 : 2];
    if (edge.kind === 'trunk') return [{ edge, x1: trunkPlace(scene, edge.fromNode), y1: y2, x2, y2 }];
    const y1 = exposure.anchors[exposure.nodeIndex.get(edge.fromNode) ?? -1] ?? y2;
    return [{ edge, x1: columns.x[0] + columns.width[0], y1, x2, y2 }];
  });
}

/** Straight down from the clients to each controller. */
function placeExposureEdges({ exposure, columns }: Scene): readonly PlacedEdge[] {
  const clients = exposure.nodeIndex.get(clientsId) ?? 0;
  const x = columns.x[0] + columns.width[0] / 2;
  const bottom = (exposure.tops[clients] ?? 0) + (exposure.heights[clients] ?? 0);
  return exposure.exposure.edges.map((edge) => ({
    edge,
    x1: x,
    y1: bottom,
    x2: x,
    y2: exposure.tops[exposure.nodeIndex.get(edge.toNode) ?? -1] ?? bottom,
  }));
}

function findTrunkSpan(scene: Scene, nodeId: string): readonly [number, number] | undefined {
  let span: readonly [number, number] | undefined;
  scene.lanes.forEach(({ taps }, lane) => {
    const own = taps.get(nodeId);
    const y = scene.tops[lane] ?? 0;
    if (own !== undefined) span = [span?.[0] ?? y + own[0], y + own[1]];
  });
  return span;
}

/** From the controller, or the first tap above it, to the last tap; what lies outside the window is cut off. */
function placeTrunks(scene: Scene, { y, height }: Rectangle): GraphWindow['trunks'] {
  const { exposure } = scene;
  return exposure.exposure.nodes.flatMap(({ id }, at) => {
    const span = findTrunkSpan(scene, id);
    if (span === undefined) return [];
    const origin = exposure.anchors[at] ?? span[0];
    const y1 = Math.max(y, Math.min(origin, span[0]));
    const y2 = Math.min(y + height, Math.max(origin, span[1]));
    return y1 < y2 ? [{ id, x: trunkPlace(scene, id), y1, y2 }] : [];
  });
}

/**
 * What lies in a rectangle of the picture. Nodes are those that overlap it (at most 300, the nearest to its middle), and
 * always the Exposure column; edges are those whose span from end to end touches it vertically. Costs the window's size
 * and a step per lane, not the cluster's.
 */
export function cutWindow(scene: Scene, rectangle: Rectangle): GraphWindow {
  const range = lanesBetween(scene, rectangle.y, rectangle.y + rectangle.height);
  const lanes: PlacedLane[] = [];
  const edges: PlacedEdge[] = [...placeExposureEdges(scene)];
  for (let lane = range[0]; lane < range[1]; lane += 1) {
    const layout = scene.lanes[lane];
    if (layout !== undefined) lanes.push(toPlacedLane(layout, scene.tops[lane] ?? 0));
    edges.push(...placeOuterEdges(scene, lane, rectangle), ...placeInnerEdges(scene, lane, rectangle));
  }
  return {
    revision: scene.revision,
    width: scene.columns.total,
    height: scene.height,
    lanes,
    nodes: [...placeExposure(scene), ...keepNearest(listNodes(scene, rectangle, range), rectangle)],
    edges,
    trunks: placeTrunks(scene, rectangle),
  };
}
