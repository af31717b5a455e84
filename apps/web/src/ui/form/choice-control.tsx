import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { describedBy, FieldFrame, hasError, useFieldIds, type FieldWords } from './field-frame.tsx';
import styles from './form.module.css';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** What choosing it does, under the label. */
  readonly detail?: string;
}

export interface ChoiceControlProps {
  readonly words: FieldWords;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly isDisabled?: boolean;
}

/** One of a few values. A value that is none of them is shown as it is. */
export function ChoiceControl({
  words,
  choices,
  value,
  onChange,
  isDisabled = false,
}: ChoiceControlProps): ReactNode {
  const ids = useFieldIds(words);
  const isKnown = choices.some(({ id }) => id === value);
  const all: readonly Choice[] =
    isKnown || value === '' ? choices : [...choices, { id: value, label: value }];
  const description = describedBy(ids, words);
  return (
    <FieldFrame words={words} ids={ids}>
      <Select
        aria-labelledby={ids.label}
        {...(description === undefined ? {} : { 'aria-describedby': description })}
        isDisabled={isDisabled}
        isInvalid={hasError(words)}
        selectedKey={value === '' ? null : value}
        onSelectionChange={(key) => {
          if (key !== null && String(key) !== value) onChange(String(key));
        }}
      >
        <Button className={styles.select ?? ''} data-changed={words.was === undefined ? undefined : ''}>
          <SelectValue className={styles.selectValue ?? ''}>
            {({ defaultChildren, isPlaceholder }) => (isPlaceholder ? '\u00A0' : defaultChildren)}
          </SelectValue>
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className={styles.popover ?? ''}>
          <ListBox className={styles.list ?? ''}>
            {all.map(({ id, label, detail }) => (
              <ListBoxItem key={id} id={id} textValue={label} className={styles.option ?? ''}>
                <Text slot="label">{label}</Text>
                {detail === undefined ? null : (
                  <Text slot="description" className={styles.optionDetail ?? ''}>
                    {detail}
                  </Text>
                )}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
    </FieldFrame>
  );
}
