import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { ObjectLink } from './object-link.tsx';
import styles from './object-panel.module.css';

type UsedBy = DetailsAnswer['usedBy'];

/** What a label adds to the name of the object, which stands before it anyway. */
function detailOf({ ref, label }: UsedBy[number]): string {
  if (label === ref.name || label === `${ref.namespace ?? ''}/${ref.name}`) return '';
  return label.startsWith(`${ref.name}: `) ? label.slice(ref.name.length + 2) : label;
}

export interface UsedByListProps {
  readonly label: string;
  readonly usedBy: UsedBy;
}

/** Links to what refers to an object, each with how it does so. */
export function UsedByList({ label, usedBy }: UsedByListProps): ReactNode {
  const { details } = useMessages();
  return (
    <ul aria-label={label} className={styles.rows}>
      {usedBy.map((entry, index) => (
        <li key={`${index} ${entry.label}`} className={styles.usedBy}>
          <ObjectLink target={entry.ref} hasIcon>
            {details.nameOf(entry.ref)}
          </ObjectLink>
          <span className={styles.detail}>{detailOf(entry)}</span>
        </li>
      ))}
    </ul>
  );
}
