import type { Kind, ObjectOf } from '@fairlead/kube-objects';
import { objectAt, textAt, toJson, type JsonObject, type JsonValue } from './json/json-value.ts';
import { mergePatch } from './patch/merge-patch.ts';
import { createObject } from './registry/create-object.ts';
import { deleteObject, plainDelete } from './registry/delete-object.ts';
import { replaceObject, updateObject } from './registry/update-object.ts';
import { keyFor, type WriteContext } from './registry/write-context.ts';
import { readAsKind } from './request/read-object.ts';
import { expectedKindOf } from './request/write-request.ts';
import { findResourceOfKind, resourceOfKind } from './resources/resource-table.ts';
import type { ServedResource } from './resources/served-resource.ts';
import { Refusal } from './status/refusal.ts';
import { parseStored } from './storage/parse-stored.ts';

/** Names an object; without a namespace one of `default` or a cluster-scoped one. */
export interface ObjectName {
  readonly kind: Kind;
  readonly namespace?: string;
  readonly name: string;
}

/** Writing and reading without HTTP, by the API server's rules. What it refuses is thrown: the caller's mistake. */
export interface ObjectAccess {
  /** Makes an object from a manifest. A missing namespace is made first; without one it goes to `default`. */
  readonly create: (manifest: object) => JsonObject;
  /** Replaces an object's spec and metadata by the manifest's. */
  readonly update: (manifest: object) => JsonObject;
  /** Merge patch (RFC 7386) of the object, or of its status. */
  readonly patch: (name: ObjectName, patch: object, subresource?: 'status') => JsonObject;
  readonly remove: (name: ObjectName) => void;
  readonly find: <K extends Kind>(
    kind: K,
    namespace: string | undefined,
    name: string,
  ) => ObjectOf<K> | undefined;
  readonly list: <K extends Kind>(kind: K, namespace?: string) => readonly ObjectOf<K>[];
}

const manager = 'fake-cluster';

function orThrow<T>(result: T | Refusal): T {
  if (result instanceof Refusal) throw new Error(`the fake cluster refuses: ${result.status.message}`);
  return result;
}

function servedKindOf(manifest: JsonValue): ServedResource {
  const kind = textAt(manifest, 'kind');
  const served = findResourceOfKind(kind);
  if (served === undefined) throw new Error(`the fake cluster does not serve kind ${kind}`);
  return served;
}

function readManifest(manifest: object): { served: ServedResource; given: JsonObject } {
  const value = toJson(manifest);
  const served = servedKindOf(value);
  const { object } = orThrow(readAsKind(value, expectedKindOf(served), 'Strict'));
  if (!served.isNamespaced) return { served, given: object };
  const namespace = textAt(object, 'metadata', 'namespace') || 'default';
  return { served, given: { ...object, metadata: { ...objectAt(object, 'metadata'), namespace } } };
}

function ensureNamespace(
  context: WriteContext,
  { served, given }: { served: ServedResource; given: JsonObject },
): void {
  const name = textAt(given, 'metadata', 'namespace');
  if (
    !served.isNamespaced ||
    context.storage.find({ resource: 'namespaces', namespace: '', name }) !== undefined
  )
    return;
  orThrow(
    createObject(
      context,
      { served: resourceOfKind('Namespace'), given: { metadata: { name } } },
      { manager, isDryRun: false, isStatus: false },
    ),
  );
}

export function createObjectAccess(context: WriteContext): ObjectAccess {
  const plain = { manager, isDryRun: false, isStatus: false };
  const { storage } = context;
  return {
    create: (manifest) => {
      const read = readManifest(manifest);
      ensureNamespace(context, read);
      return orThrow(createObject(context, read, plain));
    },
    update: (manifest) => orThrow(updateObject(context, readManifest(manifest), plain)).object,
    patch: ({ kind, namespace = 'default', name }, patch, subresource) => {
      const served = resourceOfKind(kind);
      const before = storage.find(keyFor(served, namespace, name));
      if (before === undefined) throw new Error(`no ${kind} ${namespace}/${name} to patch`);
      const patched = mergePatch(before, toJson(patch));
      const { object } = orThrow(readAsKind(patched, expectedKindOf(served), 'Strict'));
      const options = { ...plain, isStatus: subresource === 'status' };
      return orThrow(replaceObject(context, { served, given: object, before }, options));
    },
    remove: ({ kind, namespace = 'default', name }) => {
      orThrow(deleteObject(context, { served: resourceOfKind(kind), namespace, name }, plainDelete));
    },
    find: (kind, namespace, name) => {
      const object = storage.find(keyFor(resourceOfKind(kind), namespace ?? '', name));
      return object === undefined ? undefined : parseStored(kind, object);
    },
    list: (kind, namespace = '') =>
      storage.list(resourceOfKind(kind).key, namespace).map((object) => parseStored(kind, object)),
  };
}
