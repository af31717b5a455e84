import { Search, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import styles from './field.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For the key that jumps to the filter of a list. */
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A filter field: Escape or the cross empties it. */
export function SearchField(props: SearchFieldProps): ReactNode {
  const { label, placeholder, clearLabel, value, onChange, inputRef } = props;
  return (
    <AriaSearchField
      aria-label={label}
      className={styles.search ?? ''}
      value={value}
      onChange={onChange}
      spellCheck="false"
      autoComplete="off"
    >
      <Search size={14} aria-hidden className={styles.glass} />
      <Input
        className={styles.searchInput ?? ''}
        placeholder={placeholder}
        data-list-filter=""
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      {value === '' ? null : (
        <Button className={styles.clear ?? ''} aria-label={clearLabel}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </AriaSearchField>
  );
}
