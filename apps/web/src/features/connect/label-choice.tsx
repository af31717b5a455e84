import type { StringMap } from '@fairlead/kube-objects';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import type { ConnectSource, WorkloadChoice } from '../../workers/connect-facts.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './connect.module.css';

export interface LabelChoiceProps {
  readonly workload: WorkloadChoice;
  /** The Service whose selector it becomes. */
  readonly service: ConnectSource['ref'];
  readonly onBack: () => void;
  readonly onChoose: (selector: StringMap) => void;
}

/** Which Pods a selector finds, as the cluster is now. */
function FoundPods({
  service,
  selector,
}: {
  readonly service: ConnectSource['ref'];
  readonly selector: StringMap;
}) {
  const words = useMessages().connect.labels;
  const { namespace, name } = service;
  const { data, isPlaceholderData } = useAnswer({ kind: 'serviceFormFacts', namespace, name, selector });
  const isEmpty = Object.keys(selector).length === 0;
  const counted = data === undefined || isPlaceholderData ? words.counting() : words.selects(data.owners);
  return <output className={styles.quiet}>{isEmpty ? words.none() : counted}</output>;
}

/** Asks which of the labels that all Pods of a workload carry become the selector. */
export function LabelChoice({ workload, service, onBack, onChoose }: LabelChoiceProps): ReactNode {
  const { connect } = useMessages();
  const { labels, kind, name } = workload;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(labels.filter(({ isUsual }) => isUsual).map(({ key }) => key)),
  );
  const toggle = (key: string): void =>
    setTicked((now) => new Set(now.has(key) ? [...now].filter((other) => other !== key) : [...now, key]));
  const selector = Object.fromEntries(
    labels.filter(({ key }) => ticked.has(key)).map(({ key, value }) => [key, value]),
  );
  return (
    <>
      <fieldset className={styles.labels}>
        <legend>{connect.labels.legend(kind, name)}</legend>
        {labels.map((label, index) => (
          <label key={label.key} className={styles.label}>
            <input
              type="checkbox"
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- what was chosen before is gone, and its focus with it
              autoFocus={index === 0}
              checked={ticked.has(label.key)}
              onChange={() => toggle(label.key)}
            />
            {connect.labels.label(label.key, label.value)}
          </label>
        ))}
      </fieldset>
      <p className={styles.quiet}>{connect.labels.help()}</p>
      <FoundPods service={service} selector={selector} />
      <div className={styles.foot}>
        <Button variant="primary" isDisabled={ticked.size === 0} onPress={() => onChoose(selector)}>
          {connect.open()}
        </Button>
        <Button onPress={onBack}>{connect.labels.back()}</Button>
      </div>
    </>
  );
}
