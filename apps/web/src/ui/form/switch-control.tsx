import type { ReactNode } from 'react';
import { Switch } from 'react-aria-components';
import { describedBy, FieldFrame, useFieldIds, type FieldWords } from './field-frame.tsx';
import styles from './form.module.css';

export interface SwitchControlProps {
  readonly words: FieldWords;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

/** On or off. */
export function SwitchControl({ words, isOn, onChange, isDisabled = false }: SwitchControlProps): ReactNode {
  const ids = useFieldIds(words);
  const description = describedBy(ids, words);
  return (
    <FieldFrame words={{ ...words, isLabelHidden: true }} ids={ids}>
      <Switch
        className={styles.switch ?? ''}
        data-changed={words.was === undefined ? undefined : ''}
        isSelected={isOn}
        onChange={onChange}
        isDisabled={isDisabled}
        {...(description === undefined ? {} : { 'aria-describedby': description })}
      >
        <span className={styles.track} aria-hidden>
          <span className={styles.thumb} />
        </span>
        {words.label}
      </Switch>
    </FieldFrame>
  );
}
