import type { ReactElement, ReactNode } from 'react';
import { DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import styles from './overlay.module.css';

export interface PopoverProps {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly children: ReactNode;
}

/** A button with a small dialog under it that closes on Escape or a click outside. */
export function Popover({ label, trigger, children }: PopoverProps): ReactNode {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover aria-label={label} className={styles.popover ?? ''} offset={4}>
        <div className={styles.popoverBody}>{children}</div>
      </AriaPopover>
    </DialogTrigger>
  );
}
