import type { ReactNode } from 'react';
import { isOption, listOptionsOf } from '../../controller-options/list-options.ts';
import { OptionsSection } from '../../controller-options/options-section.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FieldNotes, useFieldIds } from '../../ui/form/field-frame.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { AddressesSection } from './addresses-section.tsx';
import type { ServiceFormProps } from './form-props.ts';
import { DrawnSection } from './drawn-section.tsx';
import type { FactedSection, SectionProps } from './section-props.ts';
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

const isOfController = (facts: ServiceFormFacts | undefined, key: string): boolean =>
  facts?.controllers.some((family) => isOption(family, 'Service', key)) === true;

function MetadataSection({
  section,
  map,
  isShown = () => true,
}: {
  readonly section: SectionProps;
  readonly map: 'labels' | 'annotations';
  readonly isShown?: (key: string) => boolean;
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
        isShown={isShown}
      />
      <FieldNotes id={ids.notes} notes={fields.notesAt('metadata', map)} />
    </FormSection>
  );
}

const Traffic = ({ section }: FactedSection): ReactNode => <TrafficSection {...section} />;
const Labels = ({ section }: FactedSection): ReactNode => <MetadataSection section={section} map="labels" />;
const Annotations = ({ section, facts }: FactedSection): ReactNode => (
  <MetadataSection section={section} map="annotations" isShown={(key) => !isOfController(facts, key)} />
);

/** What the controllers that lead here read from the Service. */
function ControllerOptions({ section, facts }: FactedSection): ReactNode {
  const { object, base, fields, onEdit, isReadOnly } = section;
  return (facts?.controllers ?? [])
    .filter((family) => listOptionsOf(family, 'Service').length > 0)
    .map((family) => (
      <OptionsSection
        key={family}
        kind="Service"
        family={family}
        now={object.metadata.annotations ?? {}}
        before={base === undefined ? undefined : (base.metadata.annotations ?? {})}
        notesOf={(key) => fields.notesAt('metadata', 'annotations', key)}
        onEdit={onEdit}
        isReadOnly={isReadOnly}
      />
    ));
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
      {hasPortsSection(object) ? (
        <DrawnSection part="ports" of={PortsSection} section={section} facts={facts} />
      ) : null}
      {hasSelectorSection(object) ? (
        <DrawnSection part="selector" of={SelectorSection} section={section} facts={facts} />
      ) : null}
      {type === 'LoadBalancer' ? (
        <DrawnSection part="balancer" of={LoadBalancerSection} section={section} facts={facts} />
      ) : null}
      {isAlias ? null : <DrawnSection part="traffic" of={Traffic} section={section} facts={facts} />}
      {isAlias ? null : <DrawnSection part="traffic" of={AddressesSection} section={section} facts={facts} />}
      <DrawnSection part="labels" of={Labels} section={section} facts={undefined} />
      <DrawnSection part="annotations" of={ControllerOptions} section={section} facts={facts} />
      <DrawnSection part="annotations" of={Annotations} section={section} facts={facts} />
      {firstUncovered === undefined ? null : (
        <Button variant="link" onPress={() => onShowInYaml(firstUncovered)}>
          {words.otherFields(uncovered.length)}
        </Button>
      )}
    </div>
  );
}
