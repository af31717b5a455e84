import type { Connection } from '@fairlead/edits';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { ConnectFacts, ConnectSource } from '../../workers/connect-facts.ts';
import { LabelChoice } from './label-choice.tsx';
import { TargetList } from './target-list.tsx';

export interface PodsChoiceProps {
  readonly facts: ConnectFacts;
  readonly service: ConnectSource['ref'];
  /** Id of the workload that was named already. */
  readonly wanted: string | undefined;
  readonly onConnect: (connection: Connection) => void;
}

/** Asks for the Pods that a Service is to select, then for the labels to find them by. */
export function PodsChoice({ facts, service, wanted, onConnect }: PodsChoiceProps): ReactNode {
  const { workloads: words, empty } = useMessages().connect;
  const [chosen, setChosen] = useState(wanted);
  const workload = facts.workloads.find(({ id }) => id === chosen);
  if (workload !== undefined)
    return (
      <LabelChoice
        workload={workload}
        service={service}
        onBack={() => setChosen(undefined)}
        onChoose={(selector) => onConnect({ kind: 'selector', selector })}
      />
    );
  const nothing = facts.arePodsKnown ? words.none(service.namespace) : words.unknown(service.namespace);
  return (
    <TargetList
      label={words.label()}
      placeholder={words.placeholder()}
      entries={facts.workloads.map(({ id, kind, name, readyPods, allPods }) => ({
        id,
        label: words.name(kind, name),
        detail: words.detail(readyPods, allPods),
        isSilent: readyPods === 0,
        onChoose: () => setChosen(id),
      }))}
      describeEmpty={(typed) => (typed === '' ? nothing : empty(typed))}
    />
  );
}
