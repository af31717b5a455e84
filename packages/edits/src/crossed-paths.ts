import { isDeepEqual, type JsonObject } from '@fairlead/manifests';
import { removedAt, replacedAt } from './edit-list.ts';
import { withPaths } from './edit-path.ts';
import type { MergeDecider } from './merge-decider.ts';
import { buildSlots, type Lists, type SlotRules } from './merge-slots.ts';
import { hostOf, idOfPath, pathNameIn, pathsOf, type PathPlace } from './part-names.ts';

interface PlacedPath extends PathPlace {
  readonly path: JsonObject;
  /** Host and name of the path. */
  readonly key: string;
}

const placedPaths = (rules: readonly JsonObject[]): readonly PlacedPath[] =>
  rules.flatMap((rule, ruleIndex) =>
    pathsOf(rule).map((path, pathIndex) => ({
      ruleIndex,
      pathIndex,
      path,
      key: JSON.stringify([hostOf(rule), idOfPath(path)]),
    })),
  );

/** A rule that is left without paths goes with the last of them. */
function withoutPath(
  rules: readonly JsonObject[],
  { ruleIndex, pathIndex }: PathPlace,
): readonly JsonObject[] {
  const rule = rules[ruleIndex] ?? {};
  const paths = removedAt(pathsOf(rule), pathIndex);
  return paths.length === 0
    ? removedAt(rules, ruleIndex)
    : replacedAt(rules, ruleIndex, withPaths(rule, paths));
}

interface Crossing {
  readonly mine: PlacedPath;
  readonly theirs: PlacedPath;
}

/** By key; paths that one side has several times are its own affair. */
function byKey(placed: readonly PlacedPath[]): ReadonlyMap<string, PlacedPath> {
  const all = new Map(placed.map((each) => [each.key, each]));
  const seen = new Set<string>();
  for (const { key } of placed) {
    if (seen.has(key)) all.delete(key);
    seen.add(key);
  }
  return all;
}

/** The first path that both sides added to one host, each in another of its rules. */
function findCrossing(lists: Lists, rules: SlotRules, settled: ReadonlySet<string>): Crossing | undefined {
  const known = new Set(placedPaths(lists.base).map(({ key }) => key));
  const added = (side: 'mine' | 'theirs'): ReadonlyMap<string, PlacedPath> =>
    byKey(placedPaths(lists[side]).filter(({ key }) => !known.has(key) && !settled.has(key)));
  const mine = added('mine');
  const theirsByKey = added('theirs');
  if (![...mine.keys()].some((key) => theirsByKey.has(key))) return undefined;
  const slotOfMine = new Map(buildSlots(lists, rules).map((slot) => [slot.mine, slot]));
  for (const placed of mine.values()) {
    const theirs = theirsByKey.get(placed.key);
    const slot = slotOfMine.get(placed.ruleIndex);
    if (theirs !== undefined && slot?.theirs !== theirs.ruleIndex) return { mine: placed, theirs };
  }
  return undefined;
}

/**
 * A host may have several rules. The same path of it, added by both sides in different rules, would stand there twice: the
 * one that is not chosen is left out beforehand.
 */
export function settleCrossedPaths(lists: Lists, rules: SlotRules, decider: MergeDecider): Lists {
  const settled = new Set<string>();
  let current = lists;
  for (;;) {
    const crossing = findCrossing(current, rules, settled);
    if (crossing === undefined) return current;
    const { mine, theirs } = crossing;
    settled.add(mine.key);
    const place = { kind: 'path', path: pathNameIn(current.theirs, theirs), field: undefined } as const;
    const isMine =
      !isDeepEqual(mine.path, theirs.path) &&
      decider.decideSide(place, { base: undefined, mine: mine.path, theirs: theirs.path }) === 'mine';
    current = isMine
      ? { ...current, theirs: withoutPath(current.theirs, theirs) }
      : { ...current, mine: withoutPath(current.mine, mine) };
  }
}
