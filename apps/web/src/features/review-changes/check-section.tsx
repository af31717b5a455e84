import type { DryRunReply } from '@fairlead/api-contract';
import type { FieldPath } from '@fairlead/manifests';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon, type StatusTone } from '../../ui/status-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { printStored } from './compare-texts.ts';
import type { EditorState, ReviewStep } from './editor-state.ts';
import { listCheckSteps, type CheckStepState } from './list-check-steps.ts';
import { parseEdited } from './parse-edited.ts';
import { RefusalCard } from './refusal-card.tsx';
import styles from './review.module.css';

export interface CheckSectionProps {
  readonly open: OpenDraft;
  readonly step: ReviewStep;
  readonly state: EditorState;
  readonly hasImpact: boolean;
  readonly onShowField: (path: FieldPath) => void;
}

const tones: Readonly<Record<CheckStepState, StatusTone>> = {
  ok: 'ok',
  warning: 'warning',
  error: 'error',
  running: 'not-checked',
  waiting: 'not-checked',
};

function Age({ open, step }: Pick<CheckSectionProps, 'open' | 'step'>): ReactNode {
  const { review, format } = useMessages();
  const nowMs = useNow('second');
  if (step.kind !== 'checked' && step.kind !== 'answered')
    return <p className={styles.note}>{step.kind === 'none' ? review.check.notAsked() : null}</p>;
  const isOld = step.text !== open.draft.text;
  const isRefused = step.reply.outcome === 'refused';
  return (
    <p className={styles.note}>
      {isRefused ? `${review.check.nothingChanged()} ` : ''}
      {review.check.checkedAgo(format.duration(nowMs - step.atMs))}
      {isOld ? ` ${review.check.beforeLastEdit()}` : ''}
    </p>
  );
}

type Accepted = Extract<DryRunReply, { outcome: 'accepted' }>;

function AcceptedParts({ reply }: { readonly reply: Accepted }): ReactNode {
  const { review } = useMessages();
  const [isShown, setShown] = useState(false);
  const stored = parseEdited(reply.object);
  const assigned = reply.assignedOnApply.filter((field) => !field.startsWith('metadata.'));
  return (
    <>
      {reply.warnings.length === 0 ? null : (
        <div className={styles.warnings}>
          <h3 className={styles.small}>{review.check.warnings(reply.warnings.length)}</h3>
          <ul>
            {reply.warnings.map((warning) => (
              <li key={warning} className={styles.warning}>
                <StatusIcon tone="warning" />
                {warning}
              </li>
            ))}
          </ul>
        </div>
      )}
      {assigned.length === 0 ? null : (
        <p className={styles.note}>
          <strong>{review.check.assigned()}:</strong> {review.check.assignedText(assigned)}
        </p>
      )}
      {stored === undefined ? null : (
        <Button size="small" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
          {isShown ? review.check.hideStored() : review.check.stored()}
        </Button>
      )}
      {stored !== undefined && isShown ? <pre className={styles.quote}>{printStored(stored)}</pre> : null}
    </>
  );
}

/** How far the draft got with the API server, what that said in its own words, and what can be done about it. */
export function CheckSection(props: CheckSectionProps): ReactNode {
  const { open, step, state, hasImpact, onShowField } = props;
  const { review } = useMessages();
  const { check } = review;
  const steps = listCheckSteps({ state, step, open, hasImpact });
  const reply = step.kind === 'checked' || step.kind === 'answered' ? step.reply : undefined;
  return (
    <section className={styles.section} aria-label={check.title()}>
      <div className={styles.head}>
        <h2 className={styles.title}>{check.title()}</h2>
      </div>
      <div className={styles.body}>
        <Age open={open} step={step} />
        <ol className={styles.steps}>
          {steps.map(({ id, state: reached }) => (
            <li key={id} className={styles.step}>
              <StatusIcon tone={tones[reached]} size={16} />
              <span className={styles.stepName}>
                {id === 'permission' ? check.steps.permission(open.draft.operation) : check.steps[id]()}
                {id === 'dry-run' && reply?.outcome === 'refused' ? (
                  <small className={styles.stepDetail}>
                    {check.refusedBy(reply.statusCode, reply.reason)}
                  </small>
                ) : null}
              </span>
              <span className={styles.stepWord}>{check.stepWords[id][reached]}</span>
            </li>
          ))}
        </ol>
        {reply?.outcome === 'accepted' ? <AcceptedParts reply={reply} /> : null}
        {reply?.outcome === 'refused' ? (
          <RefusalCard open={open} refusal={reply} onShowField={onShowField} />
        ) : null}
        {reply?.outcome === 'forbidden' ? (
          <pre className={styles.quote}>{reply.kubernetesMessage}</pre>
        ) : null}
      </div>
    </section>
  );
}
