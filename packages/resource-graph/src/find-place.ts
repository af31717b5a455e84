import { foldedNodeId, namespaceOfNodeId, splitTarget } from './graph-ids.ts';
import { placeExposure, placeNode } from './graph-window.ts';
import { findDrawn, findNodeIn } from './lane-lookup.ts';
import type { LaneLayout } from './layout-lane.ts';
import type { PlacedNode, Rectangle } from './layout.ts';
import { anchorOf, sizes } from './node-size.ts';
import type { Scene } from './scene.ts';

/** The lane of a namespace by its place; lanes stand in the order of their names. */
export function findLane({ lanes }: Scene, namespace: string): number {
  let [low, high] = [0, lanes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lanes[middle]?.lane.namespace ?? '') < namespace) low = middle + 1;
    else high = middle;
  }
  return lanes[low]?.lane.namespace === namespace ? low : -1;
}

/** Where a node is drawn in its lane: itself, or the row of healthy nodes it is folded into; -1 when left out. */
export function findInLane(layout: LaneLayout, nodeId: string): number {
  const at = findDrawn(layout, nodeId);
  if (at >= 0) return at;
  const { lane } = layout;
  const node = findNodeIn(lane, nodeId);
  return node === undefined ? -1 : findDrawn(layout, foldedNodeId(lane.namespace, node.column));
}

const namespacePrefix = 'Namespace/-/';

function placeWholeLane(scene: Scene, lane: number): Rectangle | undefined {
  const layout = scene.lanes[lane];
  if (layout === undefined) return undefined;
  return { x: 0, y: scene.tops[lane] ?? 0, width: scene.columns.total, height: layout.height };
}

function placeRow(scene: Scene, placed: PlacedNode, rowId: string): Rectangle {
  const row = placed.node.rows.findIndex(({ id }) => id === rowId);
  if (row < 0 || scene.view.level === 'compact') return placed;
  const middle = placed.y + anchorOf(placed.node, row, scene.view.level);
  return { x: placed.x, y: middle - sizes.row / 2, width: placed.width, height: sizes.row };
}

function placeInExposure(scene: Scene, id: string): PlacedNode | undefined {
  const node = findNodeIn(scene.exposure.exposure, id);
  return node && placeExposure(scene)[scene.exposure.nodeIndex.get(node.id) ?? -1];
}

function findPlaced(scene: Scene, id: string): Rectangle | PlacedNode | undefined {
  if (id.startsWith(namespacePrefix))
    return placeWholeLane(scene, findLane(scene, id.slice(namespacePrefix.length)));
  const namespace = namespaceOfNodeId(id);
  if (namespace === undefined) return placeInExposure(scene, id);
  const lane = findLane(scene, namespace);
  const layout = scene.lanes[lane];
  if (layout === undefined) return undefined;
  if (layout.isFolded) return findNodeIn(layout.lane, id) && placeWholeLane(scene, lane);
  return placeNode(scene, lane, findInLane(layout, findNodeIn(layout.lane, id)?.id ?? id));
}

/** Where a node, a row of one or an object is drawn; what stands for it counts as its place. */
export function placeOf(scene: Scene, target: string): Rectangle | undefined {
  const { nodeId, rowId } = splitTarget(target);
  const found = findPlaced(scene, nodeId);
  if (found === undefined) return undefined;
  const { x, y, width, height } =
    'node' in found && rowId !== undefined ? placeRow(scene, found, rowId) : found;
  return { x, y, width, height };
}
