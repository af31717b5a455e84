import { isJsonList, isJsonObject, ownField, type JsonObject, type JsonValue } from './json-value.ts';

const areListsEqual = (a: readonly JsonValue[], b: readonly JsonValue[]): boolean =>
  a.length === b.length && a.every((item, index) => isDeepEqual(item, b[index]));

const areObjectsEqual = (a: JsonObject, b: JsonObject): boolean => {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isDeepEqual(ownField(a, key), ownField(b, key)));
};

/** True where both say the same; the order of keys says nothing, the order of lists does. */
export const isDeepEqual = (a: JsonValue | undefined, b: JsonValue | undefined): boolean => {
  if (a === b) return true;
  if (isJsonList(a)) return isJsonList(b) && areListsEqual(a, b);
  return isJsonObject(a) && isJsonObject(b) && areObjectsEqual(a, b);
};
