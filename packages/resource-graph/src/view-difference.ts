import { namespaceOfNodeId, splitTarget } from './graph-ids.ts';
import type { ColumnMetrics, ViewState } from './layout.ts';

function listChanged(before: Iterable<string>, after: Iterable<string>): readonly string[] {
  const [old, young] = [new Set(before), new Set(after)];
  return [...[...old].filter((text) => !young.has(text)), ...[...young].filter((text) => !old.has(text))];
}

const isSameList = (
  before: readonly (string | number)[] | undefined,
  after: readonly (string | number)[] | undefined,
): boolean =>
  before === after ||
  (before !== undefined &&
    after !== undefined &&
    before.length === after.length &&
    before.every((text, at) => text === after[at]));

/**
 * The namespaces whose lanes look different under another view of the same level; `'all'` when it concerns every lane. Which namespaces are
 * shown, and how wide columns are, changes no lane. A mark on an object that is no node concerns its lane all the same.
 */
export function findChangedLanes(before: ViewState, after: ViewState): ReadonlySet<string> | 'all' {
  if (before.onlyProblems !== after.onlyProblems || !isSameList(before.classNames, after.classNames))
    return 'all';
  const targets = [
    ...listChanged(before.expandedNodes, after.expandedNodes),
    ...(before.marked === after.marked ? [] : listChanged(before.marked, after.marked)),
  ];
  return new Set([
    ...listChanged(before.foldedNamespaces, after.foldedNamespaces),
    ...targets.flatMap((target) => namespaceOfNodeId(splitTarget(target).nodeId) ?? []),
  ]);
}

const isSameMetrics = (before: ColumnMetrics, after: ColumnMetrics): boolean =>
  before.exposure === after.exposure &&
  before.ingress === after.ingress &&
  before.service === after.service &&
  before.pods === after.pods &&
  isSameList(before.gutters, after.gutters);

/** Whether two views show the same, told apart by what they say and not by which object says it. */
export function isSameView(before: ViewState, after: ViewState): boolean {
  if (before === after) return true;
  if (before.level !== after.level || !isSameList(before.namespaces, after.namespaces)) return false;
  const changed = isSameMetrics(before.metrics, after.metrics) && findChangedLanes(before, after);
  return (
    changed !== false && changed !== 'all' && changed.size === 0 && before.marked.size === after.marked.size
  );
}
