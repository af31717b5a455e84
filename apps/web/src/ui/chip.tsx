import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';

export interface ChipProps {
  readonly tone?: 'neutral' | 'error' | 'warning' | 'ok' | 'info' | 'draft' | 'accent' | 'outline';
  readonly isMono?: boolean;
  readonly children: ReactNode;
}

/** A few words on a soft ground. */
export function Chip({ tone = 'neutral', isMono = false, children }: ChipProps): ReactNode {
  return <span className={classNames(styles.chip, styles[tone], isMono && styles.mono)}>{children}</span>;
}
