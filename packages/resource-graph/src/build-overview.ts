import type { GraphNode } from './graph.ts';
import { placeExposure, placeNode } from './graph-window.ts';
import type { Overview, PlacedNode } from './layout.ts';
import type { Scene } from './scene.ts';

const mostWeight = 0xffff;

/** Rules of an Ingress, ports of a Service, Pods of a workload: at least one. */
function weightOf({ kind, ruleCount, rows, pods, foldedCount = 0 }: GraphNode): number {
  const own = kind === 'ingress' ? ruleCount : Math.max(rows.length, pods.length, foldedCount);
  return Math.min(Math.max(own, 1), mostWeight);
}

interface Growing {
  readonly boxes: Float32Array;
  readonly columns: Uint8Array;
  readonly weights: Uint16Array;
}

function addBox(
  { boxes, columns, weights }: Growing,
  at: number,
  { node, x, y, width, height }: PlacedNode,
): void {
  boxes.set([x, y, width, height], at * 4);
  columns[at] = { exposure: 0, ingress: 1, service: 2, pods: 3 }[node.column];
  weights[at] = weightOf(node);
}

/** Every node as a box, the Exposure column first, then lane by lane; {@link overviewNodeId} names them. */
export function buildOverview(scene: Scene): Overview {
  const exposure = placeExposure(scene);
  const count = scene.lanes.reduce((sum, { nodes }) => sum + nodes.length, exposure.length);
  const growing = {
    boxes: new Float32Array(count * 4),
    columns: new Uint8Array(count),
    weights: new Uint16Array(count),
  };
  exposure.forEach((placed, at) => addBox(growing, at, placed));
  let next = exposure.length;
  scene.lanes.forEach(({ nodes }, lane) => {
    for (let at = 0; at < nodes.length; at += 1, next += 1) {
      const placed = placeNode(scene, lane, at);
      if (placed !== undefined) addBox(growing, next, placed);
    }
  });
  return {
    revision: scene.revision,
    height: scene.height,
    width: scene.columns.total,
    ...growing,
    lanes: scene.lanes.map(({ lane, height }, at) => ({
      namespace: lane.namespace,
      y: scene.tops[at] ?? 0,
      height,
    })),
  };
}

/** The id of the node that an index into the overview's arrays means; `undefined` beyond their end. */
export function overviewNodeId(scene: Scene, index: number): string | undefined {
  const { nodes } = scene.exposure.exposure;
  if (index < nodes.length) return nodes[index]?.id;
  let rest = index - nodes.length;
  for (const layout of scene.lanes) {
    if (rest < layout.nodes.length) return layout.nodes[rest]?.id;
    rest -= layout.nodes.length;
  }
  return undefined;
}
