import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { RichText } from '../../ui/rich-text.tsx';
import type { DetailsAnswer } from '../../workers/questions.ts';
import styles from './fact-list.module.css';
import { ObjectLink } from './object-link.tsx';
import { PanelSection } from './panel-section.tsx';

export interface Fact {
  readonly label: string;
  readonly content: ReactNode;
  readonly isMono?: boolean;
}

/** Labels at the left, 116 px wide, and what they say at the right. */
export function FactGrid({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, content, isMono = false }, index) => (
        <div key={`${index} ${label}`} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd className={classNames(styles.value, isMono && styles.mono)}>{content}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the object says of itself. */
export function FactList({ facts }: { readonly facts: DetailsAnswer['facts'] }): ReactNode {
  const { details } = useMessages();
  if (facts.length === 0) return null;
  const shown = facts.map(({ label, text, isMono, ref }) => ({
    label,
    isMono,
    content:
      ref === undefined ? (
        isMono ? (
          text
        ) : (
          <RichText text={text} />
        )
      ) : (
        <ObjectLink target={ref}>{text}</ObjectLink>
      ),
  }));
  return (
    <PanelSection title={details.facts()}>
      <FactGrid facts={shown} />
    </PanelSection>
  );
}
