import { isJsonList, isJsonObject, ownField, type JsonObject, type JsonValue } from '@fairlead/manifests';

export const objectAt = (object: JsonValue | undefined, key: string): JsonObject => {
  const value = ownField(object, key);
  return isJsonObject(value) ? value : {};
};

export const textAt = (object: JsonValue | undefined, key: string): string | undefined => {
  const value = ownField(object, key);
  return typeof value === 'string' ? value : undefined;
};

/** The items of a list of objects; none where there is no such list. */
export const itemsAt = (object: JsonValue | undefined, key: string): readonly JsonObject[] => {
  const value = ownField(object, key);
  return isJsonList(value) ? value.map((item) => (isJsonObject(item) ? item : {})) : [];
};

export const withoutField = (object: JsonObject, key: string): JsonObject =>
  Object.hasOwn(object, key)
    ? Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
    : object;

/** A copy with the field set, in its old place among the others; `undefined` takes it out. */
export const withField = (object: JsonObject, key: string, value: JsonValue | undefined): JsonObject =>
  value === undefined ? withoutField(object, key) : { ...object, [key]: value };

/** As `withField`; an empty list or map is taken out, as the API server does not tell it from an absent one. */
export function withFilledField(object: JsonObject, key: string, value: JsonValue | undefined): JsonObject {
  return withField(object, key, isAbsent(value) ? undefined : value);
}

/** Not there, or a list or map that holds nothing. */
export const isAbsent = (value: JsonValue | undefined): boolean =>
  value === undefined || (isJsonList(value) ? value.length === 0 : isEmptyObject(value));

const isEmptyObject = (value: JsonValue): boolean => isJsonObject(value) && Object.keys(value).length === 0;

/** Text that is the same exactly for values with the same content. */
export function canonicalText(value: JsonValue | undefined): string {
  if (isJsonList(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value) ?? '';
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted((a, b) => (a < b ? -1 : 1));
  return `{${fields.map((key) => `${JSON.stringify(key)}:${canonicalText(ownField(value, key))}`).join(',')}}`;
}

/** Keys of several objects, once each: those of the first in its order, then what the next ones add. */
export const keysOfAll = (objects: readonly (JsonObject | undefined)[]): readonly string[] => [
  ...new Set(objects.flatMap((object) => Object.keys(object ?? {}))),
];
