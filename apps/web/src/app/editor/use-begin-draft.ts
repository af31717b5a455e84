import type { Draft, EditedKind, EditedObject } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { useNavigate } from '@tanstack/react-router';
import { useDrafts } from '../../drafts/drafts-context.ts';
import { useCluster } from '../../workers/cluster-context.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import type { NewDraft } from './write-new-draft.ts';

export interface BeginDraft {
  /** Opens the editor of an object that is on the cluster. */
  readonly edit: (ref: ObjectRef<EditedKind>, mode?: 'yaml') => void;
  readonly create: (kind: EditedKind, namespace: string | undefined, mode?: 'yaml') => void;
  readonly duplicate: (object: EditedObject) => void;
  /** Goes on with the draft of an object that is gone, as one of a new object. */
  readonly createAgain: (draft: Draft) => void;
  /** Goes on with a draft of something new that is kept already. */
  readonly openNew: (draft: Draft) => void;
}

/** Ids of drafts of new objects: told from those of stored ones, which are called by their reference. */
export const newDraftId = (clusterId: string, localId: string): string => `${clusterId}/new/${localId}`;

/** What writes YAML is loaded when the first draft begins: to look at a cluster takes none of it. */
const loadWriting = () => import('./write-new-draft.ts');

/** Begins drafts and goes to their editor; `undefined` until the cluster is known. */
export function useBeginDraft(): BeginDraft | undefined {
  const { store } = useDrafts();
  const { context } = useCluster();
  const navigate = useNavigate();
  const clusterId = useAnswer({ kind: 'summary' }).data?.clusterId;
  if (clusterId === undefined || clusterId === '') return undefined;
  const goToNew = (kind: EditedKind, localId: string, mode?: 'yaml'): void =>
    void navigate({
      to: '/c/$context/new/$kind/$draftId',
      params: { context, kind, draftId: localId },
      search: mode === undefined ? {} : { mode },
    });
  const begin = ({ ref, text }: NewDraft, mode?: 'yaml'): void => {
    const localId = crypto.randomUUID();
    store.begin({
      id: newDraftId(clusterId, localId),
      clusterId,
      operation: 'create',
      ref,
      base: undefined,
      text,
      undoSteps: [],
      redoSteps: [],
      changedAt: new Date().toISOString(),
    });
    goToNew(ref.kind, localId, mode);
  };
  return {
    edit: ({ kind, namespace = '-', name }, mode) =>
      void navigate({
        to: '/c/$context/edit/$kind/$namespace/$name',
        params: { context, kind, namespace, name },
        search: mode === undefined ? {} : { mode },
      }),
    create: (kind, namespace = 'default', mode) =>
      void loadWriting().then(({ writeNewObject }) => begin(writeNewObject(kind, namespace), mode)),
    duplicate: (object) => void loadWriting().then(({ writeCopy }) => begin(writeCopy(object))),
    createAgain: (draft) => {
      begin(draft);
      store.discard(draft.id);
    },
    openNew: ({ id, ref }) => goToNew(ref.kind, id.slice(newDraftId(clusterId, '').length)),
  };
}
