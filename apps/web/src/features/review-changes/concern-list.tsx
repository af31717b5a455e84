import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { concernWords, type Concern } from './list-concerns.ts';
import styles from './review.module.css';

/** What to look at before a change is sent, one line each. */
export function ConcernList({ concerns }: { readonly concerns: readonly Concern[] }): ReactNode {
  const { review } = useMessages();
  return (
    <ul className={styles.concerns}>
      {concerns.map((concern) => {
        const words = concernWords(concern, review);
        return (
          <li key={`${concern.kind} ${words}`} className={styles.warning}>
            <StatusIcon tone={concern.kind === 'finding' ? 'error' : 'warning'} />
            <span>
              <RichText text={words} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
