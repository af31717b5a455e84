import { allocateService } from '../allocation/allocate-service.ts';
import {
  fieldOf,
  isSameJson,
  listAt,
  numberAt,
  objectAt,
  textAt,
  withoutField,
  type JsonObject,
} from '../json/json-value.ts';
import { apiVersionOfResource } from '../resources/resource-table.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import { Refusal } from '../status/refusal.ts';
import { conflict, modifiedMeanwhile, notFound } from '../status/refusals.ts';
import { createObject } from './create-object.ts';
import { inTypeOrder, refuseInvalid } from './judge-object.ts';
import { withManager } from './managed-fields.ts';
import {
  keyFor,
  subjectFor,
  timeNow,
  type WriteContext,
  type WriteOptions,
  type Written,
} from './write-context.ts';

/** A new version of an object and the stored one. */
interface Change {
  readonly served: ServedResource;
  readonly given: JsonObject;
  readonly before: JsonObject;
}

function uidMismatch(served: ServedResource, given: JsonObject, uidBefore: string): string {
  const { storagePrefix } = served;
  const [namespace, name, uid] = ['namespace', 'name', 'uid'].map((field) =>
    textAt(given, 'metadata', field),
  );
  const key = ['/registry', storagePrefix, namespace, name].filter((part) => part !== '').join('/');
  return `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${uidBefore}`;
}

/** Optimistic locking: a uid or resourceVersion that was sent must be the stored one. */
function refuseStale({ served, given, before }: Change): Refusal | undefined {
  const subject = subjectFor(served, textAt(before, 'metadata', 'name'));
  const [uid, uidBefore] = [textAt(given, 'metadata', 'uid'), textAt(before, 'metadata', 'uid')];
  if (uid !== '' && uid !== uidBefore) {
    return conflict(subject, uidMismatch(served, given, uidBefore));
  }
  const version = textAt(given, 'metadata', 'resourceVersion');
  return version === '' || version === textAt(before, 'metadata', 'resourceVersion')
    ? undefined
    : modifiedMeanwhile(subject);
}

const systemFields = [
  'name',
  'generateName',
  'namespace',
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'generation',
  'managedFields',
  'resourceVersion',
];

/** What writers cannot change is taken from the stored object. */
function withSystemFieldsOf({ served, given, before }: Change, isStatus: boolean): JsonObject {
  const old = objectAt(before, 'metadata');
  const kept = Object.fromEntries(systemFields.map((field) => [field, fieldOf(old, field)]));
  const metadata = { ...withoutField(objectAt(given, 'metadata'), ...systemFields), ...kept };
  if (isStatus) return { ...before, metadata, status: fieldOf(given, 'status') };
  return {
    ...given,
    kind: served.kind,
    apiVersion: apiVersionOfResource(served),
    metadata,
    ...(served.hasStatus && { status: fieldOf(before, 'status') }),
  };
}

const bookkeeping = ['metadata', 'status', 'kind', 'apiVersion'];

function withGeneration({ served, given, before }: Change): JsonObject {
  if (!served.hasGeneration) return given;
  const isSame = isSameJson(withoutField(given, ...bookkeeping), withoutField(before, ...bookkeeping));
  const generation = numberAt(before, 'metadata', 'generation') + (isSame ? 0 : 1);
  return { ...given, metadata: { ...objectAt(given, 'metadata'), generation } };
}

/** The new version as it would be stored, or why it cannot be. Here the API server validates first, then allocates. */
function prepare(
  context: WriteContext,
  change: Change,
  { isStatus, isDryRun }: WriteOptions,
): JsonObject | Refusal {
  const { served, before } = change;
  const merged = served.strategy.addDefaults(withSystemFieldsOf(change, isStatus));
  if (isStatus) {
    const errors = served.strategy.validateStatus(merged);
    return errors.length > 0 ? refuseInvalid(served, merged, errors) : merged;
  }
  const object = served.strategy.prepareForUpdate(merged, before);
  const errors = served.strategy.validate(object, before);
  if (errors.length > 0) return refuseInvalid(served, object, errors);
  if (served.kind !== 'Service') return object;
  const allocated = allocateService(object, before, { pools: context.pools, isDryRun });
  return 'errors' in allocated ? refuseInvalid(served, object, allocated.errors) : allocated.service;
}

const isFinished = (object: JsonObject): boolean =>
  textAt(object, 'metadata', 'deletionTimestamp') !== '' &&
  listAt(object, 'metadata', 'finalizers').length === 0 &&
  numberAt(object, 'metadata', 'deletionGracePeriodSeconds') === 0;

/** Replaces a stored object: what it became, or why the API server refuses it. Nothing is written when nothing changed. */
export function replaceObject(
  context: WriteContext,
  change: Change,
  options: WriteOptions,
): JsonObject | Refusal {
  const { served, before } = change;
  const stale = refuseStale(change);
  if (stale !== undefined) return stale;
  const prepared = prepare(context, change, options);
  if (prepared instanceof Refusal) return prepared;
  const object = inTypeOrder(served, withGeneration({ ...change, given: prepared }));
  if (isSameJson(object, before)) return before;
  const finished = withManager(object, {
    manager: options.manager,
    apiVersion: apiVersionOfResource(served),
    time: timeNow(context),
    isStatus: options.isStatus,
  });
  if (options.isDryRun) return finished;
  const key = keyFor(served, textAt(before, 'metadata', 'namespace'), textAt(before, 'metadata', 'name'));
  const stored = context.storage.put(key, finished);
  if (isFinished(stored)) context.storage.remove(key);
  return stored;
}

/** PUT: replaces the object, or makes it where the kind allows that. */
export function updateObject(
  context: WriteContext,
  { served, given }: { readonly served: ServedResource; readonly given: JsonObject },
  options: WriteOptions,
): Written | Refusal {
  const name = textAt(given, 'metadata', 'name');
  const before = context.storage.find(keyFor(served, textAt(given, 'metadata', 'namespace'), name));
  if (before === undefined) {
    if (!served.canCreateOnUpdate || options.isStatus) return notFound(subjectFor(served, name));
    const uid = textAt(given, 'metadata', 'uid');
    if (uid !== '') return conflict(subjectFor(served, name), uidMismatch(served, given, ''));
    const metadata = withoutField(objectAt(given, 'metadata'), 'resourceVersion');
    const created = createObject(context, { served, given: { ...given, metadata } }, options);
    return created instanceof Refusal ? created : { object: created, isNew: true };
  }
  const replaced = replaceObject(context, { served, given, before }, options);
  return replaced instanceof Refusal ? replaced : { object: replaced, isNew: false };
}
