import type { DryRunReply } from '@fairlead/api-contract';
import { printFieldPath, type FieldPath } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { pathOfFieldError } from './list-field-problems.ts';
import { listRemedies } from './list-remedies.ts';
import styles from './review.module.css';
import { useFreeNodePort } from './use-free-node-port.ts';

export interface RefusalCardProps {
  readonly open: OpenDraft;
  readonly refusal: Extract<DryRunReply, { outcome: 'refused' }>;
  readonly onShowField: (path: FieldPath) => void;
}

/** What the API server refused: its words as they are, the fields they are about, and what a press of a button can do. */
export function RefusalCard({ open, refusal, onShowField }: RefusalCardProps): ReactNode {
  const { review } = useMessages();
  const { check } = review;
  const { object, changes, manifest } = open.reading;
  const freeNodePort = useFreeNodePort(open.draft.ref);
  const { fieldErrors } = refusal;
  const remedies =
    object === undefined
      ? []
      : listRemedies({ object, base: open.draft.base, changes, fieldErrors, freeNodePort }, review);
  const fields = fieldErrors.map((error) => pathOfFieldError(error, manifest.object));
  const named = [...new Map(fields.map((path) => [printFieldPath(path), path])).entries()].filter(
    ([name]) => name !== '',
  );
  return (
    <div className={styles.refusal} role="alert">
      <div className={styles.refusalHead}>
        <StatusIcon tone="error" size={16} />
        <h3 className={styles.refusalTitle}>{check.refusedTitle(fieldErrors.length)}</h3>
      </div>
      <div className={styles.refusalBody}>
        <h4 className={styles.small}>{check.said()}</h4>
        <pre className={styles.quote}>{refusal.kubernetesMessage}</pre>
        {named.length === 0 ? null : (
          <p className={styles.fields}>
            {named.map(([name, path]) => (
              <Button key={name} size="small" variant="link" onPress={() => onShowField(path)}>
                {check.showField(name)}
              </Button>
            ))}
          </p>
        )}
        {remedies.length === 0 ? null : (
          <>
            <h4 className={styles.small}>{check.canDo()}</h4>
            <ul className={styles.remedies}>
              {remedies.map(({ id, label, text, edits }) => (
                <li key={id} className={styles.remedy}>
                  <Button size="small" onPress={() => open.edit(edits, { reason: 'fix' })}>
                    {label}
                  </Button>
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
