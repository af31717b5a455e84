import type { ReactNode } from 'react';
import styles from './chip.module.css';

export function Kbd({ children }: { readonly children: ReactNode }): ReactNode {
  return <kbd className={styles.kbd}>{children}</kbd>;
}
