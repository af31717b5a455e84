import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOpenDraft } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import { EditorView } from './editor-view.tsx';
import { newDraftId } from './use-begin-draft.ts';

const route = getRouteApi('/c/$context/new/$kind/$draftId');

function OpenNewDraft({ clusterId }: { readonly clusterId: string }): ReactNode {
  const { draftId } = route.useParams();
  const { editedKind } = route.useRouteContext();
  const { editor } = useMessages();
  const { history } = useRouter();
  const ref = { kind: editedKind, namespace: '', name: '' };
  const open = useOpenDraft(newDraftId(clusterId, draftId), { clusterId, ref, live: undefined });
  if (open === undefined)
    return <EmptyState title={editor.noSuchDraft()}>{editor.noSuchDraftHint()}</EmptyState>;
  const { name, namespace } = open.reading.lastObject?.metadata ?? open.draft.ref;
  return (
    <EditorView open={open} target={{ kind: editedKind, namespace, name }} onBack={() => history.back()} />
  );
}

/** The editor of something that is not on the cluster yet. */
export function NewObjectPage(): ReactNode {
  const clusterId = useAnswer({ kind: 'summary' }).data?.clusterId;
  return clusterId === undefined || clusterId === '' ? null : <OpenNewDraft clusterId={clusterId} />;
}
