import type { ObjectEdit } from '@fairlead/edits';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EditWords } from '../../messages/en-review-edits.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './review.module.css';

/** `cart:80 → cart-v2:8080`, or the one side there is. */
export function ValueChange({ from, to }: Pick<EditWords, 'from' | 'to'>): ReactNode {
  return (
    <span className={styles.values}>
      {from === undefined ? null : <del className={to === undefined ? styles.gone : styles.old}>{from}</del>}
      {from === undefined || to === undefined ? null : <ArrowRight size={12} aria-label="→" />}
      {to === undefined ? null : <ins className={styles.new}>{to}</ins>}
    </span>
  );
}

export interface EditListProps {
  readonly label: string;
  readonly edits: readonly ObjectEdit[];
}

/** A change by what it means, one line for each part of the object. */
export function EditList({ label, edits }: EditListProps): ReactNode {
  const { review } = useMessages();
  return (
    <ul className={styles.edits} aria-label={label}>
      {edits.map((edit) => {
        const words = review.edit(edit);
        return (
          <li key={JSON.stringify(edit)} className={styles.edit}>
            <span className={styles.place}>{words.place}</span>
            <ValueChange from={words.from} to={words.to} />
            <span className={styles.noteEnd}>{words.note}</span>
          </li>
        );
      })}
    </ul>
  );
}
