import {
  mergeThreeWay,
  parseEditedObject,
  resolveConflicts,
  treeOf,
  withServerFilled,
  type ConflictPlace,
  type EditedObject,
  type Merge,
} from '@fairlead/edits';
import { refOf, type ObjectReader } from '@fairlead/kube-objects';
import type { DraftConflict } from './draft-answers.ts';
import type { ProposedChange } from './proposed-change.ts';

/** Changes as they come to the cluster as it is now. */
export interface SettledChanges {
  readonly changes: readonly ProposedChange[];
  /** Where others changed the same; the changes have the draft's side there. */
  readonly conflicts: readonly DraftConflict[];
}

interface Settled {
  readonly object: EditedObject;
  readonly places: readonly ConflictPlace[];
}

function settleMerge(merge: Merge): Settled {
  if (merge.kind === 'merged') return { object: merge.object, places: [] };
  const mine = new Map(merge.conflicts.map(({ id }) => [id, { take: 'mine' }] as const));
  return {
    object: resolveConflicts(merge, mine),
    places: merge.conflicts.map(({ place }) => place),
  };
}

function settleObject(reader: ObjectReader, base: EditedObject, mine: EditedObject): Settled {
  const { kind, metadata } = mine;
  const live = reader.find(kind, metadata.namespace, metadata.name);
  if (live === undefined || base.kind !== kind) return { object: mine, places: [] };
  // The live object is the one that the draft began with.
  if (live.metadata.resourceVersion === base.metadata.resourceVersion)
    return { object: withServerFilled(base, mine), places: [] };
  const theirs = parseEditedObject(treeOf(live));
  return theirs.kind === 'object'
    ? settleMerge(mergeThreeWay({ base, mine, theirs: theirs.object }))
    : { object: mine, places: [] };
}

/**
 * Lays what a draft changes onto the live objects, so that what others changed since it began is not taken for its own.
 */
export function settleOnLive(reader: ObjectReader, changes: readonly ProposedChange[]): SettledChanges {
  const conflicts: DraftConflict[] = [];
  const settled = changes.map((change): ProposedChange => {
    if (change.operation !== 'update' || change.base === undefined) return change;
    const { object, places } = settleObject(reader, change.base, change.object);
    if (places.length > 0) conflicts.push({ ref: refOf(object), places });
    return { operation: 'update', object };
  });
  return { changes: settled, conflicts };
}
