import type { Connection } from '@fairlead/edits';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { ConnectFacts, ConnectSource } from '../../workers/connect-facts.ts';
import styles from './connect.module.css';
import { connectionTo, describeTarget, listBackendTargets } from './list-targets.ts';
import { TargetList } from './target-list.tsx';

export interface BackendChoiceProps {
  readonly facts: ConnectFacts;
  readonly source: ConnectSource;
  readonly onConnect: (connection: Connection) => void;
}

/** Asks for the Service and port that a path or a default backend is to lead to; of a new path, for the path, too. */
export function BackendChoice({ facts, source, onConnect }: BackendChoiceProps): ReactNode {
  const { connect } = useMessages();
  const { from, ref } = source;
  const isNew = from.kind === 'new-path';
  const [path, setPath] = useState(isNew && !from.hasRoot ? '/' : '');
  const isRefused = path !== '' && !path.startsWith('/');
  const targets = listBackendTargets(facts);
  const nothing = facts.areServicesKnown
    ? connect.services.none(ref.namespace)
    : connect.services.unknown(ref.namespace);
  return (
    <>
      {isNew ? (
        <TextField
          label={connect.path.label()}
          description={connect.path.help()}
          error={isRefused ? connect.path.refusal() : undefined}
          value={path}
          placeholder={connect.path.placeholder()}
          onChange={setPath}
          isMono
        />
      ) : null}
      <TargetList
        label={connect.services.label()}
        placeholder={connect.services.placeholder()}
        entries={targets.map((target) => ({
          id: target.id,
          label: connect.services.port(target.service, target.port),
          detail: describeTarget(target, connect.services),
          isSilent: target.readyPods === 0,
          onChoose: () => {
            const connection = isRefused ? undefined : connectionTo(from, target, path);
            if (connection !== undefined) onConnect(connection);
          },
        }))}
        describeEmpty={(typed) => (typed === '' ? nothing : connect.empty(typed))}
      />
      {facts.moreServices === 0 ? null : (
        <p className={styles.quiet}>{connect.services.more(facts.moreServices)}</p>
      )}
    </>
  );
}
