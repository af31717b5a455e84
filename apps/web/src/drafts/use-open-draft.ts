import {
  applyEditsToText,
  identifyPart,
  mergeThreeWay,
  treeOf,
  withoutServerFields,
  type Draft,
  type DraftReason,
  type Edit,
  type EditedKind,
  type EditedObject,
  type Merge,
} from '@fairlead/edits';
import { keyOfRef, type ObjectRef } from '@fairlead/kube-objects';
import { printManifest, rewriteManifest } from '@fairlead/manifests';
import { useCallback, useMemo } from 'react';
import { readDraft, type DraftReading } from './draft-reading.ts';
import { useDraft, useDrafts, type Drafts } from './drafts-context.ts';

/** The object as it is on the cluster now; `undefined`: there is none; `unknown`: it cannot be read now. */
export type LiveObject = EditedObject | 'unknown' | undefined;

export interface DraftTarget {
  readonly clusterId: string;
  readonly ref: ObjectRef<EditedKind>;
  readonly live: LiveObject;
}

/** Why edits are made; a form's unless said otherwise. */
export interface EditKind {
  readonly reason?: DraftReason;
  /** Typing that goes on: belongs to the step before it. */
  readonly isContinuation?: boolean;
}

/** A draft on the screen, and everything that can be done to it. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly reading: DraftReading;
  /** As far as it is known: the base where it cannot be read. */
  readonly live: EditedObject | undefined;
  readonly isLiveKnown: boolean;
  /** The draft combined with what changed on the cluster since it began; `undefined` while its text cannot be followed. */
  readonly merge: Merge | undefined;
  /** The live object is not the one the draft began with. */
  readonly hasMoved: boolean;
  /**
   * One call, one step, on the draft as it is by then. Edits that do not fit (any more) leave it as it is and answer
   * false. The same function while the same draft is open.
   */
  readonly edit: (edits: readonly Edit[], how?: EditKind) => boolean;
  readonly replaceText: (text: string, isContinuation: boolean) => void;
  /**
   * Goes on from another base: the text says `object` then, with its comments and order kept. Answers that text. A draft
   * that was typed on since it was read here stays as it is.
   */
  readonly rebase: (base: EditedObject, object: EditedObject, reason: DraftReason) => string;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly discard: () => void;
}

export const draftIdOf = (clusterId: string, ref: ObjectRef): string => `${clusterId}/${keyOfRef(ref)}`;

/** The text a draft begins with: what a person writes, without what the API server adds of its own. */
export const textOf = (object: EditedObject): string => printManifest(treeOf(withoutServerFields(object)));

/** A draft that changes nothing yet. */
export const beginDraft = (
  id: string,
  { clusterId, ref }: Pick<DraftTarget, 'clusterId' | 'ref'>,
  base: EditedObject,
): Draft => ({
  id,
  clusterId,
  operation: 'update',
  ref,
  base,
  text: textOf(base),
  undoSteps: [],
  redoSteps: [],
  changedAt: '',
});

function mergeDraft(
  draft: Draft,
  { object }: DraftReading,
  live: EditedObject | undefined,
): Merge | undefined {
  if (draft.base === undefined || object === undefined || live === undefined) return undefined;
  return mergeThreeWay({ base: draft.base, mine: object, theirs: live });
}

/** The draft that is kept of this object, or one that begins with the live object and is kept from its first edit on. */
function useDraftValue(id: string, target: DraftTarget): Draft | undefined {
  const kept = useDraft(id);
  const { live } = target;
  const key = keyOfRef(target.ref);
  const fresh = useMemo(
    () => (live === undefined || live === 'unknown' ? undefined : beginDraft(id, target, live)),
    // oxlint-disable-next-line react/exhaustive-deps -- the target is new at every render; these name it
    [id, live, key],
  );
  return kept ?? fresh;
}

/** Edits the kept draft as it is when that is called, not as it was drawn; one that is not kept yet is given. */
function useEdit(id: string, unkept: Draft | undefined): OpenDraft['edit'] {
  const { store } = useDrafts();
  return useCallback(
    (edits, { reason = 'form', isContinuation = false } = {}) => {
      const now = store.state.getState().drafts.get(id) ?? unkept;
      if (now === undefined) return false;
      const outcome = applyEditsToText(now.text, edits);
      if (outcome.kind !== 'applied') return false;
      store.begin(now);
      store.change(id, { reason, edits, text: outcome.text, isContinuation });
      return true;
    },
    [store, id, unkept],
  );
}

/** What an open draft is made of. */
interface OpenParts extends Pick<OpenDraft, 'draft' | 'live' | 'isLiveKnown' | 'merge' | 'edit'> {
  readonly store: Drafts['store'];
  readonly isKept: boolean;
}

function buildOpenDraft({ store, isKept, draft, live, isLiveKnown, merge, edit }: OpenParts): OpenDraft {
  const { id } = draft;
  const change: typeof store.change = (target, value) => {
    store.begin(draft);
    store.change(target, value);
  };
  return {
    draft,
    reading: readDraft(draft),
    live,
    isLiveKnown,
    merge,
    hasMoved:
      draft.base !== undefined &&
      live !== undefined &&
      live.metadata.resourceVersion !== draft.base.metadata.resourceVersion,
    edit,
    replaceText: (text, isContinuation) =>
      change(id, {
        reason: 'text',
        edits: [{ kind: 'replace-text', from: draft.text, to: text }],
        text,
        isContinuation,
      }),
    rebase: (base, object, reason) => {
      if (store.state.getState().drafts.get(id)?.text !== draft.text && isKept) return draft.text;
      const text = rewriteManifest(draft.text, treeOf(withoutServerFields(object)), identifyPart);
      change(id, { reason, edits: [], base, text });
      return text;
    },
    undo: () => store.undo(id),
    redo: () => store.redo(id),
    discard: () => store.discard(id),
  };
}

/**
 * Opens the draft of a target; `undefined` when there is neither a draft nor a live object. The same object while neither
 * the draft nor the live object is another, so that what is drawn of it stays.
 */
export function useOpenDraft(id: string, target: DraftTarget): OpenDraft | undefined {
  const { store } = useDrafts();
  const isKept = useDraft(id) !== undefined;
  const draft = useDraftValue(id, target);
  const edit = useEdit(id, isKept ? undefined : draft);
  const isLiveKnown = target.live !== 'unknown';
  const live = target.live === 'unknown' ? draft?.base : target.live;
  return useMemo(() => {
    if (draft === undefined) return undefined;
    const merge = mergeDraft(draft, readDraft(draft), live);
    return buildOpenDraft({ store, isKept, draft, live, isLiveKnown, merge, edit });
  }, [store, isKept, draft, live, isLiveKnown, edit]);
}
