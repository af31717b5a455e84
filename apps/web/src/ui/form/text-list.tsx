import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../button.tsx';
import { IconButton } from '../icon-button.tsx';
import type { FieldNote } from './field-frame.tsx';
import styles from './form.module.css';
import { TextControl } from './text-control.tsx';

export interface TextListProps {
  readonly label: string;
  readonly help?: string;
  readonly was?: string | undefined;
  readonly items: readonly string[];
  readonly notesOf: (index: number) => readonly FieldNote[];
  readonly words: {
    readonly item: (index: number) => string;
    readonly add: string;
    readonly remove: (item: string) => string;
  };
  readonly onChange: (items: readonly string[], isContinuation: boolean) => void;
  readonly isDisabled: boolean;
}

/** A short list of texts, each in a line of its own. */
export function TextList(props: TextListProps): ReactNode {
  const { label, help, was, items, notesOf, words, onChange, isDisabled } = props;
  return (
    <fieldset className={styles.textList} data-changed={was === undefined ? undefined : ''}>
      <legend className={styles.legend}>
        <span className={styles.label}>{label}</span>
        {was === undefined ? null : (
          <span className={styles.was} title={was}>
            {was}
          </span>
        )}
      </legend>
      {items.map((item, index) => (
        <div key={index} className={styles.listRow}>
          <TextControl
            words={{ label: words.item(index), isLabelHidden: true, notes: notesOf(index) }}
            value={item}
            onChange={(text, isContinuation) => onChange(items.with(index, text), isContinuation)}
            isMono
            isDisabled={isDisabled}
          />
          <IconButton
            label={words.remove(item)}
            isDisabled={isDisabled}
            onPress={() => onChange(items.toSpliced(index, 1), false)}
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      {help === undefined ? null : <p className={styles.help}>{help}</p>}
      <Button
        size="small"
        variant="ghost"
        isDisabled={isDisabled}
        onPress={() => onChange([...items, ''], false)}
      >
        <Plus size={14} aria-hidden />
        {words.add}
      </Button>
    </fieldset>
  );
}
