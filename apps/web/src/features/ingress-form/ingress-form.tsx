import { ingressClassNameOf } from '@fairlead/routing';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import { DefaultBackendSection } from './default-backend-section.tsx';
import type { EditedIngress, IngressFormProps } from './form-props.ts';
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

const listHosts = ({ spec }: EditedIngress): readonly string[] =>
  [...new Set((spec.rules ?? []).map(({ host = '' }) => host.toLowerCase()))].toSorted();

/** An Ingress as a form. It shows the parsed draft and writes edits; it holds no state of it. */
export function IngressForm(props: IngressFormProps): ReactNode {
  const { ingressForm: words } = useMessages();
  const { object, onShowInYaml } = props;
  const { name, namespace = '' } = object.metadata;
  const { data: facts } = useAnswer({
    kind: 'ingressFormFacts',
    namespace,
    name,
    className: ingressClassNameOf(object)?.name ?? '',
    hosts: listHosts(object),
  });
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
