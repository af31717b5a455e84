import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  /** What it does: accessible name and tooltip. */
  readonly label: string;
  readonly size?: 'normal' | 'small';
  readonly children: ReactNode;
}

/** A button that shows only an icon; its words are in the tooltip. */
export function IconButton({ label, size = 'normal', ...rest }: IconButtonProps): ReactNode {
  return (
    <Tooltip text={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames(styles.icon, size === 'small' && styles.iconSmall)}
      />
    </Tooltip>
  );
}
