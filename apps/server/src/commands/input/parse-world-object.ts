import {
  isKind,
  kindInfo,
  parseTrimmedObject,
  type TrimmedObject,
  type UnreadableObject,
} from '@fairlead/kube-objects';
import { isJsonList, isJsonObject, ownField, type JsonObject, type JsonValue } from '@fairlead/manifests';

const usualNamespace = 'default';

/** kubectl writes the namespace where a manifest leaves it out. */
function withNamespace(object: JsonObject, kind: string): JsonObject {
  const metadata = ownField(object, 'metadata');
  if (!isKind(kind) || !kindInfo(kind).isNamespaced || !isJsonObject(metadata)) return object;
  const namespace = ownField(metadata, 'namespace');
  return namespace === undefined || namespace === null || namespace === ''
    ? { ...object, metadata: { ...metadata, namespace: usualNamespace } }
    : object;
}

function mapList(
  value: JsonValue | undefined,
  change: (item: JsonObject) => JsonObject,
): JsonValue | undefined {
  return isJsonList(value) ? value.map((item) => (isJsonObject(item) ? change(item) : item)) : value;
}

const withList = (object: JsonObject, key: string, change: (item: JsonObject) => JsonObject): JsonObject => {
  const list = mapList(ownField(object, key), change);
  return list === undefined ? object : { ...object, [key]: list };
};

/** A path without type stays without one: the empty text is what the API server refuses. */
function withEmptyTypes(ingress: JsonObject): JsonObject {
  const spec = ownField(ingress, 'spec');
  if (!isJsonObject(spec)) return ingress;
  const changed = withList(spec, 'rules', (rule) => {
    const http = ownField(rule, 'http');
    if (!isJsonObject(http)) return rule;
    const paths = withList(http, 'paths', (path) =>
      typeof ownField(path, 'pathType') === 'string' ? path : { ...path, pathType: '' },
    );
    return { ...rule, http: paths };
  });
  return { ...ingress, spec: changed };
}

/** One object of a world as a cluster would hand it out; `undefined` for a kind that requests have nothing to do with. */
export function parseWorldObject(raw: JsonObject): TrimmedObject | UnreadableObject | undefined {
  const kind = ownField(raw, 'kind');
  if (typeof kind !== 'string' || !isKind(kind)) return undefined;
  const placed = withNamespace(raw, kind);
  return parseTrimmedObject(kind === 'Ingress' ? withEmptyTypes(placed) : placed);
}
