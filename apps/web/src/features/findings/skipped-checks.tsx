import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './findings.module.css';

export interface SkippedChecksProps {
  /** Whether the words above have just counted the checks that ran. */
  readonly isAfterCount: boolean;
}

/** Which checks could not run, and what is missing for them. */
export function SkippedChecks({ isAfterCount }: SkippedChecksProps): ReactNode {
  const { findings } = useMessages();
  const { data } = useAnswer({ kind: 'summary' });
  const skipped = data?.checks.skipped ?? [];
  if (skipped.length === 0) return null;
  const checks = new Set(skipped.map(({ checkId }) => checkId)).size;
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return (
    <div className={styles.skipped}>
      <StatusIcon tone="not-checked" />
      <span>{(isAfterCount ? findings.skippedToo : findings.skipped)(checks, reasons)}</span>
      <Popover
        label={findings.skippedTitle()}
        trigger={
          <Button variant="link" size="small">
            {findings.whichChecks()}
          </Button>
        }
      >
        <ul className={styles.skippedList}>
          {skipped.map(({ checkId, reason }) => (
            <li key={`${checkId} ${reason}`}>
              <code>{checkId}</code> {reason}
            </li>
          ))}
        </ul>
      </Popover>
    </div>
  );
}
