import {
  keyOf,
  kinds,
  type ObjectChange,
  type ObjectKey,
  type ObjectReader,
  type TrimmedObject,
} from '@fairlead/kube-objects';

const isSameVersion = (a: TrimmedObject, b: TrimmedObject): boolean =>
  a.metadata.uid === b.metadata.uid &&
  a.metadata.resourceVersion !== undefined &&
  a.metadata.resourceVersion === b.metadata.resourceVersion;

/** The changes that turn what is known into a snapshot: nothing for what is the same, so that nothing flashes. */
export function listSnapshotDifference(
  known: ObjectReader,
  snapshot: readonly TrimmedObject[],
): readonly ObjectChange[] {
  const present = new Set<ObjectKey>(snapshot.map((object) => keyOf(object)));
  const removes = kinds.flatMap((kind) =>
    known.list(kind).flatMap((object): readonly ObjectChange[] => {
      const key = keyOf(object);
      return present.has(key) ? [] : [{ op: 'remove', key }];
    }),
  );
  const puts = snapshot.flatMap((object): readonly ObjectChange[] => {
    const before = known.find(object.kind, object.metadata.namespace, object.metadata.name);
    return before !== undefined && isSameVersion(before, object) ? [] : [{ op: 'put', object }];
  });
  return [...removes, ...puts];
}
