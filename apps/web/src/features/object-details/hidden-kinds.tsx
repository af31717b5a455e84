import { kindInfo, type Kind } from '@fairlead/kube-objects';
import type { Column } from '@fairlead/resource-graph';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { RichText } from '../../ui/rich-text.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './object-panel.module.css';

const kindsOfColumn: Readonly<Record<Column, readonly Kind[]>> = {
  exposure: ['IngressClass'],
  ingress: ['Ingress'],
  service: ['Service'],
  pods: ['Pod', 'Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'EndpointSlice'],
};

export interface HiddenKindsProps {
  readonly namespace: string;
  readonly column: Column;
}

/** Which kinds of a column the identity may not list in the namespace, and what to ask for. */
export function HiddenKinds({ namespace, column }: HiddenKindsProps): ReactNode {
  const { details } = useMessages();
  const access = useAnswer({ kind: 'summary' }).data?.access ?? [];
  const kinds = kindsOfColumn[column].filter((kind) =>
    access.some(
      (entry) =>
        entry.kind === kind &&
        entry.state === 'forbidden' &&
        (entry.namespace === undefined || entry.namespace === namespace),
    ),
  );
  if (kinds.length === 0) return null;
  return (
    <>
      <p>{details.picture.hidden.kinds(kinds, namespace)}</p>
      <p className={styles.quiet}>
        <RichText text={details.askFor(kinds.map((kind) => kindInfo(kind).resource))} />
      </p>
    </>
  );
}
