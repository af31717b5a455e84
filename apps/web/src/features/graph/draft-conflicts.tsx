import type { EditedKind } from '@fairlead/edits';
import { keyOfRef, type ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import { useGraphDraft, type GraphDraft } from './shown-draft.ts';

export interface DraftConflictsProps {
  /** Goes to where the choices are made. */
  readonly onOpenDraft: (ref: ObjectRef<EditedKind>) => void;
}

function Conflicts({
  draft: { changes },
  onOpenDraft,
}: DraftConflictsProps & { readonly draft: GraphDraft }): ReactNode {
  const { graphDraft, review } = useMessages();
  const { data } = useAnswer({ kind: 'impact', changes });
  return data?.conflicts.map(({ ref, places }) => (
    <Banner
      key={keyOfRef(ref)}
      tone="warning"
      actions={
        <Button
          size="small"
          aria-label={graphDraft.chooseFor(ref.kind, ref.name)}
          onPress={() => onOpenDraft(ref)}
        >
          {graphDraft.choose()}
        </Button>
      }
    >
      <b>{graphDraft.conflictOf(ref.kind, ref.namespace ?? '', ref.name)}</b>{' '}
      {graphDraft.conflictPlaces(places.map((place) => review.place(place)))}
    </Banner>
  ));
}

/** Drafts that the picture shows with their own side where others changed the same, and what that is. */
export function DraftConflicts({ onOpenDraft }: DraftConflictsProps): ReactNode {
  const draft = useGraphDraft();
  return draft === undefined ? null : <Conflicts draft={draft} onOpenDraft={onOpenDraft} />;
}
