import type { ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { DetailsAnswer } from '../../workers/questions.ts';
import styles from './object-panel.module.css';
import { UsedByList } from './used-by-list.tsx';

export interface UsedByTabProps {
  readonly target: ObjectRef;
  readonly usedBy: DetailsAnswer['usedBy'];
}

/** What refers to the object. */
export function UsedByTab({ target, usedBy }: UsedByTabProps): ReactNode {
  const { details } = useMessages();
  if (usedBy.length > 0) return <UsedByList label={details.usedBy.label(target)} usedBy={usedBy} />;
  return <p className={styles.quiet}>{details.usedBy.none(target)}</p>;
}
