import type { ReactElement, ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import styles from './overlay.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly detail?: string;
  readonly isDisabled?: boolean;
  readonly href?: string;
  readonly onAction?: () => void;
}

export interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly sections: readonly { readonly heading?: string; readonly entries: readonly MenuEntry[] }[];
}

function Entry({ id, label, icon, detail, isDisabled = false, href, onAction }: MenuEntry): ReactNode {
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      className={styles.menuItem ?? ''}
      isDisabled={isDisabled}
      {...(href === undefined ? {} : { href })}
      {...(onAction === undefined ? {} : { onAction })}
    >
      {icon}
      <span>{label}</span>
      {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
    </AriaMenuItem>
  );
}

/** A button with a menu under it. */
export function Menu({ label, trigger, sections }: MenuProps): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} offset={4}>
        <AriaMenu aria-label={label} className={styles.menu ?? ''}>
          {sections.map(({ heading, entries }) => (
            <AriaMenuSection key={heading ?? entries[0]?.id ?? ''} aria-label={heading ?? label}>
              {heading === undefined ? null : <Header className={styles.menuHeading ?? ''}>{heading}</Header>}
              {entries.map((entry) => (
                <Entry key={entry.id} {...entry} />
              ))}
            </AriaMenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
