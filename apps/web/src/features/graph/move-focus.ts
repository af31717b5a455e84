import type { Column, GraphEdge, PlacedEdge, PlacedLane, PlacedNode } from '@fairlead/resource-graph';

export type FocusDirection = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

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

function findAlongEdge(
  from: FocusTarget,
  direction: 'left' | 'right',
  { targets, edges }: FocusField,
): FocusTarget | undefined {
  const ends = edges
    .filter(({ edge }) => (direction === 'right' ? leavesFrom(edge, from) : arrivesAt(edge, from)))
    .map(({ edge }) =>
      direction === 'right'
        ? { nodeId: edge.toNode, rowId: edge.toRow }
        : { nodeId: edge.fromNode, rowId: edge.fromRow },
    );
  const reached = targets.filter((target) => ends.some((end) => targetText(end) === targetText(target)));
  return reached.toSorted((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0];
}

/** What is there to move through. */
export interface FocusField {
  readonly targets: readonly FocusTarget[];
  readonly edges: readonly PlacedEdge[];
}

/**
 * Where an arrow key leads: up and down to the next row or node of the column, left and right along an edge (of several
 * to the nearest end), Home and End to the first and last of the column. `undefined`: nowhere within the window.
 */
export function findNextTarget(
  from: FocusTarget,
  direction: FocusDirection,
  field: FocusField,
): FocusTarget | undefined {
  if (direction === 'left' || direction === 'right') return findAlongEdge(from, direction, field);
  const column = field.targets.filter((target) => target.column === from.column);
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
