import type { ReactNode } from 'react';
import styles from './form.module.css';

/** What a draft does to a row: nothing, adds it, changes it, takes it out. */
export type RowState = 'same' | 'added' | 'changed' | 'removed';

const signs: Readonly<Record<RowState, string>> = { same: '', added: '+', changed: '~', removed: '−' };

/** The sign in the left margin of a row; never colour alone. */
export function RowMark({ state, label }: { readonly state: RowState; readonly label: string }): ReactNode {
  return state === 'same' ? (
    <span className={styles.mark} aria-hidden />
  ) : (
    <span className={styles.mark}>
      <span aria-hidden>{signs[state]}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
