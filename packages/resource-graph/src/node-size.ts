import type { GraphNode, GraphNodeKind, GraphRow } from './graph.ts';
import type { DetailLevel } from './layout.ts';

/** Heights in px at 100 %, as the renderer draws them. */
export const sizes = {
  head: 30,
  row: 24,
  factRow: 18,
  bottom: 4,
  strip: 24,
  pods: 54,
  ghost: 58,
  compact: 28,
  gap: 8,
  laneHead: 26,
  lanePadding: 12,
  foldedLane: 34,
  /** Rows of an expanded workload that are seen at once; above 100 Pods it scrolls by itself. */
  scrollRows: 20,
  exposureGap: 32,
} as const;

const longestExpansion = 100;

const rowHeight = ({ kind }: GraphRow): number => (kind === 'fact' ? sizes.factRow : sizes.row);

/** Pods, addresses, names outside and whatever hides behind permissions: one line below the head. */
const podsLike: ReadonlySet<GraphNodeKind> = new Set([
  'workload',
  'finished',
  'endpoints',
  'external-name',
  'hidden',
]);

const isPodsLike = ({ kind }: GraphNode): boolean => podsLike.has(kind);

function bodyHeight({ rows }: GraphNode): number {
  return rows.reduce((sum, row) => sum + rowHeight(row), 0);
}

function expandedHeight(node: GraphNode): number {
  const height = node.rows.length > longestExpansion ? sizes.scrollRows * sizes.row : bodyHeight(node);
  return sizes.pods + height + sizes.bottom;
}

/** Height of a node as drawn: `node.rows` are the rows that are shown. A marked one carries a strip in words. */
export function nodeHeight(
  node: GraphNode,
  { level, isExpanded, isMarked }: { level: DetailLevel; isExpanded: boolean; isMarked: boolean },
): number {
  if (level === 'compact' || node.kind === 'folded-healthy') return sizes.compact;
  if (node.kind === 'service-ghost') return sizes.ghost;
  if (isPodsLike(node)) {
    const height = isExpanded && node.rows.length > 0 ? expandedHeight(node) : sizes.pods;
    return isMarked ? height + sizes.strip : height;
  }
  return sizes.head + bodyHeight(node) + (isMarked ? sizes.strip : sizes.bottom);
}

/** Where an edge touches a node, from its top: the middle of the row, or of the head. */
export function anchorOf(node: GraphNode, row: number, level: DetailLevel): number {
  if (level === 'compact' || node.kind === 'folded-healthy') return sizes.compact / 2;
  if (row < 0) return isPodsLike(node) || node.kind === 'service-ghost' ? sizes.pods / 2 : sizes.head / 2;
  if (node.kind === 'ingress' || node.kind === 'service') return sizes.head + (row + 0.5) * sizes.row;
  let y: number = sizes.head;
  for (let at = 0; at < row; at += 1) {
    const above = node.rows[at];
    if (above !== undefined) y += rowHeight(above);
  }
  const own = node.rows[row];
  return y + (own === undefined ? sizes.row : rowHeight(own)) / 2;
}
