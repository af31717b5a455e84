import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { describedBy, FieldFrame, hasError, useFieldIds, type FieldWords } from './field-frame.tsx';
import styles from './form.module.css';
import type { OnTyped } from './text-control.tsx';
import { useSelectOnVisit } from './use-select-on-visit.ts';

/** Something that exists and can be chosen. */
export interface Suggestion {
  /** What is put into the field. */
  readonly value: string;
  /** What is known of it, beside the value: ports, Pods ready. */
  readonly detail?: string;
  readonly tone?: 'ok' | 'warning' | 'error';
}

export interface ComboControlProps {
  readonly words: FieldWords;
  readonly value: string;
  readonly suggestions: readonly Suggestion[];
  readonly onChange: OnTyped;
  /** Below the suggestions: that another text may be typed too. */
  readonly freeTextHint?: string;
  readonly placeholder?: string;
  readonly isMono?: boolean;
  readonly isDisabled?: boolean;
}

const matches = ({ value, detail = '' }: Suggestion, text: string): boolean =>
  `${value} ${detail}`.toLowerCase().includes(text.toLowerCase());

/** All of them, too, where the text is one of them whole: it was chosen, and the next choice may be any other. */
function listMatching(suggestions: readonly Suggestion[], typed: string | undefined): readonly Suggestion[] {
  if (typed === undefined || suggestions.some(({ value }) => value === typed)) return suggestions;
  return suggestions.filter((suggestion) => matches(suggestion, typed));
}

/** That something else may be typed too: below whatever exists. */
function FreeTextHint({ text }: { readonly text: string | undefined }): ReactNode {
  return text === undefined ? null : <p className={styles.freeText}>{text}</p>;
}

/** A text that is most often one of those that exist. They are offered first; any other may be typed. */
export function ComboControl(props: ComboControlProps): ReactNode {
  const { words, value, suggestions, onChange, freeTextHint, placeholder } = props;
  const { isMono = false, isDisabled = false } = props;
  const ids = useFieldIds(words);
  const visit = useSelectOnVisit();
  const [typed, setTyped] = useState<string | undefined>();
  const shown = listMatching(suggestions, typed);
  const description = describedBy(ids, words);
  const change = (next: string, isContinuation: boolean): void => {
    if (next !== value) onChange(next, isContinuation);
  };
  return (
    <FieldFrame words={words} ids={ids}>
      <ComboBox
        aria-labelledby={ids.label}
        {...(description === undefined ? {} : { 'aria-describedby': description })}
        allowsCustomValue
        menuTrigger="input"
        isDisabled={isDisabled}
        isInvalid={hasError(words)}
        inputValue={value}
        onInputChange={(text) => {
          change(text, typed !== undefined);
          setTyped(text);
        }}
        onSelectionChange={(key) => {
          if (key === null) return;
          change(String(key), false);
          setTyped(undefined);
        }}
        onBlur={() => setTyped(undefined)}
        items={shown.map((item) => ({ ...item, id: item.value }))}
      >
        <span className={styles.combo} data-changed={words.was === undefined ? undefined : ''}>
          <Input
            className={styles.comboInput ?? ''}
            aria-label={words.label}
            data-mono={isMono}
            spellCheck={false}
            placeholder={placeholder ?? ''}
            {...visit}
          />
          <Button className={styles.comboButton ?? ''}>
            <ChevronDown size={14} aria-hidden />
          </Button>
        </span>
        <Popover className={styles.popover ?? ''}>
          <ListBox className={styles.list ?? ''} renderEmptyState={() => null}>
            {({ id, value: text, detail, tone }: Suggestion & { readonly id: string }) => (
              <ListBoxItem id={id} textValue={text} className={styles.option ?? ''}>
                <Text slot="label" className={isMono ? (styles.mono ?? '') : ''}>
                  {text}
                </Text>
                {detail === undefined ? null : (
                  <Text slot="description" className={styles.optionDetail ?? ''} data-tone={tone}>
                    {detail}
                  </Text>
                )}
              </ListBoxItem>
            )}
          </ListBox>
          <FreeTextHint text={freeTextHint} />
        </Popover>
      </ComboBox>
    </FieldFrame>
  );
}
