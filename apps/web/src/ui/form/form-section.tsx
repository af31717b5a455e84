import { useId, type ReactNode } from 'react';
import styles from './form.module.css';

export interface FormSectionProps {
  readonly title: string;
  /** Beside the title, in short: `1 certificate`. */
  readonly detail?: string;
  /** What can be added, at the right end. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a form under its own head. */
export function FormSection({ title, detail, action, children }: FormSectionProps): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id={id} className={styles.sectionTitle}>
          {title}
        </h2>
        {detail === undefined ? null : <span className={styles.sectionDetail}>{detail}</span>}
        {action === undefined ? null : <span className={styles.sectionAction}>{action}</span>}
      </div>
      {children}
    </section>
  );
}

/** Fields beside each other, as many as there is room for. */
export const FieldGrid = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={styles.grid}>{children}</div>
);
