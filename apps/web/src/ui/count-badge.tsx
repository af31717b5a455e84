import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';

export interface CountBadgeProps {
  readonly count: number;
  readonly tone?: 'neutral' | 'error' | 'accent';
  /** What is counted, for who cannot see where the number stands. */
  readonly label?: string;
}

export function CountBadge({ count, tone = 'neutral', label }: CountBadgeProps): ReactNode {
  return (
    <span className={classNames(styles.count, styles[tone])}>
      {count}
      {label === undefined ? null : <span className="visually-hidden"> {label}</span>}
    </span>
  );
}
