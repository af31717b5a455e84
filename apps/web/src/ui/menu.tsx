import type { ReactElement, ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { MenuEntryItem, type MenuEntry } from './menu-entry.tsx';
import styles from './overlay.module.css';

export interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Asked for when it opens, where what is in it is not known before. */
  readonly sections: readonly MenuSection[] | (() => readonly MenuSection[]);
}

export interface MenuSection {
  readonly heading?: string;
  readonly entries: readonly MenuEntry[];
}

/** Drawn while the menu is open. */
function OpenMenu({ label, sections }: Omit<MenuProps, 'trigger'>): ReactNode {
  const all = typeof sections === 'function' ? sections() : sections;
  return (
    <AriaMenu aria-label={label} className={styles.menu ?? ''}>
      {all.map(({ heading, entries }) => (
        <AriaMenuSection key={heading ?? entries[0]?.id ?? ''} aria-label={heading ?? label}>
          {heading === undefined ? null : <Header className={styles.menuHeading ?? ''}>{heading}</Header>}
          {entries.map((entry) => (
            <MenuEntryItem key={entry.id} {...entry} />
          ))}
        </AriaMenuSection>
      ))}
    </AriaMenu>
  );
}

/** A button with a menu under it. */
export function Menu({ label, trigger, sections }: MenuProps): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} offset={4}>
        <OpenMenu label={label} sections={sections} />
      </Popover>
    </MenuTrigger>
  );
}
