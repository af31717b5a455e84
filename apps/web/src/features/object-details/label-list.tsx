import type { StringMap } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './label-list.module.css';

export interface LabelListProps {
  readonly kind: 'labels' | 'annotations';
  readonly entries: StringMap | undefined;
}

/** More would only slow the panel down; the YAML has them all. */
const shownAtMost = 200;

/** Labels or annotations, folded away. */
export function LabelList({ kind, entries = {} }: LabelListProps): ReactNode {
  const { details } = useMessages();
  const pairs = Object.entries(entries);
  if (pairs.length === 0) return null;
  const rest = pairs.length - shownAtMost;
  return (
    <details className={styles.folded}>
      <summary className={styles.summary}>{details[kind](pairs.length)}</summary>
      <dl className={styles.pairs}>
        {pairs.slice(0, shownAtMost).map(([key, value]) => (
          <div key={key}>
            <dt className={styles.key}>{key}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {rest > 0 ? <p>{details.moreEntries(rest)}</p> : null}
    </details>
  );
}
