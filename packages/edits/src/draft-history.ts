import type { ObjectRef } from '@fairlead/kube-objects';
import type { Edit, EditedKind, EditedObject } from './edit.ts';

/** Why a draft changed: one step of its undo history. */
export type DraftReason =
  | 'form'
  | 'text'
  | 'fix'
  | 'connect'
  | 'rebase'
  | 'choices'
  | 'take-theirs'
  | 'conversion'
  | 'undo';

/** How a draft was before a step. */
export interface DraftStep {
  readonly reason: DraftReason;
  /** What the step did by meaning; empty for a replaced text. */
  readonly edits: readonly Edit[];
  readonly text: string;
  readonly base: EditedObject | undefined;
}

/**
 * What a person is working on: one object of one cluster. Its truth is the text of the manifest, comments and all; form
 * and graph read the object from it and write edits into it.
 */
export interface Draft {
  readonly id: string;
  /** The cluster it belongs to; it can be neither opened nor applied on another. */
  readonly clusterId: string;
  readonly operation: 'create' | 'update';
  /** Of a new object: what it was called when the draft began. */
  readonly ref: ObjectRef<EditedKind>;
  /** The object as it was when the draft began or was last merged; `undefined` for a new one. */
  readonly base: EditedObject | undefined;
  readonly text: string;
  /** Latest last. */
  readonly undoSteps: readonly DraftStep[];
  /** Next one last. */
  readonly redoSteps: readonly DraftStep[];
  /** RFC 3339. */
  readonly changedAt: string;
  /** The applied change that this draft takes back. */
  readonly undoes?: string;
}

/** Steps beyond this many are forgotten, oldest first. */
export const maxDraftSteps = 200;

export interface DraftChange {
  readonly reason: DraftReason;
  readonly edits: readonly Edit[];
  readonly text: string;
  /** Left out: the base stays. */
  readonly base?: EditedObject;
  /** Typing that goes on: belongs to the step before it. */
  readonly isContinuation?: boolean;
}

/** Does one thing to a draft, as one step that can be undone. A change that changes nothing is none. */
export function changeDraft(draft: Draft, change: DraftChange, now: string): Draft {
  const base = change.base ?? draft.base;
  if (change.text === draft.text && base === draft.base) return draft;
  const last = draft.undoSteps.at(-1);
  const goesOn =
    change.isContinuation === true && last?.reason === change.reason && draft.redoSteps.length === 0;
  const step: DraftStep = {
    reason: change.reason,
    edits: change.edits,
    text: draft.text,
    base: draft.base,
  };
  return {
    ...draft,
    base,
    text: change.text,
    undoSteps: goesOn ? draft.undoSteps : [...draft.undoSteps, step].slice(-maxDraftSteps),
    redoSteps: [],
    changedAt: now,
  };
}

const stepOf = ({ text, base }: Draft, { reason, edits }: DraftStep): DraftStep => ({
  reason,
  edits,
  text,
  base,
});

/** Takes the last step back; the same draft where there is none. */
export function undoDraft(draft: Draft, now: string): Draft {
  const last = draft.undoSteps.at(-1);
  if (last === undefined) return draft;
  return {
    ...draft,
    text: last.text,
    base: last.base,
    undoSteps: draft.undoSteps.slice(0, -1),
    redoSteps: [...draft.redoSteps, stepOf(draft, last)],
    changedAt: now,
  };
}

/** Does again what was taken back last; the same draft where there is nothing. */
export function redoDraft(draft: Draft, now: string): Draft {
  const next = draft.redoSteps.at(-1);
  if (next === undefined) return draft;
  return {
    ...draft,
    text: next.text,
    base: next.base,
    undoSteps: [...draft.undoSteps, stepOf(draft, next)],
    redoSteps: draft.redoSteps.slice(0, -1),
    changedAt: now,
  };
}
