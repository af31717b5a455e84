import { isJsonList, isJsonObject, ownField, type JsonObject, type JsonValue } from '@fairlead/manifests';
import type { ConflictPlace } from './conflict.ts';
import { isAbsent, keysOfAll, withFilledField } from './json-tree.ts';
import { isFinalizers, knownField, mapAt } from './list-field-edits.ts';
import { mergeValue, type MergeDecider, type Three } from './merge-decider.ts';

const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (isJsonList(value) ? value : []);

/** Texts as a set: theirs without what mine took away and with what mine added. Never a conflict. */
export function mergeSet(three: Three<JsonValue>): JsonValue {
  const [base, mine, theirs] = [listOf(three.base), listOf(three.mine), listOf(three.theirs)];
  const isUnchanged = theirs.length === base.length && theirs.every((item, index) => item === base[index]);
  if (isUnchanged) return mine;
  const added = mine.filter((item) => !base.includes(item) && !theirs.includes(item));
  return [...theirs.filter((item) => mine.includes(item) || !base.includes(item)), ...added];
}

/** Each field of an object on its own; lists and objects inside of it are one value. */
export function mergeFlat(
  { base, mine, theirs }: Three<JsonObject>,
  placeOf: (field: string) => ConflictPlace,
  decider: MergeDecider,
): JsonObject {
  const entries = keysOfAll([theirs, mine, base]).flatMap((key) => {
    const three = { base: ownField(base, key), mine: ownField(mine, key), theirs: ownField(theirs, key) };
    const value = mergeValue(three, placeOf(key), decider);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

function mergeMap(
  three: Three<JsonValue>,
  keys: readonly string[],
  decider: MergeDecider,
): JsonValue | undefined {
  const map = mapAt(keys);
  const of = (value: JsonValue | undefined): JsonObject | undefined =>
    isJsonObject(value) ? value : undefined;
  const objects = { base: of(three.base), mine: of(three.mine), theirs: of(three.theirs) };
  const placeOf = (key: string): ConflictPlace =>
    map === undefined ? { kind: 'field', keys: [...keys, key] } : { kind: 'entry', map, key };
  if (map !== undefined) return mergeFlat(objects, placeOf, decider);
  return mergeObject(objects, { keys, isSkipped: () => false }, decider);
}

const isObjectOrAbsent = (value: JsonValue | undefined): boolean =>
  value === undefined || isJsonObject(value);

function mergeDeep(
  three: Three<JsonValue>,
  keys: readonly string[],
  decider: MergeDecider,
): JsonValue | undefined {
  if (isFinalizers(keys)) return mergeSet(three);
  const sides = [three.base, three.mine, three.theirs];
  const isMap = sides.every(isObjectOrAbsent) && (mapAt(keys) !== undefined || sides.every(isJsonObject));
  if (isMap && knownField(keys) === undefined) return mergeMap(three, keys, decider);
  return mergeValue(three, { kind: 'field', keys }, decider);
}

export interface MergeScope {
  readonly keys: readonly string[];
  /** Fields that are merged elsewhere, or not at all: they stay as theirs. */
  readonly isSkipped: (keys: readonly string[]) => boolean;
}

/** Each field on its own, down to values that are set as one. An empty map is as good as none. */
export function mergeObject(
  { base, mine, theirs }: Three<JsonObject>,
  scope: MergeScope,
  decider: MergeDecider,
): JsonObject {
  return keysOfAll([theirs, mine, base]).reduce<JsonObject>((merged, key) => {
    const keys = [...scope.keys, key];
    if (scope.isSkipped(keys)) return merged;
    const three = { base: ownField(base, key), mine: ownField(mine, key), theirs: ownField(theirs, key) };
    if (isAbsent(three.mine) && isAbsent(three.base)) return merged;
    return withFilledField(merged, key, mergeDeep(three, keys, decider));
  }, theirs ?? {});
}
