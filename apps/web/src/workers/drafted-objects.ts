import type { EditedKind, EditedObject } from '@fairlead/edits';
import {
  keyOfRef,
  type ObjectChange,
  type ObjectKey,
  type ObjectReader,
  type TrimmedObject,
} from '@fairlead/kube-objects';
import { predictSliceChanges } from '@fairlead/routing';
import type { ProposedChange } from './proposed-change.ts';

type Live = TrimmedObject<EditedKind> | undefined;

const refOfChange = (change: ProposedChange): Extract<ProposedChange, { operation: 'delete' }>['ref'] =>
  change.operation === 'delete'
    ? change.ref
    : {
        kind: change.object.kind,
        namespace: change.object.metadata.namespace,
        name: change.object.metadata.name,
      };

export const keyOfChange = (change: ProposedChange): ObjectKey => keyOfRef(refOfChange(change));

const findLive = (reader: ObjectReader, change: ProposedChange): Live => {
  const { kind, namespace, name } = refOfChange(change);
  return reader.find(kind, namespace, name);
};

/** What the API server and controllers have written stays, as far as the draft does not take its reason away. */
function withServerPart(object: EditedObject, live: Live): EditedObject {
  if (live === undefined) return object;
  const { uid, resourceVersion, generation, creationTimestamp, deletionTimestamp } = live.metadata;
  const server = Object.fromEntries(
    Object.entries({ uid, resourceVersion, generation, creationTimestamp, deletionTimestamp }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const metadata = { ...object.metadata, ...server };
  if (object.kind === 'Ingress') return { ...object, ...statusOf(live), metadata };
  const isSameType = live.kind === 'Service' && live.spec.type === object.spec.type;
  return { ...object, ...(isSameType ? statusOf(live) : {}), metadata };
}

const statusOf = ({ status }: NonNullable<Live>): { readonly status?: object } =>
  status === undefined ? {} : { status };

function changesFor(reader: ObjectReader, change: ProposedChange): readonly ObjectChange[] {
  const live = findLive(reader, change);
  const before = live?.kind === 'Service' ? live : undefined;
  if (change.operation === 'delete')
    return [
      { op: 'remove', key: keyOfRef(change.ref) },
      ...predictSliceChanges(reader, { before, after: undefined }),
    ];
  const object = withServerPart(change.object, live);
  const after = object.kind === 'Service' ? object : undefined;
  return [{ op: 'put', object }, ...predictSliceChanges(reader, { before, after })];
}

/** What would change on the cluster, the endpoints of Services included. The last word on an object counts. */
export function listObjectChanges(
  reader: ObjectReader,
  changes: readonly ProposedChange[],
): readonly ObjectChange[] {
  const lasting = new Map(changes.map((change) => [keyOfChange(change), change]));
  return [...lasting.values()].flatMap((change) => changesFor(reader, change));
}
