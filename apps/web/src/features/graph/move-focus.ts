import type {
  Column,
  EdgeKind,
  GraphEdge,
  PlacedEdge,
  PlacedLane,
  PlacedNode,
} from '@fairlead/resource-graph';

/**
 * What can have the focus: a node's head (`rowId` undefined) or one of its rows, or the head of a lane, which goes by
 * {@link laneTarget}. `y` is its place in the picture.
 */
export interface FocusTarget {
  readonly nodeId: string;
  readonly rowId: string | undefined;
  readonly column: Column;
  readonly y: number;
}

const headMiddle = 15;
const rowHeight = 24;
const laneHeadMiddle = 13;
const lanePrefix = 'lane:';

/** The target of a lane's head. No node id begins like it. */
export const laneTarget = (namespace: string): string => `${lanePrefix}${namespace}`;

/** `undefined`: the target is no head of a lane. */
export const namespaceOfLaneTarget = (target: string): string | undefined =>
  target.startsWith(lanePrefix) ? target.slice(lanePrefix.length) : undefined;

const byPlace = (a: FocusTarget, b: FocusTarget): number => a.y - b.y;

/** Every node and row of the window that can have the focus. Rows of words alone cannot. */
function listNodeTargets(nodes: readonly PlacedNode[], isCompact: boolean): readonly FocusTarget[] {
  return nodes.flatMap(({ node, y }): readonly FocusTarget[] => {
    const own = { nodeId: node.id, column: node.column };
    const head: FocusTarget = { ...own, rowId: undefined, y: y + headMiddle };
    if (isCompact) return [head];
    const rows = node.rows.flatMap((row, at) =>
      row.kind === 'fact' ? [] : [{ ...own, rowId: row.id, y: y + 2 * headMiddle + (at + 0.5) * rowHeight }],
    );
    return [head, ...rows];
  });
}

/**
 * Every target of the window, from top to bottom within a column. Heads of lanes stand in the Ingress column: `lanes` are
 * those that have one.
 */
export const listFocusTargets = (
  nodes: readonly PlacedNode[],
  lanes: readonly PlacedLane[],
  isCompact: boolean,
): readonly FocusTarget[] =>
  [
    ...lanes.map(({ namespace, y }): FocusTarget => ({
      nodeId: laneTarget(namespace),
      rowId: undefined,
      column: 'ingress',
      y: y + laneHeadMiddle,
    })),
    ...listNodeTargets(nodes, isCompact),
  ].toSorted(byPlace);

export const targetText = ({ nodeId, rowId }: Pick<FocusTarget, 'nodeId' | 'rowId'>): string =>
  rowId === undefined ? nodeId : `${nodeId}#${rowId}`;

const leavesFrom = (edge: GraphEdge, { nodeId, rowId }: FocusTarget): boolean =>
  edge.fromNode === nodeId && (rowId === undefined || edge.fromRow === rowId || edge.fromRow === undefined);

const arrivesAt = (edge: GraphEdge, { nodeId, rowId }: FocusTarget): boolean =>
  edge.toNode === nodeId && (rowId === undefined || edge.toRow === rowId || edge.toRow === undefined);

/** The column at either end of an edge, for ends that lie outside the window. */
const columnsOf: Readonly<Record<EdgeKind, { readonly left: Column; readonly right: Column }>> = {
  exposure: { left: 'exposure', right: 'service' },
  trunk: { left: 'exposure', right: 'ingress' },
  backend: { left: 'ingress', right: 'service' },
  endpoints: { left: 'service', right: 'pods' },
  suggestion: { left: 'service', right: 'pods' },
};

const endOf = ({ edge, y1, y2 }: PlacedEdge, side: 'left' | 'right'): FocusTarget => ({
  nodeId: side === 'right' ? edge.toNode : edge.fromNode,
  rowId: side === 'right' ? edge.toRow : edge.fromRow,
  column: columnsOf[edge.kind][side],
  y: side === 'right' ? y2 : y1,
});

/** What can have the focus for the end of an edge: its row, else its node where rows are not drawn, else the end itself. */
export function findTargetOf(end: FocusTarget, targets: readonly FocusTarget[]): FocusTarget {
  const ofNode = targets.filter(({ nodeId }) => nodeId === end.nodeId);
  const ofRow = ofNode.find(({ rowId }) => rowId === end.rowId);
  return ofRow ?? ofNode.find(({ rowId }) => rowId === undefined) ?? end;
}

/**
 * Every end that edges lead to from a node or row, from top to bottom, each once. Ends outside the window are among them:
 * they can have the focus once the picture is scrolled there.
 */
export function listAlongEdges(
  from: FocusTarget,
  side: 'left' | 'right',
  { targets, edges }: FocusField,
): readonly FocusTarget[] {
  const ends = edges
    .filter(({ edge }) => (side === 'right' ? leavesFrom(edge, from) : arrivesAt(edge, from)))
    .map((placed) => findTargetOf(endOf(placed, side), targets));
  return [...new Map(ends.map((end) => [targetText(end), end])).values()].toSorted(byPlace);
}

/** What is there to move through. */
export interface FocusField {
  readonly targets: readonly FocusTarget[];
  readonly edges: readonly PlacedEdge[];
}

/**
 * Where a key leads within a column: up and down to the next row or node, Home and End to the first and last.
 * `undefined`: nowhere within the window.
 */
export function findInColumn(
  from: FocusTarget,
  direction: 'up' | 'down' | 'first' | 'last',
  targets: readonly FocusTarget[],
): FocusTarget | undefined {
  const column = targets.filter((target) => target.column === from.column);
  const at = column.findIndex((target) => targetText(target) === targetText(from));
  switch (direction) {
    case 'up':
      return column[at - 1];
    case 'down':
      return column[at + 1];
    case 'first':
      return column[0];
    case 'last':
      return column.at(-1);
  }
}
