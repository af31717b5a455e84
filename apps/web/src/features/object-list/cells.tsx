import type { Severity } from '@fairlead/diagnostics';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './object-list.module.css';

export interface NameCellProps {
  readonly name: string;
  readonly worst: Severity | undefined;
}

/** State and name: the first, sticky column. */
export function NameCell({ name, worst }: NameCellProps): ReactNode {
  const { common } = useMessages();
  const tone = worst ?? 'ok';
  return (
    <>
      <StatusIcon tone={tone} label={common.tone(tone)} />
      <span className={styles.name} title={name}>
        {name}
      </span>
    </>
  );
}

export function AgeCell({ createdAt }: { readonly createdAt: string | undefined }): ReactNode {
  const { format } = useMessages();
  const nowMs = useNow('minute');
  return (
    <time dateTime={createdAt} title={createdAt} className={styles.quiet}>
      {format.age(createdAt, nowMs)}
    </time>
  );
}

export interface StateCellProps {
  readonly words: string;
  readonly worst: Severity | undefined;
}

export function StateCell({ words, worst }: StateCellProps): ReactNode {
  return (
    <span className={worst === undefined ? styles.quiet : styles[worst]} title={words}>
      {words}
    </span>
  );
}

/** What one could paste: in mono, cut with an ellipsis, whole in the tooltip. */
export function MonoCell({ text }: { readonly text: string }): ReactNode {
  return (
    <span className={styles.mono} title={text}>
      {text}
    </span>
  );
}
