import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import styles from './route-table.module.css';

interface CutTextProps {
  readonly text: string;
  readonly look?: string | undefined;
}

/** Cut with an ellipsis where there is no room: whole in the tooltip, and whole for those who hear it. */
export const CutText = ({ text, look }: CutTextProps): ReactNode => (
  <span className={classNames(styles.clip, look)} title={text}>
    {text}
  </span>
);
