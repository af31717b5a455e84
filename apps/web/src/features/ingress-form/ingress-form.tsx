import type { ReactNode } from 'react';
import { isOption } from '../../controller-options/list-options.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { useLatest } from '../../ui/use-latest.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { DefaultBackendSection } from './default-backend-section.tsx';
import { buildFactsQuestion } from './build-facts-question.ts';
import type { IngressFormProps } from './form-props.ts';
import type { SectionProps } from './section-props.ts';
import { DrawnSection } from './drawn-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { readIngressFields } from './ingress-fields.ts';
import styles from './ingress-form.module.css';
import { MetadataSections } from './metadata-section.tsx';
import { ControllerOptions } from './controller-options.tsx';
import { RulesSection } from './rules-section.tsx';
import { TlsSection } from './tls-section.tsx';
import { listUncoveredFields } from './uncovered-fields.ts';

/** An Ingress as a form. It shows the parsed draft and writes edits; it holds no state of it. */
export function IngressForm(props: IngressFormProps): ReactNode {
  const { ingressForm: words } = useMessages();
  const { object, onShowInYaml } = props;
  const { data: facts } = useAnswer(buildFactsQuestion(object));
  const drawn = { ...props, facts, fields: readIngressFields(props, words) };
  const section: SectionProps = { ...drawn, latest: useLatest(drawn) };
  const uncovered = listUncoveredFields(object, (key) => isOption(facts?.family, 'Ingress', key));
  const [firstUncovered] = uncovered;
  return (
    <div className={styles.form}>
      <DrawnSection part="identity" section={section} of={IdentitySection} />
      <DrawnSection part="tls" section={section} of={TlsSection} />
      <RulesSection {...section} />
      <DrawnSection part="defaultBackend" section={section} of={DefaultBackendSection} />
      <DrawnSection part="metadata" section={section} of={ControllerOptions} />
      <DrawnSection part="metadata" section={section} of={MetadataSections} />
      {firstUncovered === undefined ? null : (
        <Button variant="link" onPress={() => onShowInYaml(firstUncovered)}>
          {words.otherFields(uncovered.length)}
        </Button>
      )}
    </div>
  );
}
