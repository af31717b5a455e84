import type { Draft, EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { NewStep } from '../../drafts/add-step.ts';
import { useDrafts } from '../../drafts/drafts-context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { showToast } from '../../ui/toast-region.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import { useBeginDraft } from './use-begin-draft.ts';
import { useReadEditedObject } from './use-read-edited-object.ts';

/** What writes YAML is loaded with the first edits that are opened: to look at a cluster takes none of it. */
const loadWriting = async () => ({
  ...(await import('../../drafts/use-open-draft.ts')),
  ...(await import('../../drafts/add-step.ts')),
});

export interface EditsToOpen {
  readonly ref: ObjectRef<EditedKind>;
  readonly step: NewStep;
  /** What is said where the edits do not fit, or change nothing. */
  readonly words: {
    readonly doesNotFit: (kind: EditedKind, name: string) => string;
    readonly doesNotFitDraft: (kind: EditedKind, name: string) => string;
  };
}

/**
 * Opens edits as a draft of their object, to be reviewed like any other; a draft that is there already gets them as one
 * more step. Says in a toast when they do not fit. `undefined` until the cluster is known.
 */
export function useOpenEdits(): ((edits: EditsToOpen) => Promise<void>) | undefined {
  const { store } = useDrafts();
  const { editor } = useMessages();
  const begin = useBeginDraft();
  const read = useReadEditedObject();
  const clusterId = useAnswer({ kind: 'summary' }).data?.clusterId;
  if (begin === undefined || clusterId === undefined) return undefined;
  return async ({ ref, step, words }) => {
    const { addStep, beginDraft, draftIdOf } = await loadWriting();
    const readFresh = async (id: string): Promise<Draft | undefined> => {
      const live = await read(ref);
      return live && beginDraft(id, { clusterId, ref }, live);
    };
    const { kind, name } = ref;
    const id = draftIdOf(clusterId, ref);
    const kept = store.state.getState().drafts.get(id);
    const draft = kept ?? (await readFresh(id));
    if (draft === undefined) return;
    if (addStep(store, draft, step) === 'applied') begin.edit(ref);
    else if (kept === undefined) showToast(words.doesNotFit(kind, name));
    else
      showToast(words.doesNotFitDraft(kind, name), {
        label: editor.openDraft(),
        run: () => begin.edit(ref),
      });
  };
}
