import { isJsonObject, toJsonObject, type JsonObject } from './json-value.ts';
import { printValue } from './print-value.ts';

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

/**
 * An object as YAML: `apiVersion`, `kind`, `metadata` with the name first, `spec`, and `status` last; other fields keep
 * their order. Kubernetes reads YAML 1.1, where `on` and `0123` are no texts, so texts are quoted that either version
 * would read as something else. Long lines stay whole: a line that is broken is hard to search and to compare.
 */
export const printManifest = (object: JsonObject): string =>
  printValue(orderMetadata(inOrder(object, topOrder, ['status'])), { indentLists: true });
