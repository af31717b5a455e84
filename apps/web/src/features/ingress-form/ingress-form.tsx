import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import { DefaultBackendSection } from './default-backend-section.tsx';
import { buildFactsQuestion } from './build-facts-question.ts';
import type { IngressFormProps } from './form-props.ts';
import type { SectionProps } from './section-props.ts';
import { IdentitySection } from './identity-section.tsx';
import { readIngressFields } from './ingress-fields.ts';
import styles from './ingress-form.module.css';
import { isOption } from './list-options.ts';
import { MetadataSections } from './metadata-section.tsx';
import { OptionsSection } from './options-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { TlsSection } from './tls-section.tsx';
import { listUncoveredFields } from './uncovered-fields.ts';

/** An Ingress as a form. It shows the parsed draft and writes edits; it holds no state of it. */
export function IngressForm(props: IngressFormProps): ReactNode {
  const { ingressForm: words } = useMessages();
  const { object, onShowInYaml } = props;
  const { data: facts } = useAnswer(buildFactsQuestion(object));
  const section: SectionProps = { ...props, facts, fields: readIngressFields(props, words) };
  const uncovered = listUncoveredFields(object, (key) => isOption(facts?.family, key));
  const [firstUncovered] = uncovered;
  return (
    <div className={styles.form}>
      <IdentitySection {...section} />
      <TlsSection {...section} />
      <RulesSection {...section} />
      <DefaultBackendSection {...section} />
      <OptionsSection {...section} />
      <MetadataSections {...section} />
      {firstUncovered === undefined ? null : (
        <Button variant="link" onPress={() => onShowInYaml(firstUncovered)}>
          {words.otherFields(uncovered.length)}
        </Button>
      )}
    </div>
  );
}
