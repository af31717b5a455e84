import { treeOf, type EditedObject } from '@fairlead/edits';
import { isJsonList, ownField, type JsonValue } from '@fairlead/manifests';

/** Who wrote to the object, and when: an entry of its `managedFields`. */
export interface ManagedWrite {
  readonly manager: string;
  /** RFC 3339. */
  readonly time: string;
}

const textAt = (value: JsonValue | undefined, key: string): string | undefined => {
  const text = ownField(value, key);
  return typeof text === 'string' ? text : undefined;
};

function listWrites(object: EditedObject): readonly ManagedWrite[] {
  const entries = ownField(ownField(treeOf(object), 'metadata'), 'managedFields');
  return (isJsonList(entries) ? entries : []).flatMap((entry): ManagedWrite[] => {
    const time = textAt(entry, 'time');
    const isStatus = textAt(entry, 'subresource') !== undefined;
    return time === undefined || isStatus ? [] : [{ manager: textAt(entry, 'manager') ?? '', time }];
  });
}

/** Who wrote since `base` was read, latest first; writers of `status` are left out. */
export function listWritesSince(base: EditedObject, live: EditedObject): readonly ManagedWrite[] {
  const known = new Set(listWrites(base).map(({ manager, time }) => `${manager} ${time}`));
  return listWrites(live)
    .filter(({ manager, time }) => !known.has(`${manager} ${time}`))
    .toSorted((a, b) => b.time.localeCompare(a.time));
}
