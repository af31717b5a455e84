import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Input, SearchField } from 'react-aria-components';
import styles from './field.module.css';

/** The text field of an Autocomplete: the list below it follows what is typed. */
export function SearchFieldSlot({ label }: { readonly label: string }): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type here
    <SearchField aria-label={label} autoFocus className={styles.search ?? ''}>
      <Search size={14} aria-hidden className={styles.glass} />
      <Input className={styles.searchInput ?? ''} placeholder={label} />
    </SearchField>
  );
}
