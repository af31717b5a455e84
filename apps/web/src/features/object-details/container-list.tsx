import type { Container, ContainerStatus, Pod } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { ObjectDetailsMessages } from '../../messages/en-object-details.ts';
import { PanelSection } from './panel-section.tsx';
import styles from './container-list.module.css';

type Words = ObjectDetailsMessages['container'];

function stateWords(status: ContainerStatus | undefined, words: Words): string {
  const { state, ready } = status ?? {};
  if (state?.waiting !== undefined) return words.waiting(state.waiting.reason);
  if (state?.terminated !== undefined) return words.ended(state.terminated.reason, state.terminated.exitCode);
  if (state?.running === undefined) return words.unknown();
  return ready === true ? words.ready() : words.notReady();
}

const portText = ({ name, containerPort, protocol = 'TCP', hostPort }: ContainerPort): string =>
  `${name === undefined || name === '' ? '' : `${name} `}${containerPort}/${protocol}${hostPort === undefined ? '' : ` ← ${hostPort}`}`;

type ContainerPort = NonNullable<Container['ports']>[number];

interface ItemProps {
  readonly container: Container;
  readonly status: ContainerStatus | undefined;
  readonly isInit: boolean;
  /** Of a Pod with one container the facts say it already. */
  readonly hasPorts: boolean;
}

function ContainerItem({ container, status, isInit, hasPorts }: ItemProps): ReactNode {
  const { details } = useMessages();
  const words = details.container;
  const { name, ports = [] } = container;
  const restarts = status?.restartCount ?? 0;
  const message = status?.state?.waiting?.message;
  const notes = [
    stateWords(status, words),
    ...(isInit ? [words.init()] : []),
    ...(restarts > 0 ? [words.restarts(restarts)] : []),
  ];
  return (
    <li className={styles.container}>
      <p className={styles.head}>
        <span className={styles.name}>{name}</span>
        <span className={styles.state}>{notes.join(' · ')}</span>
      </p>
      {hasPorts ? (
        <p className={styles.ports}>
          {ports.length === 0 ? words.noPorts() : ports.map(portText).join(', ')}
        </p>
      ) : null}
      {message === undefined ? null : <p className={styles.message}>{message}</p>}
    </li>
  );
}

const statusOf = (
  statuses: readonly ContainerStatus[] | undefined,
  container: Container,
): ContainerStatus | undefined => statuses?.find(({ name }) => name === container.name);

/** The containers of a Pod and how each of them stands. */
export function ContainerList({ pod }: { readonly pod: Pod }): ReactNode {
  const { details } = useMessages();
  const { containers = [], initContainers = [] } = pod.spec;
  if (containers.length + initContainers.length === 0) return null;
  const { reason, message } = pod.status ?? {};
  const told = [reason, message].filter((text) => text !== undefined && text !== '').join(': ');
  return (
    <PanelSection title={details.containers()}>
      {told === '' ? null : <p className={styles.message}>{told}</p>}
      <ul className={styles.containers}>
        {containers.map((container) => (
          <ContainerItem
            key={container.name}
            container={container}
            status={statusOf(pod.status?.containerStatuses, container)}
            isInit={false}
            hasPorts={containers.length > 1}
          />
        ))}
        {initContainers.map((container) => (
          <ContainerItem
            key={container.name}
            container={container}
            status={statusOf(pod.status?.initContainerStatuses, container)}
            isInit
            hasPorts={false}
          />
        ))}
      </ul>
    </PanelSection>
  );
}
