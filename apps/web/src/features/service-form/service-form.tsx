import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FieldNotes, useFieldIds } from '../../ui/form/field-frame.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { useAnswer } from '../../workers/use-answer.ts';
import { AddressesSection } from './addresses-section.tsx';
import type { ServiceFormProps } from './form-props.ts';
import type { SectionProps } from './section-props.ts';
import { IdentitySection } from './identity-section.tsx';
import { LoadBalancerSection } from './load-balancer-section.tsx';
import { MapRows } from './map-rows.tsx';
import { OtherNotes } from './other-notes.tsx';
import { PortsSection } from './ports-section.tsx';
import { SelectorSection } from './selector-section.tsx';
import { readServiceFields } from './service-fields.ts';
import styles from './service-form.module.css';
import { hasPortsSection, hasSelectorSection } from './shown-fields.ts';
import { TrafficSection } from './traffic-section.tsx';
import { listUncoveredFields } from './uncovered-fields.ts';

function MetadataSection({
  section,
  map,
}: {
  readonly section: SectionProps;
  readonly map: 'labels' | 'annotations';
}): ReactNode {
  const {
    serviceForm: { metadata: words },
  } = useMessages();
  const ids = useFieldIds();
  const { object, base, fields } = section;
  return (
    <FormSection title={words[map]()}>
      <p className={styles.help}>{map === 'labels' ? words.labelsHelp() : words.annotationsHelp()}</p>
      <MapRows
        section={section}
        map={map}
        entries={object.metadata[map]}
        before={base?.metadata[map]}
        path={['metadata', map]}
      />
      <FieldNotes id={ids.notes} notes={fields.notesAt('metadata', map)} />
    </FormSection>
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
      <IdentitySection section={section} facts={facts} />
      <OtherNotes {...section} />
      {hasPortsSection(object) ? <PortsSection section={section} facts={facts} /> : null}
      {hasSelectorSection(object) ? <SelectorSection section={section} facts={facts} /> : null}
      {type === 'LoadBalancer' ? <LoadBalancerSection section={section} facts={facts} /> : null}
      {isAlias ? null : <TrafficSection {...section} />}
      {isAlias ? null : <AddressesSection section={section} facts={facts} />}
      <MetadataSection section={section} map="labels" />
      <MetadataSection section={section} map="annotations" />
      {firstUncovered === undefined ? null : (
        <Button variant="link" onPress={() => onShowInYaml(firstUncovered)}>
          {words.otherFields(uncovered.length)}
        </Button>
      )}
    </div>
  );
}
