import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names.ts';

export interface BannerProps {
  readonly tone: 'info' | 'warning' | 'error';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** What stands at the right: when it is tried again, buttons. */
  readonly actions?: ReactNode;
}

/** A line across the page, 32 px and more. Changes of it are read out politely. */
export function Banner({ tone, icon, children, actions }: BannerProps): ReactNode {
  return (
    <output className={classNames(styles.banner, styles[tone])}>
      {icon}
      <div className={styles.words}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </output>
  );
}
