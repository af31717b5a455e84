import type { ReactNode } from 'react';
import { StatusIcon } from './status-icon.tsx';
import styles from './state.module.css';

export interface ErrorPanelProps {
  readonly title: ReactNode;
  /** What to do next. */
  readonly hint?: ReactNode;
  /** The words of another system, shown as they are. */
  readonly quote?: string | undefined;
  readonly actions?: ReactNode;
}

/** A failure in the place where its result would stand. */
export function ErrorPanel({ title, hint, quote, actions }: ErrorPanelProps): ReactNode {
  return (
    <div role="alert" className={styles.error}>
      <div className={styles.errorHead}>
        <StatusIcon tone="error" />
        <p className={styles.errorTitle}>{title}</p>
      </div>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      {quote === undefined ? null : <pre className={styles.quote}>{quote}</pre>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
