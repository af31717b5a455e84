import type { FixEdits } from '@fairlead/diagnostics';
import type { Draft } from '@fairlead/edits';
import { useDrafts } from '../../drafts/drafts-context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { showToast } from '../../ui/toast-region.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import { useBeginDraft } from './use-begin-draft.ts';
import { useReadEditedObject } from './use-read-edited-object.ts';

/** What writes YAML is loaded with the first fix that is opened: to look at a cluster takes none of it. */
const loadWriting = async () => ({
  ...(await import('../../drafts/use-open-draft.ts')),
  ...(await import('../../drafts/add-fix.ts')),
});

/**
 * Opens a fix as a draft of its object, to be reviewed like any other; a draft that is there already gets it as one more
 * step. Says in a toast when it does not fit any more. `undefined` until the cluster is known.
 */
export function useOpenFix(): ((fix: FixEdits) => Promise<void>) | undefined {
  const { store } = useDrafts();
  const { editor } = useMessages();
  const begin = useBeginDraft();
  const read = useReadEditedObject();
  const clusterId = useAnswer({ kind: 'summary' }).data?.clusterId;
  if (begin === undefined || clusterId === undefined) return undefined;
  return async (fix) => {
    const { addFix, beginDraft, draftIdOf } = await loadWriting();
    const readFresh = async (id: string, { ref }: FixEdits): Promise<Draft | undefined> => {
      const live = await read(ref);
      return live && beginDraft(id, { clusterId, ref }, live);
    };
    const { kind, name } = fix.ref;
    const id = draftIdOf(clusterId, fix.ref);
    const kept = store.state.getState().drafts.get(id);
    const draft = kept ?? (await readFresh(id, fix));
    if (draft === undefined) return;
    if (addFix(store, draft, fix) === 'applied') begin.edit(fix.ref);
    else if (kept === undefined) showToast(editor.fixDoesNotFit(kind, name));
    else
      showToast(editor.fixDoesNotFitDraft(kind, name), {
        label: editor.openDraft(),
        run: () => begin.edit(fix.ref),
      });
  };
}
