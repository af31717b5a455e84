import type { ReactNode } from 'react';
import { Menu, Popover } from 'react-aria-components';
import { MenuEntryItem, type MenuEntry } from './menu-entry.tsx';
import styles from './overlay.module.css';

export interface ChoiceMenuProps {
  readonly label: string;
  /** What it opens beside. It gets the focus back when the menu closes. */
  readonly anchor: Element;
  readonly placement: 'left' | 'right';
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** A menu that a key opened. The first entry has the focus; Escape and a click outside close it. */
export function ChoiceMenu({ label, anchor, placement, entries, onClose }: ChoiceMenuProps): ReactNode {
  return (
    <Popover
      isOpen
      triggerRef={{ current: anchor }}
      placement={placement}
      offset={6}
      className={styles.popover ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a key asked for it, and arrows must work in it at once */}
      <Menu aria-label={label} autoFocus="first" className={styles.menu ?? ''} onClose={onClose}>
        {entries.map((entry) => (
          <MenuEntryItem key={entry.id} {...entry} />
        ))}
      </Menu>
    </Popover>
  );
}
