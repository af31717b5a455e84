import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import styles from './trace-panel.module.css';
import type { TraceAnswers, TracedDraft } from './use-trace-answers.ts';

const verdictOf = ({ trace }: NonNullable<TraceAnswers['now']>): string =>
  JSON.stringify([
    trace.result,
    trace.reason,
    trace.httpStatus,
    trace.ingress,
    trace.service,
    trace.endpoints,
  ]);

/** Which of the two worlds is shown, and in words what the draft does to this request. */
export function DraftCompare({
  answers: { now, drafted },
  draft,
}: {
  readonly answers: TraceAnswers;
  readonly draft: TracedDraft;
}): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.draft;
  const isSame = now !== undefined && drafted !== undefined && verdictOf(now) === verdictOf(drafted);
  return (
    <div className={styles.draft}>
      <ToggleGroup
        label={words.label()}
        options={[
          { id: 'now', label: words.now() },
          { id: 'draft', label: words.draft() },
        ]}
        value={draft.isShown ? 'draft' : 'now'}
        onChange={(chosen) => draft.setShown(chosen === 'draft')}
      />
      {now === undefined || drafted === undefined ? null : (
        <p className={styles.draftWords} data-differs={!isSame}>
          {isSame
            ? words.same()
            : words.differs(requestTracer.headline(now), requestTracer.headline(drafted))}
        </p>
      )}
    </div>
  );
}
