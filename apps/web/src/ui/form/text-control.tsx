import { useState, type ReactNode } from 'react';
import {
  describedBy,
  FieldFrame,
  hasError,
  useFieldIds,
  type FieldNote,
  type FieldWords,
} from './field-frame.tsx';
import styles from './form.module.css';
import { useSelectOnVisit } from './use-select-on-visit.ts';

/** A change of a field; `isContinuation`: typing that goes on and belongs to the same step. */
export type OnTyped = (value: string, isContinuation: boolean) => void;

export interface TextControlProps {
  readonly words: FieldWords;
  readonly value: string;
  readonly onChange: OnTyped;
  /** What a text would have to be: a text that is refused stays in the field and is not handed on. */
  readonly accepts?: (text: string) => boolean;
  /** Shown under the field while its text is refused. */
  readonly refusal?: string;
  readonly placeholder?: string;
  readonly isMono?: boolean;
  /** Digits only: anything else cannot be typed. */
  readonly isNumeric?: boolean;
  readonly isDisabled?: boolean;
  /** Behind the value: a unit. */
  readonly suffix?: string;
}

/** The text while it is typed, as far as it differs from the value: kept while the field has the focus only. */
interface Typing {
  readonly text: string;
  readonly hasTyped: boolean;
}

interface TypedText {
  readonly text: string;
  readonly isRefused: boolean;
  readonly begin: () => void;
  readonly end: () => void;
  readonly type: (text: string) => void;
}

/** The text of a field while it is visited: one step per visit, whatever is typed. */
function useTyping({ value, onChange, accepts = () => true }: TextControlProps): TypedText {
  const [typing, setTyping] = useState<Typing | undefined>();
  return {
    text: typing?.text ?? value,
    isRefused: typing !== undefined && !accepts(typing.text),
    begin: () => setTyping({ text: value, hasTyped: false }),
    end: () => setTyping(undefined),
    type: (text) => {
      setTyping({ text, hasTyped: true });
      if (accepts(text)) onChange(text, typing?.hasTyped === true);
    },
  };
}

/** A line of text. What is typed is handed on with every key, as one step per visit. */
export function TextControl(props: TextControlProps): ReactNode {
  const { refusal, placeholder, isMono = false, isNumeric = false, isDisabled = false, suffix } = props;
  const ids = useFieldIds(props.words);
  const visit = useSelectOnVisit();
  const { text, isRefused, begin, end, type } = useTyping(props);
  const own: readonly FieldNote[] =
    isRefused && refusal !== undefined ? [{ severity: 'error', message: refusal }] : [];
  const words = { ...props.words, notes: [...(props.words.notes ?? []), ...own] };
  return (
    <FieldFrame words={words} ids={ids}>
      <span className={styles.inputRow}>
        <input
          className={styles.input}
          data-mono={isMono}
          data-changed={words.was === undefined ? undefined : ''}
          aria-label={words.label}
          aria-labelledby={ids.label}
          aria-describedby={describedBy(ids, words)}
          aria-invalid={hasError(words)}
          disabled={isDisabled}
          spellCheck={false}
          autoComplete="off"
          inputMode={isNumeric ? 'numeric' : undefined}
          placeholder={placeholder}
          value={text}
          onFocus={(event) => {
            begin();
            if (isNumeric) visit.onFocus(event);
          }}
          onClick={isNumeric ? visit.onClick : undefined}
          onBlur={end}
          onChange={({ target }) => type(isNumeric ? target.value.replaceAll(/\D/g, '') : target.value)}
        />
        {suffix === undefined ? null : <span className={styles.suffix}>{suffix}</span>}
      </span>
    </FieldFrame>
  );
}
