import { useState, type ReactNode } from 'react';
import { describedBy, FieldFrame, hasError, useFieldIds, type FieldWords } from './field-frame.tsx';
import styles from './form.module.css';
import type { OnTyped } from './text-control.tsx';

export interface TextAreaControlProps {
  readonly words: FieldWords;
  readonly value: string;
  readonly onChange: OnTyped;
  readonly isDisabled?: boolean;
}

const mostRows = 12;

/** A text of several lines, as one step per visit. */
export function TextAreaControl({
  words,
  value,
  onChange,
  isDisabled = false,
}: TextAreaControlProps): ReactNode {
  const ids = useFieldIds();
  const [hasTyped, setHasTyped] = useState(false);
  return (
    <FieldFrame words={words} ids={ids}>
      <textarea
        className={styles.textArea}
        data-changed={words.was === undefined ? undefined : ''}
        aria-labelledby={ids.label}
        aria-describedby={describedBy(ids, words)}
        aria-invalid={hasError(words)}
        disabled={isDisabled}
        spellCheck={false}
        autoComplete="off"
        rows={Math.min(mostRows, value.split('\n').length + 1)}
        value={value}
        onBlur={() => setHasTyped(false)}
        onChange={({ target }) => {
          onChange(target.value, hasTyped);
          setHasTyped(true);
        }}
      />
    </FieldFrame>
  );
}
