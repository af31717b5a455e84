import type { Service } from '@fairlead/kube-objects';
import { ownField, type JsonValue } from '@fairlead/manifests';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './conflict.module.css';

/** The Service that a backend names; `undefined` for a value that is no backend of a Service. */
export function serviceNameOf(value: JsonValue | undefined): string | undefined {
  const name = ownField(ownField(value, 'service'), 'name');
  return typeof name === 'string' ? name : undefined;
}

function PodReach({ service }: { readonly service: Service }): ReactNode {
  const { review } = useMessages();
  const { name, namespace = '' } = service.metadata;
  const { selector = {} } = service.spec;
  const { data } = useAnswer({ kind: 'serviceFormFacts', namespace, name, selector });
  if (data === undefined || !data.isKnown) return null;
  return (
    <span className={styles.reach}>
      <StatusIcon tone={data.pods > 0 && data.readyPods === data.pods ? 'ok' : 'warning'} />
      {review.reach.pods(data.readyPods, data.pods)}
    </span>
  );
}

export interface BackendReachProps {
  readonly namespace: string;
  readonly service: string;
}

/** What requests to a Service would reach now. */
export function BackendReach({ namespace, service }: BackendReachProps): ReactNode {
  const { review } = useMessages();
  const { data } = useAnswer({ kind: 'details', ref: { kind: 'Service', namespace, name: service } });
  if (data === undefined) return null;
  if (data.object?.kind === 'Service')
    return data.object.spec.selector === undefined ? null : <PodReach service={data.object} />;
  return (
    <span className={styles.reach}>
      <StatusIcon tone="warning" />
      {review.reach.missing(service)}
    </span>
  );
}
