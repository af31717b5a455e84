import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGrid, FormSection } from '../../ui/form/form-section.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import { AddressesSection } from './addresses-section.tsx';
import type { ServiceFormProps } from './form-props.ts';
import { LoadBalancerSection } from './load-balancer-section.tsx';
import { MapRows } from './map-rows.tsx';
import { PortsSection } from './ports-section.tsx';
import { SelectorSection } from './selector-section.tsx';
import { readServiceFields } from './service-fields.ts';
import styles from './service-form.module.css';
import { TrafficSection } from './traffic-section.tsx';
import { TypeSection, type SectionProps } from './type-section.tsx';
import { listUncoveredFields } from './uncovered-fields.ts';

const isFilled = (text: string): boolean => text !== '';

function IdentitySection({ object, base, fields, onEdit, isReadOnly }: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const { identity } = words;
  const { name, namespace = '' } = object.metadata;
  const rename =
    (field: 'name' | 'namespace', from: string) =>
    (to: string, isContinuation: boolean): void =>
      onEdit([{ kind: 'set-other-field', keys: ['metadata', field], from, to }], isContinuation);
  return (
    <FieldGrid>
      <TextControl
        words={{ label: identity.name(), help: identity.nameHelp(), notes: fields.notes('metadata', 'name') }}
        value={name}
        accepts={isFilled}
        refusal={identity.needed()}
        onChange={rename('name', name)}
        isMono
        isDisabled={isReadOnly || base !== undefined}
      />
      <TextControl
        words={{
          label: identity.namespace(),
          help: identity.namespaceHelp(),
          notes: fields.notes('metadata', 'namespace'),
        }}
        value={namespace}
        accepts={isFilled}
        refusal={identity.needed()}
        onChange={rename('namespace', namespace)}
        isMono
        isDisabled={isReadOnly || base !== undefined}
      />
    </FieldGrid>
  );
}

function MetadataSections({ section }: { readonly section: SectionProps }): ReactNode {
  const { serviceForm: words } = useMessages();
  const { metadata } = section.object;
  const before = section.base?.metadata;
  return (
    <>
      <FormSection title={words.metadata.labels()}>
        <p className={styles.help}>{words.metadata.labelsHelp()}</p>
        <MapRows
          section={section}
          map="labels"
          entries={metadata.labels}
          before={before?.labels}
          path={['metadata', 'labels']}
        />
      </FormSection>
      <FormSection title={words.metadata.annotations()}>
        <p className={styles.help}>{words.metadata.annotationsHelp()}</p>
        <MapRows
          section={section}
          map="annotations"
          entries={metadata.annotations}
          before={before?.annotations}
          path={['metadata', 'annotations']}
        />
      </FormSection>
    </>
  );
}

/** A Service as a form, in the order of its YAML. It shows the parsed draft and writes edits; it holds no state of it. */
export function ServiceForm(props: ServiceFormProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, onShowInYaml } = props;
  const { name, namespace = '' } = object.metadata;
  const { type, selector = {} } = object.spec;
  const { data: facts } = useAnswer({ kind: 'serviceFormFacts', namespace, name, selector });
  const section: SectionProps = { ...props, fields: readServiceFields(props, words) };
  const uncovered = listUncoveredFields(object);
  const [firstUncovered] = uncovered;
  const isAlias = type === 'ExternalName';
  return (
    <div className={styles.form}>
      <IdentitySection {...section} />
      <TypeSection {...section} />
      {isAlias && (object.spec.ports ?? []).length === 0 ? null : (
        <PortsSection section={section} facts={facts} />
      )}
      {isAlias && Object.keys(selector).length === 0 ? null : (
        <SelectorSection section={section} facts={facts} />
      )}
      {type === 'LoadBalancer' ? <LoadBalancerSection section={section} facts={facts} /> : null}
      {isAlias ? null : <TrafficSection {...section} />}
      {isAlias ? null : <AddressesSection {...section} />}
      <MetadataSections section={section} />
      {firstUncovered === undefined ? null : (
        <Button variant="link" onPress={() => onShowInYaml(firstUncovered)}>
          {words.otherFields(uncovered.length)}
        </Button>
      )}
    </div>
  );
}
