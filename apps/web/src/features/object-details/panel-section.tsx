import { useId, type ReactNode } from 'react';
import styles from './object-panel.module.css';

export interface PanelSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the panel with a small heading. */
export function PanelSection({ title, children }: PanelSectionProps): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      {children}
    </section>
  );
}
