import {
  fieldOf,
  isJsonList,
  isJsonObject,
  textAt,
  type JsonObject,
  type JsonValue,
} from '../json/json-value.ts';

/** The merge keys of the lists that the served kinds have, by field name (`patchMergeKey` of the Go types). */
const mergeKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['ports', ['port', 'containerPort']],
  ['containers', ['name']],
  ['initContainers', ['name']],
  ['env', ['name']],
  ['volumes', ['name']],
  ['volumeMounts', ['mountPath']],
  ['conditions', ['type']],
  ['ownerReferences', ['uid']],
]);

const isSameItem = (a: JsonValue, b: JsonValue, key: string): boolean => {
  const value = fieldOf(a, key);
  return value !== undefined && value === fieldOf(b, key);
};

function mergeLists(
  target: readonly JsonValue[],
  patch: readonly JsonValue[],
  keys: readonly string[],
): JsonValue[] {
  const result = [...target];
  for (const item of patch) {
    const key = keys.find((candidate) => fieldOf(item, candidate) !== undefined);
    const at = key === undefined ? -1 : result.findIndex((existing) => isSameItem(existing, item, key));
    const isRemoval = textAt(item, '$patch') === 'delete';
    if (isRemoval && at >= 0) result.splice(at, 1);
    else if (at >= 0) result[at] = strategicMergePatch(result[at], item);
    else if (!isRemoval) result.push(item);
  }
  return result;
}

/** Kubernetes' own patch: as a merge patch, but some lists merge by a key. Ports merge by number alone. */
export function strategicMergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch;
  const result = new Map<string, JsonValue | undefined>(Object.entries(isJsonObject(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    const existing = fieldOf(target, key);
    const keys = mergeKeys.get(key);
    if (value === null) result.delete(key);
    else if (isJsonList(value) && isJsonList(existing) && keys !== undefined) {
      result.set(key, mergeLists(existing, value, keys));
    } else if (value !== undefined && !key.startsWith('$')) {
      result.set(key, strategicMergePatch(existing, value));
    }
  }
  const merged: JsonObject = Object.fromEntries(result);
  return merged;
}
