/** What JSON can hold; what a manifest is read into. Never mutated. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type JsonObject = { readonly [key: string]: JsonValue };

/** A field of one object as it is now: keys, and positions in lists. Positions are for marks in a text, never for edits. */
export type FieldPath = readonly (string | number)[];

/** True for objects with fields: neither lists nor `null`. */
export const isJsonObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for lists. */
export const isJsonList = (value: JsonValue | undefined): value is readonly JsonValue[] =>
  Array.isArray(value);

/** A field that the object has itself; `undefined` where it is absent, also for `constructor` and the like. */
export const ownField = (object: JsonValue | undefined, key: string): JsonValue | undefined =>
  isJsonObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;

/** An object of entries in their order, the last one winning; a key `__proto__` is a field like any other. */
export const toJsonObject = (entries: Iterable<readonly [string, JsonValue]>): JsonObject =>
  Object.fromEntries(entries);
