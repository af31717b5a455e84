import { objectAt, withoutField, type JsonObject } from '../json/json-value.ts';

/** How objects are shown: whole, or their metadata only (`as=PartialObjectMetadata`). */
export type Presentation = 'whole' | 'metadata';

const wholeTexts = new WeakMap<JsonObject, string>();
const itemTexts = new WeakMap<JsonObject, string>();

function remember(texts: WeakMap<JsonObject, string>, object: JsonObject, write: () => string): string {
  let text = texts.get(object);
  if (text === undefined) texts.set(object, (text = write()));
  return text;
}

const metadataOnly = (object: JsonObject): JsonObject => ({
  kind: 'PartialObjectMetadata',
  apiVersion: 'meta.k8s.io/v1',
  metadata: objectAt(object, 'metadata'),
});

/** An object by itself or in a watch event. Objects never change, so their text is written once. */
export const objectText = (object: JsonObject, presentation: Presentation): string =>
  presentation === 'metadata'
    ? JSON.stringify(metadataOnly(object))
    : remember(wholeTexts, object, () => JSON.stringify(object));

/** An object in a list, where kind and version are said once for all. */
export const itemText = (object: JsonObject, presentation: Presentation): string =>
  presentation === 'metadata'
    ? JSON.stringify(metadataOnly(object))
    : remember(itemTexts, object, () => JSON.stringify(withoutField(object, 'kind', 'apiVersion')));
