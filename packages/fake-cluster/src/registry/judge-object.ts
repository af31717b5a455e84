import { decode } from '../schema/decode.ts';
import type { JsonObject } from '../json/json-value.ts';
import { textAt } from '../json/json-value.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import type { FieldError } from '../status/field-error.ts';
import type { Refusal } from '../status/refusal.ts';
import { invalidObject } from '../status/refusals.ts';

/** 422 for an object of the resource. */
export const refuseInvalid = (
  served: ServedResource,
  object: JsonObject,
  errors: readonly FieldError[],
): Refusal =>
  invalidObject({ group: served.group, kind: served.kind, name: textAt(object, 'metadata', 'name') }, errors);

/** The object with its fields in the order of its type and without empty ones, as Go writes it. */
export function inTypeOrder(served: ServedResource, object: JsonObject): JsonObject {
  const decoded = decode(served.strategy.schema, object);
  if ('problem' in decoded)
    throw new Error(`an object of kind ${served.kind} lost its shape: ${decoded.problem}`);
  return decoded.value;
}
