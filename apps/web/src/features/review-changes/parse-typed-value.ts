import type { Conflict } from '@fairlead/edits';
import { isJsonObject, ownField, readManifest, type JsonValue } from '@fairlead/manifests';

export type TypedValue =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'empty' }
  | { readonly kind: 'bad' };

const isBackend = (value: JsonValue | undefined): boolean => isJsonObject(ownField(value, 'service'));

/** `cart`, `cart:80`, `cart:http` as a backend. */
function toBackend(text: string): JsonValue {
  const [name = '', port] = text.split(':');
  if (port === undefined || port === '') return { service: { name } };
  return { service: { name, port: /^\d+$/.test(port) ? { number: Number(port) } : { name: port } } };
}

/** Whether a value can be typed in place of the two: one of a part as a whole or an order cannot. */
export const canTypeValue = ({ place }: Conflict): boolean =>
  place.kind !== 'order' && !('field' in place && place.field === undefined);

/** What was typed, as a value of the kind that stands there: texts as they are, backends as `name:port`, else YAML. */
export function parseTypedValue({ place, base, mine, theirs }: Conflict, text: string): TypedValue {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const values = [base, mine, theirs].filter((value) => value !== undefined);
  if (place.kind === 'entry' || values.every((value) => typeof value === 'string'))
    return { kind: 'value', value: trimmed };
  if (values.some(isBackend) && /^[^\s:{}]+(:[^\s:{}]+)?$/.test(trimmed))
    return { kind: 'value', value: toBackend(trimmed) };
  const value = ownField(readManifest(`value: ${trimmed}\n`).object, 'value');
  return value === undefined || value === null ? { kind: 'bad' } : { kind: 'value', value };
}
