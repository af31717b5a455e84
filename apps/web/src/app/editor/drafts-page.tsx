import type { Draft } from '@fairlead/edits';
import type { ReactNode } from 'react';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { readDraft } from '../../drafts/draft-reading.ts';
import { useAppliedChanges, useDrafts, useDraftsOf } from '../../drafts/drafts-context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { KindIcon } from '../../ui/kind-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './editor.module.css';
import { useBeginDraft } from './use-begin-draft.ts';
import { useUndoApplied } from './use-undo-applied.ts';

const iconOf = (kind: Draft['ref']['kind']): 'ingress' | 'service' =>
  kind === 'Ingress' ? 'ingress' : 'service';

function DraftRow({ draft }: { readonly draft: Draft }): ReactNode {
  const { editor, format } = useMessages();
  const begin = useBeginDraft();
  const { store } = useDrafts();
  const nowMs = useNow('minute');
  const { kind, namespace } = draft.ref;
  const name = readDraft(draft).lastObject?.metadata.name ?? draft.ref.name;
  const { drafts } = editor;
  return (
    <li className={styles.entry}>
      <KindIcon name={iconOf(kind)} size={16} />
      <span className={styles.entryName}>
        <Button
          variant="link"
          onPress={() => (draft.operation === 'create' ? begin?.openNew(draft) : begin?.edit(draft.ref))}
        >
          {drafts.open(kind, name)}
        </Button>
        <span className={styles.subtitle}>{namespace}</span>
      </span>
      <Chip tone="draft">
        {draft.operation === 'create' ? editor.newChip() : editor.draftChip(readDraft(draft).changes.length)}
      </Chip>
      <span className={styles.subtitle}>{drafts.ago(format.age(draft.changedAt, nowMs) ?? '')}</span>
      <Button size="small" onPress={() => store.discard(draft.id)}>
        {editor.discard()}
      </Button>
    </li>
  );
}

function ChangeRow({ change }: { readonly change: AppliedChange }): ReactNode {
  const { editor, format } = useMessages();
  const undo = useUndoApplied();
  const nowMs = useNow('minute');
  const { kind, name, namespace } = change.ref;
  const { drafts } = editor;
  return (
    <li className={styles.entry}>
      <KindIcon name={iconOf(kind)} size={16} />
      <span className={styles.entryName}>
        {drafts.operations[change.operation](kind, name)}
        <span className={styles.subtitle}>{namespace}</span>
      </span>
      <span className={styles.subtitle}>{drafts.ago(format.age(change.appliedAt, nowMs) ?? '')}</span>
      {change.undoneBy === undefined ? (
        <Button size="small" aria-label={drafts.undoOf(kind, name)} onPress={() => undo?.(change)}>
          {drafts.undo()}
        </Button>
      ) : (
        <Chip>{drafts.wasUndone()}</Chip>
      )}
    </li>
  );
}

function Lists({ clusterId }: { readonly clusterId: string }): ReactNode {
  const { editor } = useMessages();
  const drafts = useDraftsOf(clusterId);
  const changes = useAppliedChanges(clusterId);
  return (
    <div className={styles.lists}>
      <h1 className={styles.title}>{editor.drafts.title()}</h1>
      {drafts.length === 0 ? (
        <p>{editor.drafts.none()}</p>
      ) : (
        <ul className={styles.entries}>
          {drafts.map((draft) => (
            <DraftRow key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
      <h2 className={styles.title}>{editor.drafts.history()}</h2>
      {changes.length === 0 ? (
        <p>{editor.drafts.noHistory()}</p>
      ) : (
        <ul className={styles.entries}>
          {changes.map((change) => (
            <ChangeRow key={change.id} change={change} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Drafts of this cluster, and what was applied to it from this browser. */
export function DraftsPage(): ReactNode {
  const clusterId = useAnswer({ kind: 'summary' }).data?.clusterId;
  return clusterId === undefined || clusterId === '' ? null : <Lists clusterId={clusterId} />;
}
