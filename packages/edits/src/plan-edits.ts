import { isDeepEqual } from '@fairlead/manifests';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { listDangers, type Danger } from './list-dangers.ts';
import { mergeThreeWay, type MergeConflicts } from './merge-three-way.ts';
import { treeOf } from './parse-edited-object.ts';
import { treeWithoutServerFields } from './server-fields.ts';

export type PlanProblem =
  /** The draft calls itself by another kind, namespace or name than the object it began with. */
  | { readonly code: 'other-object' }
  /** To be changed, and no longer there. */
  | { readonly code: 'gone' }
  /** Deleted and made anew under the same name since the draft began. */
  | { readonly code: 'made-anew' }
  /** Marked for deletion: changes would go with it. */
  | { readonly code: 'being-deleted' }
  /** To be created, and there already. */
  | { readonly code: 'exists' };

/** What pressing Apply would do. Nothing is done here. */
export type Plan =
  | {
      readonly kind: 'ready';
      readonly operation: 'create' | 'update';
      /** What would be sent. */
      readonly object: EditedObject;
      /** What it changes of the object as it is now; empty for a new one. */
      readonly edits: readonly ObjectEdit[];
      /** What others changed since the draft began. */
      readonly fromTheirs: readonly ObjectEdit[];
      readonly isRebased: boolean;
      readonly dangers: readonly Danger[];
    }
  | {
      readonly kind: 'ready';
      readonly operation: 'delete';
      readonly object: EditedObject;
      readonly fromTheirs: readonly ObjectEdit[];
      readonly isRebased: boolean;
      readonly dangers: readonly Danger[];
    }
  | { readonly kind: 'conflict'; readonly merge: MergeConflicts }
  | { readonly kind: 'invalid'; readonly problems: readonly PlanProblem[] }
  | { readonly kind: 'nothing-to-do' };

/**
 * `base` is the object as the draft began, `undefined` for a new one; `mine` what the person made of it, `undefined` to
 * delete it; `live` what the cluster holds now, `undefined` where it holds nothing of that name.
 */
export interface PlanInput {
  readonly base: EditedObject | undefined;
  readonly mine: EditedObject | undefined;
  readonly live: EditedObject | undefined;
}

const invalid = (code: PlanProblem['code']): Plan => ({ kind: 'invalid', problems: [{ code }] });

const isSameObject = (one: EditedObject, other: EditedObject): boolean =>
  one.kind === other.kind &&
  one.metadata.namespace === other.metadata.namespace &&
  one.metadata.name === other.metadata.name;

function isMadeAnew(base: EditedObject, live: EditedObject): boolean {
  const [former, now] = [base.metadata.uid, live.metadata.uid];
  return former !== undefined && now !== undefined && former !== now;
}

function planCreate(mine: EditedObject | undefined, live: EditedObject | undefined): Plan {
  if (mine === undefined) return { kind: 'nothing-to-do' };
  if (live !== undefined) return invalid('exists');
  return {
    kind: 'ready',
    operation: 'create',
    object: mine,
    edits: [],
    fromTheirs: [],
    isRebased: false,
    dangers: [],
  };
}

const hasMoved = (base: EditedObject, live: EditedObject): boolean =>
  !isDeepEqual(treeWithoutServerFields(treeOf(base)), treeWithoutServerFields(treeOf(live)));

function planUpdate(input: {
  readonly base: EditedObject;
  readonly mine: EditedObject;
  readonly live: EditedObject;
}): Plan {
  const { base, mine, live } = input;
  const merge = mergeThreeWay({ base, mine, theirs: live });
  if (merge.kind === 'conflicts') return { kind: 'conflict', merge };
  if (merge.fromMine.length === 0) return { kind: 'nothing-to-do' };
  return {
    kind: 'ready',
    operation: 'update',
    object: merge.object,
    edits: merge.fromMine,
    fromTheirs: merge.fromTheirs,
    isRebased: hasMoved(base, live),
    dangers: listDangers(live, merge.object),
  };
}

function planDelete(base: EditedObject, live: EditedObject): Plan {
  const { fromTheirs } = mergeThreeWay({ base, mine: base, theirs: live });
  const dangers = listDangers(live, undefined);
  return {
    kind: 'ready',
    operation: 'delete',
    object: live,
    fromTheirs,
    isRebased: hasMoved(base, live),
    dangers,
  };
}

/** Decides what a draft comes to on the object as it is now: to be sent, to be settled first, refused, or nothing. */
export function planEdits({ base, mine, live }: PlanInput): Plan {
  if (base === undefined) return planCreate(mine, live);
  if (mine !== undefined && !isSameObject(base, mine)) return invalid('other-object');
  if (live === undefined) return mine === undefined ? { kind: 'nothing-to-do' } : invalid('gone');
  if (isMadeAnew(base, live)) return invalid('made-anew');
  if (mine === undefined) return planDelete(base, live);
  return live.metadata.deletionTimestamp === undefined
    ? planUpdate({ base, mine, live })
    : invalid('being-deleted');
}
