import { clientsId, namespaceOfNodeId, splitTarget } from './graph-ids.ts';
import type { Column, GraphEdge, GraphLane } from './graph.ts';
import { findInLane, findLane } from './find-place.ts';
import { columnNumber } from './lane-index.ts';
import type { LaneLayout } from './layout-lane.ts';
import { numberAt } from './number-at.ts';
import type { Scene } from './scene.ts';

/** Up and down stay in the column, left and right follow edges, first and last are the ends of the column. */
export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

export interface PathEdges {
  readonly up: readonly GraphEdge[];
  readonly down: readonly GraphEdge[];
}

interface Spot {
  readonly node: string;
  /** `undefined`: the whole node, whatever row an edge touches. */
  readonly row: string | undefined;
}

/** An edge that touches the head belongs to every row, and a whole node has all edges. */
const touches = (row: string | undefined, spot: Spot): boolean =>
  row === undefined || spot.row === undefined || row === spot.row;

function groupSpots(spots: readonly Spot[]): ReadonlyMap<string, readonly Spot[]> {
  const groups = new Map<string, Spot[]>();
  for (const spot of spots) {
    const group = groups.get(spot.node);
    if (group === undefined) groups.set(spot.node, [spot]);
    else group.push(spot);
  }
  return groups;
}

function follow(lane: GraphLane, start: Spot, isDown: boolean): readonly GraphEdge[] {
  const found = new Set<GraphEdge>();
  let spots: readonly Spot[] = [start];
  while (spots.length > 0) {
    const from = groupSpots(spots);
    const next: Spot[] = [];
    for (const edge of lane.edges) {
      const [near, nearRow] = isDown ? [edge.fromNode, edge.fromRow] : [edge.toNode, edge.toRow];
      if (found.has(edge) || !(from.get(near) ?? []).some((spot) => touches(nearRow, spot))) continue;
      found.add(edge);
      next.push(isDown ? { node: edge.toNode, row: edge.toRow } : { node: edge.fromNode, row: edge.fromRow });
    }
    spots = next;
  }
  return [...found];
}

/** From a node of the Exposure column only the first step is told: behind a controller lies all it serves. */
function listExposurePaths({ exposure, lanes }: Scene, nodeId: string): PathEdges {
  const { edges } = exposure.exposure;
  return {
    up: edges.filter(({ toNode }) => toNode === nodeId),
    down: [
      ...edges.filter(({ fromNode }) => fromNode === nodeId),
      ...lanes.flatMap(({ lane }) => lane.edges.filter(({ fromNode }) => fromNode === nodeId)),
    ],
  };
}

/** Edges up- and downstream of a node or a row, to both ends of the picture. */
export function listPathEdges(scene: Scene, target: string): PathEdges {
  const { nodeId, rowId } = splitTarget(target);
  const namespace = namespaceOfNodeId(nodeId);
  if (namespace === undefined) return listExposurePaths(scene, nodeId);
  const lane = scene.lanes[findLane(scene, namespace)]?.lane;
  if (lane === undefined) return { up: [], down: [] };
  const start = { node: nodeId, row: rowId };
  return { up: follow(lane, start, false), down: follow(lane, start, true) };
}

/** The drawn ends of edges of one side, from top to bottom; those of the row alone where it has any. */
function listEnds(layout: LaneLayout, spot: Spot, isRight: boolean): readonly string[] {
  const at = findInLane(layout, spot.node);
  const { inner, outer, from, to, y1, y2 } = layout.edges;
  const ends: { readonly y: number; readonly id: string; readonly isOfRow: boolean }[] = [];
  for (const place of [...inner.order, ...outer.order]) {
    const edge = layout.lane.edges[place];
    if (edge === undefined || numberAt(isRight ? from : to, place) !== at) continue;
    const id = layout.nodes[numberAt(isRight ? to : from, place)]?.id ?? edge.fromNode;
    const isOfRow = (isRight ? edge.fromRow : edge.toRow) === spot.row;
    ends.push({ y: numberAt(isRight ? y2 : y1, place), id, isOfRow });
  }
  const own = spot.row === undefined ? [] : ends.filter(({ isOfRow }) => isOfRow);
  return (own.length > 0 ? own : ends).toSorted((a, b) => a.y - b.y).map(({ id }) => id);
}

function findFirstTap({ lane, nodes, edges }: LaneLayout, exposureId: string): string | undefined {
  const place = edges.outer.order.find((at) => lane.edges[at]?.fromNode === exposureId);
  return place === undefined ? undefined : nodes[numberAt(edges.to, place)]?.id;
}

function findSideways(scene: Scene, spot: Spot, isRight: boolean): string | undefined {
  const namespace = namespaceOfNodeId(spot.node);
  if (namespace === undefined) {
    if (!isRight) return undefined;
    return scene.lanes.map((layout) => findFirstTap(layout, spot.node)).find((id) => id !== undefined);
  }
  const layout = scene.lanes[findLane(scene, namespace)];
  return layout === undefined ? undefined : listEnds(layout, spot, isRight)[0];
}

const rangeOf = ({ starts }: LaneLayout, column: number): readonly [number, number] => [
  starts[column - 1] ?? 0,
  starts[column] ?? 0,
];

/** The first or last node of a column, looking through lanes from one of them on. */
function findEnd(
  scene: Scene,
  column: number,
  { lane, step }: { lane: number; step: 1 | -1 },
): string | undefined {
  for (let at = lane; at >= 0 && at < scene.lanes.length; at += step) {
    const layout = scene.lanes[at];
    if (layout === undefined) continue;
    const [start, stop] = rangeOf(layout, column);
    if (start < stop) return layout.nodes[step > 0 ? start : stop - 1]?.id;
  }
  return undefined;
}

function stepInExposure({ exposure }: Scene, nodeId: string, direction: Direction): string | undefined {
  const { nodes } = exposure.exposure;
  const at = exposure.nodeIndex.get(nodeId) ?? exposure.nodeIndex.get(clientsId) ?? 0;
  const places = { up: at - 1, down: at + 1, first: 0, last: nodes.length - 1, left: -1, right: -1 };
  return nodes[places[direction]]?.id;
}

function stepInColumn(
  scene: Scene,
  nodeId: string,
  direction: 'up' | 'down' | 'first' | 'last',
): string | undefined {
  const lane = findLane(scene, namespaceOfNodeId(nodeId) ?? '');
  const layout = scene.lanes[lane];
  if (layout === undefined) return undefined;
  const at = findInLane(layout, nodeId);
  const column: Column | undefined = layout.nodes[at]?.column;
  if (column === undefined) return undefined;
  const number = columnNumber(column);
  if (direction === 'first') return findEnd(scene, number, { lane: 0, step: 1 });
  if (direction === 'last') return findEnd(scene, number, { lane: scene.lanes.length - 1, step: -1 });
  const step = direction === 'down' ? 1 : -1;
  const [start, stop] = rangeOf(layout, number);
  const next = at + step;
  if (next >= start && next < stop) return layout.nodes[next]?.id;
  return findEnd(scene, number, { lane: lane + step, step });
}

/** The node that a key leads to from a node or row; `undefined` when there is none in that direction. */
export function findNeighbour(scene: Scene, target: string, direction: Direction): string | undefined {
  const { nodeId, rowId } = splitTarget(target);
  if (direction === 'left' || direction === 'right')
    return findSideways(scene, { node: nodeId, row: rowId }, direction === 'right');
  return namespaceOfNodeId(nodeId) === undefined
    ? stepInExposure(scene, nodeId, direction)
    : stepInColumn(scene, nodeId, direction);
}
