import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import styles from './connect.module.css';

/** Something to connect with. */
export interface TargetEntry {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** Nobody behind it answers. */
  readonly isSilent: boolean;
  readonly onChoose: () => void;
}

export interface TargetListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly entries: readonly TargetEntry[];
  /** What is said where there are none, or none is called as typed. */
  readonly describeEmpty: (typed: string) => string;
}

const entryPx = 32;
const mostPx = 264;
const leastPx = 72;

/** As high as all entries need, whatever is typed, so that nothing jumps. */
const heightFor = (count: number): number => Math.min(mostPx, Math.max(leastPx, count * entryPx + 8));

const matches = ({ label, detail }: TargetEntry, typed: string): boolean =>
  `${label} ${detail}`.toLowerCase().includes(typed);

/** What there is to connect with: type to narrow it down, arrows and Enter choose. */
export function TargetList({ label, placeholder, entries, describeEmpty }: TargetListProps): ReactNode {
  const [text, setText] = useState('');
  const typed = text.trim().toLowerCase();
  const shown = entries.filter((entry) => matches(entry, typed));
  /** The menu takes Enter only once an entry has the virtual focus, which comes half a second after typing. */
  const chooseAtOnce = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed === '') return;
    if (event.currentTarget.querySelector('[role="menuitem"][data-focused]') !== null) return;
    const [first] = shown;
    if (first === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    first.onChoose();
  };
  return (
    <div className={styles.targets} onKeyDownCapture={chooseAtOnce}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to choose */}
        <SearchField aria-label={label} autoFocus className={styles.search ?? ''}>
          <Input className={styles.input ?? ''} placeholder={placeholder} />
        </SearchField>
        <Menu
          aria-label={label}
          className={styles.list ?? ''}
          render={(props) => (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a mouse the list scrolls by its focus
            <div {...props} tabIndex={0} style={{ ...props.style, height: heightFor(entries.length) }} />
          )}
          renderEmptyState={() => <p className={styles.quiet}>{describeEmpty(text.trim())}</p>}
        >
          {shown.map(({ id, label: words, detail, isSilent, onChoose }) => (
            <MenuItem key={id} id={id} textValue={words} className={styles.entry ?? ''} onAction={onChoose}>
              <span className={styles.entryName}>{words}</span>
              <span className={styles.entryDetail} data-silent={isSilent}>
                {detail}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
    </div>
  );
}
