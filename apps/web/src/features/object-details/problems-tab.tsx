import type { Finding } from '@fairlead/diagnostics';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { FindingCard } from './finding-card.tsx';
import styles from './object-panel.module.css';

export interface ProblemsTabProps {
  readonly target: ObjectRef;
  readonly findings: readonly Finding[];
}

/** All findings of the object, worst first. */
export function ProblemsTab({ target, findings }: ProblemsTabProps): ReactNode {
  const { details } = useMessages();
  if (findings.length === 0) return <p className={styles.quiet}>{details.noProblems(target)}</p>;
  const isShownOnly = findings.some(({ fixes }) =>
    fixes.some(({ change, edits }) => change !== undefined && edits === undefined),
  );
  return (
    <div className={styles.stack}>
      {findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} shown={target} isWhole />
      ))}
      {isShownOnly ? <p className={styles.quiet}>{details.fixNote()}</p> : null}
    </div>
  );
}
