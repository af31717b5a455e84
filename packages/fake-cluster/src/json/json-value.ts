/** JSON as the fake keeps it: never changed in place, so history, watches and answers may share it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isJsonList = (value: JsonValue | undefined): value is readonly JsonValue[] =>
  Array.isArray(value);

/** Reads an own field; `undefined` for anything that has none. Safe for keys such as `__proto__`. */
export const fieldOf = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const valueAt = (value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined =>
  path.reduce((inner: JsonValue | undefined, key) => fieldOf(inner, key), value);

/** The object at the path, empty when there is none. */
export function objectAt(value: JsonValue | undefined, ...path: string[]): JsonObject {
  const found = valueAt(value, path);
  return isJsonObject(found) ? found : {};
}

/** The list at the path, empty when there is none. */
export function listAt(value: JsonValue | undefined, ...path: string[]): readonly JsonValue[] {
  const found = valueAt(value, path);
  return isJsonList(found) ? found : [];
}

/** The text at the path, empty when there is none: as Go reads an absent string. */
export function textAt(value: JsonValue | undefined, ...path: string[]): string {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : '';
}

/** The number at the path, 0 when there is none: as Go reads an absent int. */
export function numberAt(value: JsonValue | undefined, ...path: string[]): number {
  const found = valueAt(value, path);
  return typeof found === 'number' ? found : 0;
}

/** The texts of the list at the path; everything else in it is left out. */
export const textsAt = (value: JsonValue | undefined, ...path: string[]): string[] =>
  listAt(value, ...path).filter((item) => typeof item === 'string');

/** The object without one field. */
export function withoutField(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** A plain JSON copy of anything that can be written as JSON. */
export function toJson(value: object): JsonValue {
  const copy: JsonValue = JSON.parse(JSON.stringify(value));
  return copy;
}

/** Same value; a field that is `undefined` counts as absent, the order of fields does not count. */
export function isSameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isJsonList(a) && isJsonList(b)) {
    return a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSameJson(fieldOf(a, key), fieldOf(b, key)));
}
