import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly variant?: 'default' | 'primary' | 'ghost' | 'link';
  readonly size?: 'normal' | 'small';
  readonly children: ReactNode;
}

/** A push button of 30 px, 26 px when small. Icons go in front of the words as children. */
export function Button({ variant = 'default', size = 'normal', ...rest }: ButtonProps): ReactNode {
  return (
    <AriaButton
      {...rest}
      className={classNames(styles.button, styles[variant], size === 'small' && styles.small)}
    />
  );
}
