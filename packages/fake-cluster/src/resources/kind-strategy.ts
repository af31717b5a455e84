import type { JsonObject } from '../json/json-value.ts';
import type { StructSchema } from '../schema/schema.ts';
import type { FieldError } from '../status/field-error.ts';

/** What is particular to a kind when its objects are written. Everything is a function of the object alone. */
export interface KindStrategy {
  readonly schema: StructSchema;
  /** Fills in what the API server fills in for fields nobody set. */
  readonly addDefaults: (object: JsonObject) => JsonObject;
  /** All that is wrong with the object; `before` is the stored one on an update. */
  readonly validate: (object: JsonObject, before: JsonObject | undefined) => readonly FieldError[];
  /** All that is wrong with the object's `status`, when only that is written. */
  readonly validateStatus: (object: JsonObject) => readonly FieldError[];
  /** What the API server warns of, though it takes the object; `isNew`: it was just made. */
  readonly warn: (object: JsonObject, isNew: boolean) => readonly string[];
  /** Carries over and clears fields that depend on the stored object. */
  readonly prepareForUpdate: (object: JsonObject, before: JsonObject) => JsonObject;
}
