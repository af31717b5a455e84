import type { FindingChanges } from '@fairlead/diagnostics';
import { keyOfRef, type AppliedChange, type ObjectKey } from '@fairlead/kube-objects';
import {
  removedEdgeId,
  splitTarget,
  type GraphDifference,
  type GraphModel,
  type GraphNode,
  type RowDifference,
} from '@fairlead/resource-graph';
import type { DraftCounts, DraftInWindow, DraftMark } from './draft-answers.ts';
import { keyOfChange } from './drafted-objects.ts';
import { isSameAnswer } from './is-same-answer.ts';
import type { ProposedChange } from './proposed-change.ts';

/** What a draft does to the picture, as it is drawn. */
export interface DraftMarks {
  readonly byTarget: ReadonlyMap<string, DraftMark>;
  readonly rowTargets: readonly string[];
  readonly edgesAdded: ReadonlySet<string>;
  readonly edgesRemoved: ReadonlySet<string>;
  readonly counts: DraftCounts;
}

interface DraftParts {
  readonly changes: readonly ProposedChange[];
  readonly differences: readonly GraphDifference[];
  readonly findingChanges: FindingChanges;
  readonly applied: readonly AppliedChange[];
  readonly graph: GraphModel;
}

/** Whether an object says something else, in what the picture and its findings are made from. */
function isChanged({ before, after }: AppliedChange): boolean {
  if (before === undefined || after === undefined) return true;
  const specOf = (object: typeof before): unknown => ('spec' in object ? object.spec : undefined);
  return (
    !isSameAnswer(specOf(before), specOf(after)) ||
    !isSameAnswer(before.metadata.labels ?? {}, after.metadata.labels ?? {})
  );
}

const isOwnRow = (drafted: ReadonlySet<ObjectKey>, target: string): boolean =>
  drafted.has(splitTarget(target).nodeId);

/** Rows that the draft itself changes; what it does to others shows at their node. */
const listOwnRows = (
  differences: readonly GraphDifference[],
  drafted: ReadonlySet<ObjectKey>,
): readonly (readonly [string, RowDifference])[] =>
  differences.flatMap(({ rows }) => [...rows].filter(([target]) => isOwnRow(drafted, target)));

/** Nodes that change only because others do: they say something else, an edge of theirs comes or goes, or a finding does. */
function listAffected({ differences, findingChanges, graph }: DraftParts): readonly string[] {
  const edges = differences.flatMap(({ edgesAdded, edgesRemoved }) => [...edgesAdded, ...edgesRemoved]);
  const { added, removed } = findingChanges;
  return [
    ...differences.flatMap(({ nodesChanged }) => nodesChanged.map(({ id }) => id)),
    ...edges
      .filter(({ kind }) => kind === 'backend' || kind === 'endpoints')
      .flatMap(({ fromNode, toNode }) => [fromNode, toNode]),
    ...[...added, ...removed].flatMap(({ place }) => graph.findNode(keyOfRef(place.ref))?.id ?? []),
  ];
}

/** Hosts come and go with their paths. */
const isCounted = (target: string): boolean => splitTarget(target).rowId?.startsWith('host:') !== true;

function count(marks: ReadonlyMap<string, DraftMark>, drafted: ReadonlySet<ObjectKey>): DraftCounts {
  const counts = { added: 0, changed: 0, removed: 0 };
  const withRows = new Set(
    [...marks.keys()].filter((target) => target.includes('#')).map((target) => splitTarget(target).nodeId),
  );
  for (const { target, change } of marks.values()) {
    if (change === 'affected' || !isOwnRow(drafted, target)) continue;
    // A changed object is told by its rows where it has some.
    if (change === 'changed' ? withRows.has(target) : !isCounted(target)) continue;
    counts[change] += 1;
  }
  return counts;
}

/** How a draft is drawn: each node, row and edge that it adds, changes, removes or affects. */
export function buildDraftMarks(parts: DraftParts): DraftMarks {
  const { changes, differences, applied } = parts;
  const drafted = new Set(changes.map(keyOfChange));
  const changed = applied.filter(({ key }) => drafted.has(key)).filter(isChanged);
  const marks = new Map<string, DraftMark>();
  const note = (target: string, change: DraftMark['change'], before?: RowDifference['before']): void => {
    if (!marks.has(target))
      marks.set(target, { target, change, ...(before === undefined ? {} : { before }) });
  };
  const noteAll = (nodes: readonly GraphNode[], change: DraftMark['change']): void => {
    for (const { id } of nodes) note(id, change);
  };
  for (const { nodesAdded, nodesRemoved } of differences) {
    noteAll(nodesAdded, 'added');
    noteAll(nodesRemoved, 'removed');
  }
  const rows = listOwnRows(differences, drafted);
  for (const [target, { change, before }] of rows)
    note(target, change, change === 'changed' ? before : undefined);
  for (const { key } of changed) note(key, 'changed');
  for (const id of listAffected(parts)) note(id, 'affected');
  return {
    byTarget: marks,
    rowTargets: rows.map(([target]) => target),
    edgesAdded: new Set(differences.flatMap(({ edgesAdded }) => edgesAdded.map(({ id }) => id))),
    edgesRemoved: new Set(differences.flatMap(({ edgesRemoved }) => edgesRemoved.map(removedEdgeId))),
    counts: count(marks, drafted),
  };
}

/** The part of it that concerns the nodes and edges of a window. */
export function cutDraftMarks(
  { byTarget, edgesAdded, edgesRemoved, counts }: DraftMarks,
  nodes: readonly { readonly node: GraphNode }[],
  edges: readonly { readonly edge: { readonly id: string } }[],
): DraftInWindow {
  const shown = new Set(nodes.map(({ node }) => node.id));
  const ids = edges.map(({ edge }) => edge.id);
  return {
    marks: [...byTarget.values()].filter(({ target }) => shown.has(splitTarget(target).nodeId)),
    edgesAdded: ids.filter((id) => edgesAdded.has(id)),
    edgesRemoved: ids.filter((id) => edgesRemoved.has(id)),
    counts,
  };
}
