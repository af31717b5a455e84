import { GitMerge } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import type { ObjectEdit } from '@fairlead/edits';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Chip } from '../../ui/chip.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ConflictCard } from './conflict-card.tsx';
import styles from './conflict.module.css';
import { ValueChange } from './edit-list.tsx';
import { listWritesSince } from './list-managers.ts';
import { listConcernedOwners } from './owners-section.tsx';
import { useChoiceKeys } from './use-choice-keys.ts';
import type { ConflictChoices } from './use-conflict-choices.ts';

export interface ConflictViewProps {
  readonly open: OpenDraft;
  readonly choices: ConflictChoices;
}

function Notice({ open, choices }: ConflictViewProps): ReactNode {
  const { review, format } = useMessages();
  const nowMs = useNow('minute');
  const { draft, live } = open;
  const { mine, theirs } = choices.combined;
  const [write] = draft.base === undefined || live === undefined ? [] : listWritesSince(draft.base, live);
  const age = format.age(write?.time, nowMs);
  const summary = review.conflict.summary(mine.length + theirs.length, choices.conflicts.length);
  return (
    <div className={styles.notice}>
      <GitMerge size={16} aria-hidden />
      <div>
        <h2 className={styles.noticeTitle}>{review.conflict.title(draft.ref.kind)}</h2>
        <p>
          {write === undefined || age === undefined ? null : (
            <>
              <RichText text={review.conflict.by(write.manager, age)} />{' '}
            </>
          )}
          {summary}
        </p>
      </div>
    </div>
  );
}

interface CombinedRowsProps {
  readonly edits: readonly ObjectEdit[];
  readonly side: 'mine' | 'theirs';
}

function CombinedRows({ edits, side }: CombinedRowsProps): ReactNode {
  const { review } = useMessages();
  return edits.map((edit) => {
    const words = review.edit(edit);
    return (
      <li key={`${side} ${JSON.stringify(edit)}`} className={styles.combinedRow}>
        <span className={styles.side}>
          <Chip tone={side === 'mine' ? 'draft' : 'neutral'}>{review.conflict[side]()}</Chip>
        </span>
        <span>{words.place}</span>
        <ValueChange from={words.from} to={words.to} />
        <span className={styles.rowNote}>{words.note}</span>
      </li>
    );
  });
}

function Combined({ choices }: Pick<ConflictViewProps, 'choices'>): ReactNode {
  const { review } = useMessages();
  const { mine, theirs } = choices.combined;
  if (mine.length + theirs.length === 0) return null;
  return (
    <section className={styles.card} data-decided aria-label={review.conflict.combined()}>
      <div className={styles.cardHead}>
        <StatusIcon tone="ok" size={16} />
        <h3>
          <strong>{review.conflict.combined()}</strong>
        </h3>
        <span className={styles.detail}>{review.conflict.combinedHow()}</span>
      </div>
      <ul>
        <CombinedRows edits={mine} side="mine" />
        <CombinedRows edits={theirs} side="theirs" />
      </ul>
    </section>
  );
}

/** Where both sides changed the same: one card for each, then what combines on its own, and who else writes the object. */
export function ConflictView({ open, choices }: ConflictViewProps): ReactNode {
  const { review } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  useChoiceKeys(root);
  const owners = open.live === undefined ? [] : listConcernedOwners(open.live, open.reading.changes);
  return (
    <div ref={root} className={styles.view}>
      <Notice open={open} choices={choices} />
      {choices.conflicts.map((conflict) => (
        <ConflictCard
          key={conflict.id}
          conflict={conflict}
          namespace={open.draft.ref.namespace ?? ''}
          choice={choices.choices.get(conflict.id)}
          onChoose={(choice) => choices.choose(conflict, choice)}
        />
      ))}
      <Combined choices={choices} />
      {owners.map((owner) => (
        <p key={review.owners.who(owner)} className={styles.owner}>
          <StatusIcon tone="warning" />
          <span>
            <strong>{review.owners.who(owner)}</strong> {review.owners.consequence(owner.consequence)}
          </span>
        </p>
      ))}
    </div>
  );
}
