import type { StringMap } from '@fairlead/kube-objects';
import { isJsonObject, ownField, type JsonValue } from '@fairlead/manifests';

const textAt = (object: JsonValue | undefined, key: string): string => {
  const value = ownField(object, key);
  return typeof value === 'string' ? value : '';
};

/** A ConfigMap's place, `namespace/name`, and those of its data that are text. */
export function readConfigMap(raw: JsonValue): { readonly id: string; readonly data: StringMap } {
  const metadata = ownField(raw, 'metadata');
  const data = ownField(raw, 'data');
  const texts = Object.entries(isJsonObject(data) ? data : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    id: `${textAt(metadata, 'namespace') || 'default'}/${textAt(metadata, 'name')}`,
    data: Object.fromEntries(texts),
  };
}
