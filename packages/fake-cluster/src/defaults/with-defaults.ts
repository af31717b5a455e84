import { fieldOf, objectAt, type JsonObject, type JsonValue } from '../json/json-value.ts';

/** The object with each field that it lacks. Order: what was given first, as it came. */
export const withDefaults = (
  object: JsonObject,
  defaults: Readonly<Record<string, JsonValue>>,
): JsonObject => ({
  ...object,
  ...Object.fromEntries(Object.entries(defaults).filter(([key]) => fieldOf(object, key) === undefined)),
});

/** The object with `spec` replaced. */
export const withSpec = (object: JsonObject, spec: JsonObject): JsonObject => ({ ...object, spec });

/** The object with `spec` and `status` objects, even where nobody wrote any. */
export const withSpecAndStatus = (object: JsonObject): JsonObject => ({
  ...object,
  spec: objectAt(object, 'spec'),
  status: objectAt(object, 'status'),
});
