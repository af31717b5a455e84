import { stringify } from 'yaml';
import { isJsonObject, toJsonObject, type JsonObject, type JsonValue } from './json-value.ts';

const topOrder = ['apiVersion', 'kind', 'metadata', 'spec', 'data', 'stringData', 'type'];
const metadataOrder = ['name', 'generateName', 'namespace', 'labels', 'annotations'];

const inOrder = (object: JsonObject, first: readonly string[], last: readonly string[]): JsonObject => {
  const keys = Object.keys(object);
  const rank = (key: string): number => {
    if (first.includes(key)) return first.indexOf(key) - first.length;
    return last.includes(key) ? 1 : 0;
  };
  const sorted = keys.toSorted((a, b) => rank(a) - rank(b));
  return toJsonObject(sorted.map((key) => [key, object[key] ?? null]));
};

const orderMetadata = (object: JsonObject): JsonObject => {
  const { metadata } = object;
  if (!isJsonObject(metadata)) return object;
  const ordered = inOrder(metadata, metadataOrder, ['managedFields']);
  return toJsonObject(
    Object.entries(object).map(([key, value]) => [key, key === 'metadata' ? ordered : value]),
  );
};

/** How values are written everywhere: texts that YAML 1.1 or 1.2 reads as something else in quotes, long lines whole. */
export const printValue = (value: JsonValue, options: { readonly indentLists: boolean }): string =>
  stringify(value, {
    compat: 'yaml-1.1',
    lineWidth: 0,
    aliasDuplicateObjects: false,
    indentSeq: options.indentLists,
  });

/**
 * An object as YAML: `apiVersion`, `kind`, `metadata` with the name first, `spec`, and `status` last; other fields keep
 * their order. Kubernetes reads YAML 1.1, where `on` and `0123` are no texts, so texts are quoted that either version
 * would read as something else. Long lines stay whole: a line that is broken is hard to search and to compare.
 */
export const printManifest = (object: JsonObject): string =>
  printValue(orderMetadata(inOrder(object, topOrder, ['status'])), { indentLists: true });
