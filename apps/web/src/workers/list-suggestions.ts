import { keyOfRef } from '@fairlead/kube-objects';
import type { GraphWindow, PlacedEdge, PlacedNode } from '@fairlead/resource-graph';
import type { PictureModel } from './cluster-model.ts';

const headHeight = 30;
const rowMiddle = 12;

const middleOf = ({ y, height }: PlacedNode, wanted: number): number => y + Math.min(wanted, height / 2);

function suggest(from: PlacedNode, to: PlacedNode): PlacedEdge {
  return {
    edge: {
      id: `${from.node.id}?${to.node.id}`,
      kind: 'suggestion',
      fromNode: from.node.id,
      fromRow: undefined,
      toNode: to.node.id,
      toRow: undefined,
      state: 'ok',
    },
    x1: from.x + from.width,
    y1: middleOf(from, headHeight + rowMiddle),
    x2: to.x,
    y2: middleOf(to, to.height / 2),
  };
}

/** "Did you mean this one?": from a Service that selects no Pod to the workload its finding names, where both are in view. */
export function listSuggestions(
  { diagnosis, graph }: PictureModel,
  window: GraphWindow,
): readonly PlacedEdge[] {
  const placed = new Map(window.nodes.map((node) => [node.node.id, node]));
  return window.nodes.flatMap((from) => {
    const { ref } = from.node;
    if (ref?.kind !== 'Service') return [];
    const noPods = diagnosis.listFor(keyOfRef(ref)).filter(({ checkId }) => checkId === 'SVC-001');
    const meant = noPods.flatMap(({ related }) =>
      related.flatMap((other) => graph.findNode(keyOfRef(other)) ?? []),
    );
    return meant.flatMap((node) => {
      const to = placed.get(node.id);
      return node.kind === 'workload' && to !== undefined ? [suggest(from, to)] : [];
    });
  });
}
