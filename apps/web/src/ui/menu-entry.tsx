import type { ReactNode } from 'react';
import { MenuItem } from 'react-aria-components';
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

/** One line of a menu. */
export function MenuEntryItem({
  id,
  label,
  icon,
  detail,
  isDisabled = false,
  href,
  onAction,
}: MenuEntry): ReactNode {
  return (
    <MenuItem
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
    </MenuItem>
  );
}
