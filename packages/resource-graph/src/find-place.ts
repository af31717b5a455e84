import type { ObjectKey } from '@fairlead/kube-objects';
import { foldedNodeId, namespaceOfNodeId, splitTarget } from './graph-ids.ts';
import type { GraphNode } from './graph.ts';
import { placeExposure, placeNode } from './graph-window.ts';
import type { LaneLayout } from './layout-lane.ts';
import type { PlacedNode, Rectangle } from './layout.ts';
import { anchorOf, sizes } from './node-size.ts';
import type { Scene } from './scene.ts';

export interface LanePlace {
  readonly lane: number;
  /** Place in the layout's nodes. */
  readonly at: number;
}

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

/** Where a node is drawn in its lane: itself, or the row of healthy nodes it is folded into. */
export function findInLane({ lane, nodes }: LaneLayout, nodeId: string): number {
  const at = nodes.findIndex(({ id }) => id === nodeId);
  if (at >= 0) return at;
  const node = lane.nodes.find(({ id }) => id === nodeId);
  return node === undefined
    ? -1
    : nodes.findIndex(({ id }) => id === foldedNodeId(lane.namespace, node.column));
}

const standsFor = (node: GraphNode, key: ObjectKey): boolean => node.id === key || node.stands.includes(key);

/** The node that accounts for an object, as the lane or the Exposure column has it. */
export function findNodeOf(scene: Scene, key: ObjectKey): GraphNode | undefined {
  const namespace = namespaceOfNodeId(key);
  const layout = namespace === undefined ? undefined : scene.lanes[findLane(scene, namespace)];
  const nodes = layout?.lane.nodes ?? scene.exposure.exposure.nodes;
  return nodes.find(({ id }) => id === key) ?? nodes.find((node) => standsFor(node, key));
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

function findPlaced(scene: Scene, nodeId: string): Rectangle | PlacedNode | undefined {
  const namespaceObject = nodeId.startsWith(namespacePrefix)
    ? nodeId.slice(namespacePrefix.length)
    : undefined;
  if (namespaceObject !== undefined) return placeWholeLane(scene, findLane(scene, namespaceObject));
  const namespace = namespaceOfNodeId(nodeId);
  if (namespace === undefined) return placeExposure(scene).find(({ node }) => standsFor(node, nodeId));
  const lane = findLane(scene, namespace);
  const layout = scene.lanes[lane];
  if (layout === undefined) return undefined;
  if (layout.isFolded) return placeWholeLane(scene, lane);
  const id = findNodeOf(scene, nodeId)?.id ?? nodeId;
  return placeNode(scene, lane, findInLane(layout, id));
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
