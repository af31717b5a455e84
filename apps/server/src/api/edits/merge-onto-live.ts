import type { ConflictEntry } from '@fairlead/api-contract';
import {
  conflictWords,
  mergeThreeWay,
  parseEditedObject,
  type Conflict,
  type EditedObject,
} from '@fairlead/edits';
import type { EditOf, StoredObject } from './edit-target.ts';
import { parseJson } from './parse-json.ts';

type Content = Readonly<Record<string, unknown>>;

/** What an update comes to on the object as it is now. */
export type LivePlan =
  /** Another object of the same name: the draft is of something that is gone. */
  | { readonly kind: 'replaced' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'conflict'; readonly conflicts: ConflictEntry[] }
  | { readonly kind: 'ready'; readonly merged: Record<string, unknown> };

const findEdited = (object: Content): EditedObject | undefined => {
  const parsed = parseEditedObject(parseJson(object));
  return parsed.kind === 'object' ? parsed.object : undefined;
};

const toEntry = ({ id, place, base, mine, theirs }: Conflict): ConflictEntry => ({
  id,
  place: [...conflictWords(place)],
  base,
  mine,
  theirs,
});

/** Pinned to the very version it was merged onto; who wrote which field is the API server's to note. */
function pinTo(live: StoredObject, content: Content): Record<string, unknown> {
  const { uid, resourceVersion } = live.metadata;
  const given = content['metadata'];
  const metadata = Object.fromEntries(
    Object.entries(given instanceof Object ? given : {}).filter(([key]) => key !== 'managedFields'),
  );
  return { ...content, metadata: { ...metadata, uid, resourceVersion } };
}

/** The draft merged onto live, three-way and by meaning. What cannot be read as its kind is taken whole or not at all. */
export function mergeOntoLive({ base, mine }: EditOf<'update'>, live: StoredObject): LivePlan {
  if (live.metadata.uid !== base.metadata.uid) return { kind: 'replaced' };
  const isMoved = live.metadata.resourceVersion !== base.metadata.resourceVersion;
  const [before, wanted, now] = [findEdited(base), findEdited(mine), findEdited(live)];
  if (before === undefined || wanted === undefined || now === undefined) {
    return isMoved
      ? { kind: 'conflict', conflicts: [{ id: 'object', place: [], base, mine, theirs: live }] }
      : { kind: 'ready', merged: pinTo(live, mine) };
  }
  const merge = mergeThreeWay({ base: before, mine: wanted, theirs: now });
  if (merge.kind === 'conflicts') return { kind: 'conflict', conflicts: merge.conflicts.map(toEntry) };
  if (merge.fromMine.length === 0) return { kind: 'unchanged' };
  return { kind: 'ready', merged: pinTo(live, { ...merge.object }) };
}
