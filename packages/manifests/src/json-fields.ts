import { ownField, isJsonObject, toJsonObject, type JsonObject, type JsonValue } from './json-value.ts';

/** The object with one field set, at its place where it is there and at the end where not; `undefined` takes it away. */
export const withField = (object: JsonObject, key: string, value: JsonValue | undefined): JsonObject => {
  if (value === undefined) return toJsonObject(Object.entries(object).filter(([name]) => name !== key));
  return toJsonObject([...Object.entries(object), [key, value]]);
};

/** The object without some keys, itself where none of them is there. */
export const withoutKeys = (object: JsonObject, keys: ReadonlySet<string>): JsonObject => {
  const entries = Object.entries(object);
  const kept = entries.filter(([key]) => !keys.has(key));
  return kept.length === entries.length ? object : toJsonObject(kept);
};

/** The object with one field changed where it is an object; itself otherwise. */
export const withObjectField = (
  object: JsonObject,
  key: string,
  change: (inner: JsonObject) => JsonObject,
): JsonObject => {
  const inner = Object.hasOwn(object, key) ? object[key] : undefined;
  return isJsonObject(inner) ? withField(object, key, change(inner)) : object;
};

/** The text of a field; empty where there is none. */
export const textAt = (object: JsonObject, key: string): string => {
  const value = ownField(object, key);
  return typeof value === 'string' ? value : '';
};
