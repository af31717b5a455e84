import type { StringMap } from '@fairlead/kube-objects';

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const ownField = (object: unknown, key: string): unknown =>
  isRecord(object) && Object.hasOwn(object, key) ? object[key] : undefined;

const textAt = (object: unknown, key: string): string => {
  const value = ownField(object, key);
  return typeof value === 'string' ? value : '';
};

/** A ConfigMap's place, `namespace/name`, and those of its data that are text. */
export function parseConfigMap(raw: unknown): { readonly id: string; readonly data: StringMap } {
  const metadata = ownField(raw, 'metadata');
  const data = ownField(raw, 'data');
  const texts = Object.entries(isRecord(data) ? data : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    id: `${textAt(metadata, 'namespace') || 'default'}/${textAt(metadata, 'name')}`,
    data: Object.fromEntries(texts),
  };
}
