import { treeOf, type PathPlace } from '@fairlead/edits';
import type { HttpIngressPath, Ingress, IngressRule } from '@fairlead/kube-objects';
import { isDeepEqual } from '@fairlead/manifests';
import type { RowState } from '../../ui/form/row-mark.tsx';

/** A path of the draft, or one that the draft takes out. */
export interface PathRow {
  readonly path: HttpIngressPath;
  /** Where it stands in the draft; `undefined` when it is taken out. */
  readonly place: PathPlace | undefined;
  readonly before: HttpIngressPath | undefined;
  readonly state: RowState;
  /** Position in the draft of the path that it stands behind, or stood; -1 for the first place. */
  readonly front: number;
}

/** A rule of the draft with its paths, or one that the draft takes out. */
export interface RuleRow {
  readonly rule: IngressRule;
  readonly index: number | undefined;
  readonly before: IngressRule | undefined;
  readonly state: RowState;
  /** Position in the draft of the rule that it stands behind, or stood; -1 for the first place. */
  readonly front: number;
  readonly paths: readonly PathRow[];
  /** Paths that were there stand in another order. */
  readonly isReordered: boolean;
}

type IsSame<T> = (now: T, before: T) => boolean;

interface Paired<T> {
  readonly now: readonly T[];
  readonly before: readonly T[];
  readonly pairs: ReadonlyMap<T, T>;
}

/**
 * What each item was when the draft began. The surest signs are tried first for all items, so that an item is not given
 * away that another one has a better claim to.
 */
function pair<T>(now: readonly T[], before: readonly T[], signs: readonly IsSame<T>[]): ReadonlyMap<T, T> {
  const left = new Set(before);
  const pairs = new Map<T, T>();
  for (const isSame of signs)
    for (const item of now) {
      if (pairs.has(item)) continue;
      const found = [...left].find((old) => isSame(item, old));
      if (found === undefined) continue;
      pairs.set(item, found);
      left.delete(found);
    }
  return pairs;
}

/** The position in the draft of what stood nearest before an item that is not there any more; -1: nothing. */
function frontOf<T>(item: T, { now, before, pairs }: Paired<T>): number {
  const positions = new Map(now.map((each, index) => [pairs.get(each), index]));
  const kept = before.slice(0, before.indexOf(item)).findLast((each) => positions.has(each));
  return kept === undefined ? -1 : (positions.get(kept) ?? -1);
}

/** Those that are taken out where they stood, among those that are there. */
const inPlace = <R extends { readonly front: number }>(
  rows: readonly R[],
  removed: readonly R[],
): readonly R[] => [
  ...removed.filter(({ front }) => front === -1),
  ...rows.flatMap((row, index) => [row, ...removed.filter(({ front }) => front === index)]),
];

const isEqual = (a: object, b: object): boolean => isDeepEqual(treeOf(a), treeOf(b));
const pathsOf = ({ http }: IngressRule): readonly HttpIngressPath[] => http?.paths ?? [];

const pathSigns: readonly IsSame<HttpIngressPath>[] = [
  isEqual,
  (a, b) => a.path === b.path && a.pathType === b.pathType,
  (a, b) => a.path === b.path,
  (a, b) => isEqual(a.backend, b.backend),
];

function listPathRows(
  rule: IngressRule,
  before: IngressRule | undefined,
  { ruleIndex, isNew }: { readonly ruleIndex: number; readonly isNew: boolean },
): readonly PathRow[] {
  const old = before === undefined ? [] : pathsOf(before);
  const pairs = pair(pathsOf(rule), old, pathSigns);
  const rows = pathsOf(rule).map((path, pathIndex): PathRow => {
    const was = pairs.get(path);
    const changed = was === undefined ? 'added' : isEqual(was, path) ? 'same' : 'changed';
    const state = isNew ? 'same' : changed;
    return { path, place: { ruleIndex, pathIndex }, before: was, state, front: pathIndex - 1 };
  });
  const kept = new Set(pairs.values());
  const removed = old
    .filter((path) => !kept.has(path))
    .map((path): PathRow => ({
      path,
      place: undefined,
      before: path,
      state: 'removed',
      front: frontOf(path, { now: pathsOf(rule), before: old, pairs }),
    }));
  return inPlace(rows, removed);
}

function isReordered(rows: readonly PathRow[], before: IngressRule | undefined): boolean {
  const old = before === undefined ? [] : pathsOf(before);
  const places = rows.flatMap(({ place, before: was }) =>
    place === undefined || was === undefined ? [] : [old.indexOf(was)],
  );
  return places.some((place, index) => place < (places[index - 1] ?? 0));
}

const ruleSigns: readonly IsSame<IngressRule>[] = [
  isEqual,
  (a, b) => (a.host ?? '') === (b.host ?? ''),
  (a, b) => pathsOf(a).some((path) => pathsOf(b).some((other) => isEqual(path, other))),
];

/** The rules of the draft with their paths, those that are taken out where they stood. */
export function listRuleRows(object: Ingress, base: Ingress | undefined): readonly RuleRow[] {
  const now = object.spec.rules ?? [];
  const old = base?.spec.rules ?? [];
  const pairs = pair(now, old, ruleSigns);
  const isNew = base === undefined;
  const rows = now.map((rule, index): RuleRow => {
    const before = pairs.get(rule);
    const isSameHost = before !== undefined && (before.host ?? '') === (rule.host ?? '');
    const state = before === undefined ? 'added' : isSameHost ? 'same' : 'changed';
    const paths = listPathRows(rule, before, { ruleIndex: index, isNew });
    return {
      rule,
      index,
      before,
      state: isNew ? 'same' : state,
      front: index - 1,
      paths,
      isReordered: isReordered(paths, before),
    };
  });
  const kept = new Set(pairs.values());
  const removed = old
    .filter((rule) => !kept.has(rule))
    .map((rule): RuleRow => ({
      rule,
      index: undefined,
      before: rule,
      state: 'removed',
      front: frontOf(rule, { now, before: old, pairs }),
      paths: [],
      isReordered: false,
    }));
  return inPlace(rows, removed);
}
