import { fieldOf, listAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { timestampOf } from '../clock.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import type { Refusal } from '../status/refusal.ts';
import { conflict, notFound } from '../status/refusals.ts';
import { keyFor, subjectFor, type WriteContext } from './write-context.ts';

/** `DeleteOptions`, as far as they matter here. */
export interface DeleteOptions {
  readonly uid: string;
  readonly resourceVersion: string;
  /** `undefined`: what the kind asks for. */
  readonly gracePeriodSeconds: number | undefined;
  readonly isDryRun: boolean;
}

export const plainDelete: DeleteOptions = {
  uid: '',
  resourceVersion: '',
  gracePeriodSeconds: undefined,
  isDryRun: false,
};

function refuseStale(
  served: ServedResource,
  object: JsonObject,
  options: DeleteOptions,
): Refusal | undefined {
  const metadata = objectAt(object, 'metadata');
  const [uid, version] = [textAt(metadata, 'uid'), textAt(metadata, 'resourceVersion')];
  const subject = { group: served.group, resource: served.kind, name: textAt(metadata, 'name') };
  if (options.uid !== '' && options.uid !== uid) {
    return conflict(
      subject,
      `the UID in the precondition (${options.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  }
  if (options.resourceVersion !== '' && options.resourceVersion !== version) {
    return conflict(
      subject,
      `the ResourceVersion in the precondition (${options.resourceVersion}) does not match the ResourceVersion in record (${version}). The object might have been modified`,
    );
  }
  return undefined;
}

/** How long the object lives on: Pods end gracefully once they run somewhere, namespaces when they are empty. */
function graceSeconds(
  served: ServedResource,
  object: JsonObject,
  options: DeleteOptions,
): number | undefined {
  if (served.kind === 'Namespace') return 0;
  if (served.kind !== 'Pod' || textAt(object, 'spec', 'nodeName') === '') return undefined;
  const phase = textAt(object, 'status', 'phase');
  if (phase === 'Succeeded' || phase === 'Failed') return undefined;
  const asked =
    options.gracePeriodSeconds ?? fieldOf(objectAt(object, 'spec'), 'terminationGracePeriodSeconds');
  return typeof asked === 'number' && asked > 0 ? asked : undefined;
}

function markDeleted(context: WriteContext, object: JsonObject, seconds: number): JsonObject {
  const deletionTimestamp = timestampOf(context.clock.now() + seconds * 1000);
  const isNamespace = textAt(object, 'kind') === 'Namespace';
  return {
    ...object,
    metadata: {
      ...objectAt(object, 'metadata'),
      deletionTimestamp,
      ...(!isNamespace && { deletionGracePeriodSeconds: seconds }),
    },
    ...(isNamespace && { status: { ...objectAt(object, 'status'), phase: 'Terminating' } }),
  };
}

/** DELETE: the object as it was removed or marked, or why the API server refuses. */
export function deleteObject(
  context: WriteContext,
  {
    served,
    namespace,
    name,
  }: { readonly served: ServedResource; readonly namespace: string; readonly name: string },
  options: DeleteOptions,
): JsonObject | Refusal {
  const key = keyFor(served, namespace, name);
  const object = context.storage.find(key);
  if (object === undefined) return notFound(subjectFor(served, name));
  const stale = refuseStale(served, object, options);
  if (stale !== undefined) return stale;
  const grace = graceSeconds(served, object, options);
  const hasFinalizers = listAt(object, 'metadata', 'finalizers').length > 0;
  if (grace === undefined && !hasFinalizers) {
    return options.isDryRun ? object : (context.storage.remove(key) ?? object);
  }
  if (textAt(object, 'metadata', 'deletionTimestamp') !== '') return object;
  const marked = markDeleted(context, object, grace ?? 0);
  return options.isDryRun ? marked : context.storage.put(key, marked);
}
