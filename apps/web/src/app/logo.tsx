import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import styles from './shell.module.css';

export function Logo(): ReactNode {
  const { shell } = useMessages();
  return (
    <span className={styles.brand}>
      <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="7.2" fill="none" stroke="var(--text)" strokeWidth="2.4" />
        <path
          d="M1.5 16.5C6 16.5 8.5 12 12 12s6-4.5 10.5-4.5"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
      </svg>
      {shell.product()}
    </span>
  );
}
