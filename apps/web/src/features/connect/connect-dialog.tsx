import { useState, type ReactNode } from 'react';
import type { Connect, ConnectTarget } from '../../drafts/connect-context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceControl } from '../../ui/form/choice-control.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { describeRefusal } from '../../server-state/describe-refusal.ts';
import { useAccess } from '../../server-state/use-access.ts';
import type { ConnectFacts, ConnectSource } from '../../workers/connect-facts.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { BackendChoice } from './backend-choice.tsx';
import styles from './connect.module.css';
import { findSource } from './list-targets.ts';
import { PodsChoice } from './pods-choice.tsx';

export interface ConnectDialogProps {
  readonly target: ConnectTarget;
  readonly onClose: () => void;
  readonly onConnect: Connect['open'];
}

interface SourceChoiceProps {
  readonly facts: ConnectFacts;
  /** `undefined`: it is not there any more. */
  readonly source: ConnectSource | undefined;
  readonly onChange: (id: string) => void;
}

/** What is led elsewhere: to be chosen where there are several. */
function SourceChoice({ facts, source, onChange }: SourceChoiceProps): ReactNode {
  const { from: words } = useMessages().connect;
  const { sources } = facts;
  if (sources.length === 1 && source !== undefined)
    return (
      <p className={styles.source}>
        <strong>{words.name(source.from)}</strong> {words.now(source.from)}
      </p>
    );
  const hasManyIngresses = new Set(sources.map(({ ref }) => ref.name)).size > 1;
  return (
    <ChoiceControl
      words={{ label: words.label(), help: source === undefined ? words.gone() : words.now(source.from) }}
      choices={sources.map(({ id, from, ref }) => ({
        id,
        label: words.name(from),
        detail: hasManyIngresses ? `${words.inIngress(ref.name)}, ${words.now(from)}` : words.now(from),
      }))}
      value={source?.id ?? ''}
      onChange={onChange}
    />
  );
}

interface ContentProps extends Omit<ConnectDialogProps, 'onClose'> {
  readonly facts: ConnectFacts;
}

/** Why the change will not be sent, where that is known. */
function Refusal({ target }: { readonly target: ConnectSource['ref'] }): ReactNode {
  const { connect, details } = useMessages();
  const permission = useAccess(target.namespace).may('update', target.kind);
  const refusal =
    permission.state === 'asking' ? undefined : describeRefusal(permission, target, details.edit);
  return refusal === undefined ? null : (
    <p className={styles.refusal}>
      <StatusIcon tone="warning" size={14} />
      <span>
        {connect.notPermitted()} {refusal}
      </span>
    </p>
  );
}

function Content({ target, facts, onConnect }: ContentProps): ReactNode {
  const { connect } = useMessages();
  const { sources } = facts;
  // Chosen once: what is chosen may vanish from the cluster, and must not become something else then.
  const [chosen, setChosen] = useState(() => findSource(sources, target)?.id);
  const source = sources.find(({ id }) => id === chosen);
  if (source === undefined)
    return sources.length === 0 ? (
      <p>{connect.nothing(target.ref.name)}</p>
    ) : (
      <SourceChoice facts={facts} source={undefined} onChange={setChosen} />
    );
  const open: (connection: Parameters<Connect['open']>[1]) => void = (connection) =>
    onConnect(source.ref, connection);
  return (
    <div className={styles.content}>
      <Refusal target={source.ref} />
      <SourceChoice facts={facts} source={source} onChange={setChosen} />
      {source.from.kind === 'selector' ? (
        <PodsChoice facts={facts} service={source.ref} wanted={target.pods} onConnect={open} />
      ) : (
        <BackendChoice key={source.id} facts={facts} source={source} onConnect={open} />
      )}
      <p className={styles.quiet}>{connect.hint()}</p>
    </div>
  );
}

/** Asks what of an Ingress or a Service is to lead where; what is chosen opens as a draft, and nothing is sent. */
export function ConnectDialog({ onClose, ...props }: ConnectDialogProps): ReactNode {
  const { connect } = useMessages();
  const { data } = useAnswer({ kind: 'connectFacts', target: props.target.ref });
  return (
    <Dialog
      title={connect.title(props.target.ref.name)}
      closeLabel={connect.close()}
      isOpen
      onClose={onClose}
    >
      {data === undefined ? <output>{connect.loading()}</output> : <Content {...props} facts={data} />}
    </Dialog>
  );
}
