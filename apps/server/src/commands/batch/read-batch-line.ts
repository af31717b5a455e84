import {
  isJsonList,
  isJsonObject,
  listItems,
  ownField,
  type JsonObject,
  type JsonValue,
} from '@fairlead/manifests';

function withoutNulls(object: JsonValue): JsonValue {
  return isJsonObject(object)
    ? Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))
    : object;
}

/** A line in which what is null is left out, of the line itself and of its request and options. */
export function withoutEmptyFields(line: JsonValue): JsonValue {
  if (!isJsonObject(line)) return line;
  return withoutNulls(
    Object.fromEntries(
      Object.entries(line).map(([key, value]) => [
        key,
        key === 'request' || key === 'controllerOptions' ? withoutNulls(value) : value,
      ]),
    ),
  );
}

const takeApart = (object: JsonObject): readonly JsonObject[] =>
  listItems(object)?.flatMap((item) => takeApart(item.object)) ?? [object];

/** The objects of a line's world, lists taken apart. */
export function listLineObjects(line: JsonValue): readonly JsonObject[] {
  const objects = ownField(line, 'objects');
  return isJsonList(objects) ? objects.filter(isJsonObject).flatMap(takeApart) : [];
}
