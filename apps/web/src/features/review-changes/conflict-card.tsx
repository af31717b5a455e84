import type { Conflict, ConflictChoice } from '@fairlead/edits';
import type { JsonValue } from '@fairlead/manifests';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { valueWords } from '../../messages/value-words.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BackendReach, serviceNameOf } from './backend-reach.tsx';
import styles from './conflict.module.css';
import { canTypeValue, parseTypedValue } from './parse-typed-value.ts';

export interface ConflictCardProps {
  readonly conflict: Conflict;
  readonly namespace: string;
  readonly choice: ConflictChoice | undefined;
  readonly onChoose: (choice: ConflictChoice | undefined) => void;
}

interface OptionProps {
  readonly name: string;
  readonly take: ConflictChoice['take'];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly label: string;
  readonly children: ReactNode;
}

function Option({ name, take, isChosen, onChoose, label, children }: OptionProps): ReactNode {
  return (
    <label className={styles.option} data-chosen={isChosen}>
      <span className={styles.optionHead}>
        <input
          type="radio"
          name={name}
          value={take}
          checked={isChosen}
          onChange={onChoose}
          data-take={take}
        />
        {label}
      </span>
      {children}
    </label>
  );
}

function TypedValue({ conflict, onChoose }: Pick<ConflictCardProps, 'conflict' | 'onChoose'>): ReactNode {
  const { review } = useMessages();
  const [text, setText] = useState('');
  const parsed = parseTypedValue(conflict, text);
  const change = (next: string): void => {
    setText(next);
    const value = parseTypedValue(conflict, next);
    onChoose(value.kind === 'value' ? { take: 'value', value: value.value } : undefined);
  };
  return (
    <TextField
      label={review.conflict.typedLabel(review.place(conflict.place).title)}
      value={text}
      onChange={change}
      isMono
      error={parsed.kind === 'bad' ? review.conflict.badValue() : undefined}
    />
  );
}

/** One field that both sides changed: what it was, and what it is to be. */
export function ConflictCard({ conflict, namespace, choice, onChoose }: ConflictCardProps): ReactNode {
  const { review } = useMessages();
  const words = review.conflict;
  const [isTyping, setTyping] = useState(choice?.take === 'value');
  const { title, detail } = review.place(conflict.place);
  const isOrder = conflict.place.kind === 'order';
  const textOf = (value: JsonValue | undefined): string =>
    isOrder ? words.ordered() : (valueWords(value) ?? words.absent());
  const isDecided = choice !== undefined;
  const choose = (take: 'mine' | 'theirs'): void => {
    setTyping(false);
    onChoose({ take });
  };
  return (
    <fieldset className={styles.card} data-decided={isDecided} data-conflict={conflict.id}>
      <legend className="visually-hidden">{`${title}, ${detail}`}</legend>
      <div className={styles.cardHead}>
        <StatusIcon tone={isDecided ? 'ok' : 'warning'} size={16} />
        <strong>{title}</strong>
        <code className={styles.detail}>{detail}</code>
        <span className={styles.decision}>{isDecided ? words.decided() : words.chooseOne()}</span>
      </div>
      {isOrder ? null : <p className={styles.started}>{words.whenStarted(textOf(conflict.base))}</p>}
      <div className={styles.options}>
        {(['mine', 'theirs'] as const).map((take) => {
          const service = serviceNameOf(conflict[take]);
          return (
            <Option
              key={take}
              name={conflict.id}
              take={take}
              isChosen={choice?.take === take}
              onChoose={() => choose(take)}
              label={words.options[take]()}
            >
              <code className={styles.value}>{textOf(conflict[take])}</code>
              {service === undefined ? null : <BackendReach namespace={namespace} service={service} />}
            </Option>
          );
        })}
        {canTypeValue(conflict) ? (
          <Option
            name={conflict.id}
            take="value"
            isChosen={isTyping}
            onChoose={() => {
              setTyping(true);
              onChoose(undefined);
            }}
            label={words.options.value()}
          >
            <span className={styles.started}>{words.typeValue()}</span>
          </Option>
        ) : null}
      </div>
      {isTyping ? <TypedValue conflict={conflict} onChoose={onChoose} /> : null}
    </fieldset>
  );
}
