import type { ReactNode } from 'react';
import { ToggleButton as AriaToggleButton } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export interface ToggleButtonProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

/** A button that stays pressed, such as a filter that is on or off. */
export function ToggleButton({ isSelected, onChange, children }: ToggleButtonProps): ReactNode {
  return (
    <AriaToggleButton
      isSelected={isSelected}
      onChange={onChange}
      className={classNames(styles.button, styles.toggle)}
    >
      {children}
    </AriaToggleButton>
  );
}
