import { textAt, withField } from './json-fields.ts';
import { isJsonList, isJsonObject, ownField, type JsonObject } from './json-value.ts';

/** An item of a list, with its place among the items. */
export interface ListItem {
  readonly object: JsonObject;
  readonly index: number;
}

/** Items of a list have the list's kind and version, where they name none of their own. */
function withTypeOf(
  item: JsonObject,
  { kind, apiVersion }: Record<'kind' | 'apiVersion', string>,
): JsonObject {
  if (kind === '') return item;
  const named = textAt(item, 'kind') === '' ? withField(item, 'kind', kind) : item;
  return textAt(named, 'apiVersion') === '' ? withField(named, 'apiVersion', apiVersion) : named;
}

/** The items of a `List`, or of a list of one kind as the API server answers with; `undefined` for any other object. */
export function listItems(list: JsonObject): readonly ListItem[] | undefined {
  const kind = textAt(list, 'kind');
  const items = ownField(list, 'items');
  if (!kind.endsWith('List') || !isJsonList(items)) return undefined;
  const type = { kind: kind.slice(0, -'List'.length), apiVersion: textAt(list, 'apiVersion') };
  return items.flatMap((item, index) =>
    isJsonObject(item) ? [{ object: withTypeOf(item, type), index }] : [],
  );
}
