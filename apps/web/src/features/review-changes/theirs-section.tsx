import type { ReactNode } from 'react';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useNow } from '../../ui/use-now.ts';
import { EditList } from './edit-list.tsx';
import { listWritesSince } from './list-managers.ts';
import styles from './review.module.css';

/** What others changed on the cluster since the draft began, and who, as far as the object records it. */
export function TheirsSection({ open }: { readonly open: OpenDraft }): ReactNode {
  const { review, format } = useMessages();
  const nowMs = useNow('minute');
  const { draft, live, merge, hasMoved } = open;
  if (!hasMoved || merge === undefined || draft.base === undefined || live === undefined) return null;
  const writes = listWritesSince(draft.base, live);
  return (
    <section className={styles.section} aria-label={review.theirs.title()}>
      <div className={styles.head}>
        <h2 className={styles.title}>{review.theirs.title()}</h2>
      </div>
      <div className={styles.body}>
        <p className={styles.note}>
          {writes.length === 0
            ? review.theirs.unknown()
            : format.list(
                writes.map(({ manager, time }) => review.theirs.by(manager, format.age(time, nowMs) ?? '')),
              )}
        </p>
        {merge.fromTheirs.length === 0 ? (
          <p className={styles.note}>{review.theirs.none()}</p>
        ) : (
          <EditList label={review.theirs.title()} edits={merge.fromTheirs} />
        )}
      </div>
    </section>
  );
}
