import type { GraphLane, GraphNode, LaneIndex } from './graph.ts';
import type { ViewState } from './layout.ts';
import { splitTarget, targetOf } from './graph-ids.ts';

/** A view's lists as sets, made once per view: what layout asks for every node. */
export interface ViewSets {
  readonly view: ViewState;
  readonly classNames: ReadonlySet<string> | undefined;
  readonly folded: ReadonlySet<string>;
  readonly expanded: ReadonlySet<string>;
  /** Nodes that are marked themselves or by one of their rows. */
  readonly markedNodes: ReadonlySet<string>;
  readonly hasLaneHeads: boolean;
}

export const toViewSets = (view: ViewState, hasLaneHeads: boolean): ViewSets => ({
  view,
  classNames: view.classNames && new Set(view.classNames),
  folded: new Set(view.foldedNamespaces),
  expanded: new Set(view.expandedNodes),
  markedNodes: new Set(Array.from(view.marked, (target) => splitTarget(target).nodeId)),
  hasLaneHeads,
});

export const isRowMarked = ({ view }: ViewSets, node: GraphNode, rowId: string): boolean =>
  view.marked.has(targetOf(node.id, rowId));

/** Spreads along the edges, twice since a lane has three columns: downwards from `from` to `to`, upwards back. */
function spread(seeds: Uint8Array, { from, to }: LaneIndex, isDown: boolean): Uint8Array {
  const reached = Uint8Array.from(seeds);
  const [near, far] = isDown ? [from, to] : [to, from];
  for (let pass = 0; pass < 2; pass += 1)
    for (let edge = 0; edge < from.length; edge += 1) {
      const start = near[edge] ?? -1;
      const end = far[edge] ?? -1;
      if (start >= 0 && end >= 0 && reached[start] === 1) reached[end] = 1;
    }
  return reached;
}

/** What becomes of each node of a lane under a view. */
export const left = { out: 0, drawn: 1, folded: 2 } as const;

function findKept(lane: GraphLane, sets: ViewSets): Uint8Array {
  const { classNames } = sets;
  if (classNames === undefined) return new Uint8Array(lane.nodes.length).fill(left.drawn);
  const seeds = Uint8Array.from(lane.nodes, ({ kind, className }) =>
    kind === 'ingress' && classNames.has(className) ? 1 : 0,
  );
  return spread(seeds, lane.index, true);
}

/**
 * Which nodes a view draws, which it folds into counted rows because neither they nor what lies up- and downstream of
 * them has a finding, and which its class filter leaves out.
 */
export function findVisible(lane: GraphLane, sets: ViewSets): Uint8Array {
  const kept = findKept(lane, sets);
  if (!sets.view.onlyProblems) return kept;
  const marked = Uint8Array.from(lane.nodes, ({ id }, at) =>
    kept[at] === left.drawn && sets.markedNodes.has(id) ? 1 : 0,
  );
  const up = spread(marked, lane.index, false);
  const down = spread(marked, lane.index, true);
  return kept.map((state, at) => {
    const isOnTheWay = up[at] === 1 || down[at] === 1 || lane.nodes[at]?.kind === 'hidden';
    return state === left.out || isOnTheWay ? state : left.folded;
  });
}
