import type { GraphExposure } from './graph.ts';
import { clientsId } from './graph-ids.ts';
import type { DetailLevel } from './layout.ts';
import { anchorOf, nodeHeight, sizes } from './node-size.ts';

/** The Exposure column at its place. It is pinned: its y values do not move with the lanes. */
export interface ExposureLayout {
  readonly exposure: GraphExposure;
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  /** Where edges leave each node. */
  readonly anchors: readonly number[];
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly height: number;
}

interface Given {
  readonly level: DetailLevel;
  readonly markedNodes: ReadonlySet<string>;
  readonly hasLaneHeads: boolean;
}

/** Clients on top, some air for the line down, then one node below the other. */
export function layoutExposure(
  exposure: GraphExposure,
  { level, markedNodes, hasLaneHeads }: Given,
): ExposureLayout {
  const tops: number[] = [];
  const heights: number[] = [];
  let y: number = hasLaneHeads ? sizes.laneHead : sizes.lanePadding;
  for (const node of exposure.nodes) {
    const height = nodeHeight(node, { level, isExpanded: false, isMarked: markedNodes.has(node.id) });
    tops.push(y);
    heights.push(height);
    y += height + (node.id === clientsId ? sizes.exposureGap : sizes.gap);
  }
  return {
    exposure,
    tops,
    heights,
    anchors: exposure.nodes.map((node, at) => (tops[at] ?? 0) + anchorOf(node, -1, level)),
    nodeIndex: new Map(exposure.nodes.map(({ id }, at) => [id, at])),
    height: y + sizes.lanePadding,
  };
}
