import { allocateService } from '../allocation/allocate-service.ts';
import { objectAt, textAt, withoutField, type JsonObject } from '../json/json-value.ts';
import { apiVersionOfResource } from '../resources/resource-table.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import { Refusal } from '../status/refusal.ts';
import { alreadyExists, forbiddenContent, internal, notFound } from '../status/refusals.ts';
import { inTypeOrder, refuseInvalid } from './judge-object.ts';
import { withManager } from './managed-fields.ts';
import { keyFor, subjectFor, timeNow, type WriteContext, type WriteOptions } from './write-context.ts';

/** Nothing is made in a namespace that is missing or going away (admission plugin NamespaceLifecycle). */
function refuseNamespace(
  context: WriteContext,
  served: ServedResource,
  object: JsonObject,
): Refusal | undefined {
  if (!served.isNamespaced) return undefined;
  const namespace = textAt(object, 'metadata', 'namespace');
  const found = context.storage.find({ resource: 'namespaces', namespace: '', name: namespace });
  if (found === undefined) return notFound({ group: '', resource: 'namespaces', name: namespace });
  if (textAt(found, 'metadata', 'deletionTimestamp') === '') return undefined;
  return forbiddenContent(
    subjectFor(served, textAt(object, 'metadata', 'name')),
    `unable to create new content in namespace ${namespace} because it is being terminated`,
    [
      {
        reason: 'NamespaceTerminating',
        message: `namespace ${namespace} is being terminated`,
        field: 'metadata.namespace',
      },
    ],
  );
}

/** `generateName` and five characters that no object of the namespace has yet. */
function generatedName(context: WriteContext, served: ServedResource, metadata: JsonObject): string {
  const base = textAt(metadata, 'generateName').slice(0, 58);
  for (;;) {
    const name = `${base}${context.random.suffix(5)}`;
    const key = keyFor(served, textAt(metadata, 'namespace'), name);
    if (context.storage.find(key) === undefined) return name;
  }
}

function withSystemFields(context: WriteContext, served: ServedResource, given: JsonObject): JsonObject {
  const metadata = withoutField(
    objectAt(given, 'metadata'),
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
    'managedFields',
  );
  const needsName = textAt(metadata, 'name') === '' && textAt(metadata, 'generateName') !== '';
  const object = served.hasStatus && !served.keepsStatusOnCreate ? withoutField(given, 'status') : given;
  return {
    ...object,
    kind: served.kind,
    apiVersion: apiVersionOfResource(served),
    metadata: {
      ...metadata,
      ...(needsName && { name: generatedName(context, served, metadata) }),
      uid: context.random.uid(),
      creationTimestamp: timeNow(context),
      generation: served.hasGeneration ? 1 : 0,
    },
  };
}

/** The object as it would be stored, or why it cannot be. Order as in the API server: allocate, validate, look for it. */
function prepare(
  context: WriteContext,
  served: ServedResource,
  draft: { given: JsonObject; isDryRun: boolean },
): JsonObject | Refusal {
  let object = served.strategy.addDefaults(withSystemFields(context, served, draft.given));
  if (served.kind === 'Service') {
    const { pools } = context;
    const allocated = allocateService(object, undefined, { pools, isDryRun: draft.isDryRun });
    if ('errors' in allocated) return refuseInvalid(served, object, allocated.errors);
    object = allocated.service;
  }
  const errors = served.strategy.validate(object, undefined);
  return errors.length > 0 ? refuseInvalid(served, object, errors) : object;
}

/** Holds the place of the resourceVersion among the fields until storage knows it. */
const unknownVersion = '0';

/** Makes an object: what it became, or why the API server refuses it. */
export function createObject(
  context: WriteContext,
  { served, given }: { readonly served: ServedResource; readonly given: JsonObject },
  { manager, isDryRun }: WriteOptions,
): JsonObject | Refusal {
  const refusal = refuseNamespace(context, served, given);
  if (refusal !== undefined) return refusal;
  const object = prepare(context, served, { given, isDryRun });
  if (object instanceof Refusal) return object;
  const name = textAt(object, 'metadata', 'name');
  const key = keyFor(served, textAt(object, 'metadata', 'namespace'), name);
  if (textAt(object, 'metadata', 'resourceVersion') !== '') {
    return internal('resourceVersion should not be set on objects to be created');
  }
  if (context.storage.find(key) !== undefined) return alreadyExists(subjectFor(served, name));
  const note = { manager, apiVersion: apiVersionOfResource(served), time: timeNow(context), isStatus: false };
  const noted = withManager(object, note);
  if (isDryRun) return inTypeOrder(served, noted);
  const metadata = { ...objectAt(noted, 'metadata'), resourceVersion: unknownVersion };
  return context.storage.put(key, inTypeOrder(served, { ...noted, metadata }));
}
