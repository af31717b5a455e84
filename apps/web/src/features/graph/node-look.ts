import type { GraphNode, GraphNodeKind, NodeFact } from '@fairlead/resource-graph';
import type { KindIconName } from '../../ui/kind-icon.tsx';
import type { GraphMark } from '../../workers/questions.ts';
import type { StatusTone } from '../../ui/status-icon.tsx';

const icons: Readonly<Record<GraphNodeKind, KindIconName>> = {
  clients: 'clients',
  controller: 'controller',
  'ingress-class-ghost': 'class',
  ingress: 'ingress',
  service: 'service',
  'service-ghost': 'service',
  workload: 'pods',
  finished: 'pods',
  endpoints: 'manual',
  'external-name': 'external',
  hidden: 'hidden',
  'folded-healthy': 'pods',
};

const columnIcons = { exposure: 'controller', ingress: 'ingress', service: 'service', pods: 'pods' } as const;

export const iconOf = (node: GraphNode): KindIconName =>
  node.kind === 'folded-healthy' ? columnIcons[node.column] : icons[node.kind];

export const isGhost = ({ kind }: GraphNode): boolean =>
  kind === 'service-ghost' || kind === 'ingress-class-ghost';

/** Names and addresses that one could paste. */
export const isMonoFact = ({ kind }: NodeFact): boolean => kind === 'arrival' || kind === 'finished-owner';

const ranks = { error: 2, warning: 1, info: 0 } as const;

/** The worst of some marks; the first among equals. */
export const worstOf = (marks: readonly GraphMark[]): GraphMark | undefined =>
  marks.reduce<GraphMark | undefined>(
    (worst, mark) => (worst === undefined || ranks[mark.severity] > ranks[worst.severity] ? mark : worst),
    undefined,
  );

export const toneOf = ({ severity }: GraphMark): StatusTone => severity;

/** The mark of the node as a whole: it has the strip at the foot. */
export const stripOf = (node: GraphNode, marks: readonly GraphMark[]): GraphMark | undefined =>
  worstOf(marks.filter(({ target }) => target === node.id));

/** The mark of a row: its words stand at the right of the row. */
export const rowMarkOf = (
  node: GraphNode,
  rowId: string,
  marks: readonly GraphMark[],
): GraphMark | undefined => worstOf(marks.filter(({ target }) => target === `${node.id}#${rowId}`));

/** How many problems a node has: a problem of a row that is also the node's counts once. */
export function countProblems(node: GraphNode, marks: readonly GraphMark[]): number {
  const own = marks.find(({ target }) => target === node.id);
  return own === undefined ? marks.reduce((sum, { count }) => sum + count, 0) : own.count;
}
