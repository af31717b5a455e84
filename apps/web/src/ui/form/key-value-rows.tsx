import { Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../button.tsx';
import { IconButton } from '../icon-button.tsx';
import { ComboControl, type Suggestion } from './combo-control.tsx';
import type { FieldNote } from './field-frame.tsx';
import styles from './form.module.css';
import { RowMark, type RowState } from './row-mark.tsx';

export interface KeyValueWords {
  readonly key: string;
  readonly value: string;
  readonly valueOf: (key: string) => string;
  readonly add: string;
  readonly remove: (key: string) => string;
  readonly restore: (key: string) => string;
  readonly was: (value: string) => string;
  readonly states: Readonly<Record<Exclude<RowState, 'same'>, string>>;
  readonly keyTaken: (key: string) => string;
}

/** What exists and can be chosen, and who wants to know what is being typed. */
export interface KeyValueSuggestions {
  readonly keys: readonly Suggestion[];
  readonly valuesOf: (key: string) => readonly Suggestion[];
  /** Told of the new entry while it is typed; two empty texts when there is none. */
  readonly onTyping?: (key: string, value: string) => void;
}

export interface KeyValueRowsProps {
  readonly words: KeyValueWords;
  /** As the draft has them, in its order. */
  readonly entries: readonly (readonly [key: string, value: string])[];
  /** As they were when the draft began. */
  readonly before: ReadonlyMap<string, string>;
  readonly suggest: KeyValueSuggestions;
  readonly notesOf: (key: string) => readonly FieldNote[];
  /** `undefined` takes the entry out. */
  readonly onSet: (key: string, value: string | undefined, isContinuation: boolean) => void;
  readonly isDisabled: boolean;
}

const stateOf = (before: ReadonlyMap<string, string>, key: string, value: string): RowState => {
  const old = before.get(key);
  if (old === undefined) return 'added';
  return old === value ? 'same' : 'changed';
};

function EntryRow(props: KeyValueRowsProps & { readonly entry: readonly [string, string] }): ReactNode {
  const { words, before, suggest, notesOf, onSet, isDisabled, entry } = props;
  const [key, value] = entry;
  const state = stateOf(before, key, value);
  const old = before.get(key);
  return (
    <li className={styles.row} data-state={state}>
      <RowMark state={state} label={state === 'same' ? '' : words.states[state]} />
      <code className={styles.rowKey}>{key}</code>
      <ComboControl
        words={{
          label: words.valueOf(key),
          isLabelHidden: true,
          notes: notesOf(key),
          was: state === 'changed' && old !== undefined ? words.was(old) : undefined,
        }}
        value={value}
        suggestions={suggest.valuesOf(key)}
        onChange={(next, isContinuation) => onSet(key, next, isContinuation)}
        isMono
        isDisabled={isDisabled}
      />
      <IconButton
        label={words.remove(key)}
        isDisabled={isDisabled}
        onPress={() => onSet(key, undefined, false)}
      >
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

function RemovedRow({
  words,
  entry,
  onSet,
  isDisabled,
}: KeyValueRowsProps & { readonly entry: readonly [string, string] }): ReactNode {
  const [key, value] = entry;
  return (
    <li className={styles.row} data-state="removed">
      <RowMark state="removed" label={words.states.removed} />
      <s>
        <code>{key}</code> {value}
      </s>
      <Button size="small" variant="link" isDisabled={isDisabled} onPress={() => onSet(key, value, false)}>
        {words.restore(key)}
      </Button>
    </li>
  );
}

function NewRow({ words, entries, suggest, onSet, isDisabled }: KeyValueRowsProps): ReactNode {
  const [{ key, value }, setTyped] = useState({ key: '', value: '' });
  const type = (next: { readonly key: string; readonly value: string }): void => {
    setTyped(next);
    suggest.onTyping?.(next.key, next.value);
  };
  const isTaken = entries.some(([other]) => other === key);
  const add = (): void => {
    if (key === '' || isTaken) return;
    onSet(key, value, false);
    type({ key: '', value: '' });
  };
  return (
    <form
      className={styles.newRow}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <ComboControl
        words={{
          label: words.key,
          notes: isTaken ? [{ severity: 'error', message: words.keyTaken(key) }] : [],
        }}
        value={key}
        suggestions={suggest.keys.filter((item) => !entries.some(([other]) => other === item.value))}
        onChange={(next) => type({ key: next, value })}
        isMono
        isDisabled={isDisabled}
      />
      <ComboControl
        words={{ label: words.value }}
        value={value}
        suggestions={suggest.valuesOf(key)}
        onChange={(next) => type({ key, value: next })}
        isMono
        isDisabled={isDisabled}
      />
      <Button type="submit" isDisabled={isDisabled || key === '' || isTaken}>
        <Plus size={14} aria-hidden />
        {words.add}
      </Button>
    </form>
  );
}

/** A map of texts: entries with their values, those that were taken out struck through, and a row for a new one. */
export function KeyValueRows(props: KeyValueRowsProps): ReactNode {
  const { entries, before } = props;
  const removed = [...before].filter(([key]) => !entries.some(([other]) => other === key));
  return (
    <div className={styles.rows}>
      <ul className={styles.rowList}>
        {entries.map((entry) => (
          <EntryRow key={entry[0]} {...props} entry={entry} />
        ))}
        {removed.map((entry) => (
          <RemovedRow key={entry[0]} {...props} entry={entry} />
        ))}
      </ul>
      <NewRow {...props} />
    </div>
  );
}
