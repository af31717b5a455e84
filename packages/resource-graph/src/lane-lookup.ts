import type { ObjectKey } from '@fairlead/kube-objects';
import type { GraphExposure, GraphLane, GraphNode } from './graph.ts';
import type { LaneLayout } from './layout-lane.ts';

/*
 * Looking up by id is asked for single lanes, many times while these stay the same: the maps are made on the first
 * question and live as long as what they index.
 */
const nodesOf = new WeakMap<object, ReadonlyMap<ObjectKey, GraphNode>>();
const placesOf = new WeakMap<LaneLayout, ReadonlyMap<string, number>>();

function indexNodes({ nodes }: GraphLane | GraphExposure): ReadonlyMap<ObjectKey, GraphNode> {
  const index = new Map<ObjectKey, GraphNode>();
  for (const node of nodes) for (const key of node.stands) index.set(key, node);
  for (const node of nodes) index.set(node.id, node);
  return index;
}

/** The node with that id, or the one that accounts for the object of that key. */
export function findNodeIn(part: GraphLane | GraphExposure, id: string): GraphNode | undefined {
  let index = nodesOf.get(part);
  if (index === undefined) nodesOf.set(part, (index = indexNodes(part)));
  return index.get(id);
}

/** Place in the layout's nodes of the drawn node with that id; -1 when it is not drawn itself. */
export function findDrawn(layout: LaneLayout, nodeId: string): number {
  let index = placesOf.get(layout);
  if (index === undefined) {
    index = new Map(layout.nodes.map(({ id }, at) => [id, at]));
    placesOf.set(layout, index);
  }
  return index.get(nodeId) ?? -1;
}
