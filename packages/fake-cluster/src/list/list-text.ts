import type { JsonObject } from '../json/json-value.ts';
import { apiVersionOfResource } from '../resources/resource-table.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import { itemText, type Presentation } from './object-text.ts';

/** A list as JSON text, made of the texts of its items. */
export function listText(
  served: ServedResource,
  objects: readonly JsonObject[],
  {
    metadata,
    presentation = 'whole',
  }: { readonly metadata: JsonObject; readonly presentation?: Presentation },
): string {
  const head =
    presentation === 'metadata'
      ? { kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1', metadata }
      : { kind: `${served.kind}List`, apiVersion: apiVersionOfResource(served), metadata };
  const items = objects.map((object) => itemText(object, presentation)).join(',');
  return `${JSON.stringify(head).slice(0, -1)},"items":[${items}]}`;
}
