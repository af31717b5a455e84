import { fieldOf, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts';

/** RFC 7386: `null` removes, objects merge, everything else replaces. */
export function mergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch;
  const result = new Map<string, JsonValue | undefined>(Object.entries(isJsonObject(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else if (value !== undefined) result.set(key, mergePatch(fieldOf(target, key), value));
  }
  const merged: JsonObject = Object.fromEntries(result);
  return merged;
}
