import { useId, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceControl, type Choice } from '../../ui/form/choice-control.tsx';
import { FieldNotes } from '../../ui/form/field-frame.tsx';
import { FieldGrid, FormSection } from '../../ui/form/form-section.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { TextList } from '../../ui/form/text-list.tsx';
import type { FactedSection, SectionProps } from './section-props.ts';
import { listFamilyEdits, listFamilyPolicyEdits } from './list-family-edits.ts';
import styles from './service-form.module.css';
import { hasClusterIpField } from './shown-fields.ts';

const asClusterHasIt = 'any';

/** The first family of a stored Service cannot change, unless it has no address yet. */
const firstFamilyOf = ({ base }: SectionProps): string | undefined =>
  base === undefined || base.spec.type === 'ExternalName' ? undefined : base.spec.ipFamilies?.[0];

function Families({ section, facts }: FactedSection): ReactNode {
  const {
    serviceForm: { addresses },
  } = useMessages();
  const { object, fields, onEdit, isReadOnly } = section;
  const { spec } = object;
  const first = firstFamilyOf(section);
  const seen = facts?.families ?? [];
  const choices = Object.entries(addresses.familyChoices)
    .filter(([id]) => first === undefined || id.split(',')[0] === first)
    .map(([id, label]): Choice => {
      const unseen = id.split(',').find((family) => family !== '' && !seen.includes(family));
      return {
        id: id === '' ? asClusterHasIt : id,
        label,
        ...(unseen === undefined ? {} : { detail: addresses.familyUnseen(unseen) }),
      };
    });
  return (
    <>
      <ChoiceControl
        words={{
          label: addresses.policy(),
          help: addresses.policyHelp(),
          ...fields.words('ipFamilyPolicy'),
        }}
        choices={Object.entries(addresses.policies).map(([id, detail]) => ({ id, label: id, detail }))}
        value={spec.ipFamilyPolicy ?? 'SingleStack'}
        onChange={(id) => onEdit(listFamilyPolicyEdits(object, id), false)}
        isDisabled={isReadOnly}
      />
      <ChoiceControl
        words={{ label: addresses.families(), help: addresses.familiesHelp(), ...fields.words('ipFamilies') }}
        choices={choices}
        value={(spec.ipFamilies ?? []).join(',') || asClusterHasIt}
        onChange={(id) =>
          onEdit(listFamilyEdits(object, id === asClusterHasIt ? undefined : id.split(',')), false)
        }
        isDisabled={isReadOnly}
      />
    </>
  );
}

function ClusterIpField({ object, base, fields, isReadOnly }: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const address = object.spec.clusterIP ?? '';
  const isFixed = address !== '' && address === base?.spec.clusterIP;
  return (
    <TextControl
      words={{
        label: words.addresses.clusterIP(),
        help: words.addresses.clusterIpHelp(),
        ...fields.words('clusterIP'),
      }}
      value={address}
      placeholder={words.ports.assigned()}
      onChange={(text, goesOn) => fields.set('clusterIP', text === '' ? undefined : text, goesOn)}
      isMono
      isDisabled={isReadOnly || isFixed}
    />
  );
}

/** Addresses of the Service's own, and others that nodes accept traffic for. */
export function AddressesSection({ section, facts }: FactedSection): ReactNode {
  const {
    serviceForm: { addresses },
  } = useMessages();
  const warningId = useId();
  const { object, fields, isReadOnly } = section;
  const externalIPs = object.spec.externalIPs ?? [];
  return (
    <FormSection title={addresses.title()}>
      <FieldGrid>
        {hasClusterIpField(object) ? <ClusterIpField {...section} /> : null}
        <Families section={section} facts={facts} />
        <div className={styles.stack}>
          <TextList
            label={addresses.externalIPs()}
            help={addresses.externalIpsHelp()}
            was={fields.was('externalIPs')}
            items={externalIPs}
            notesOf={(index) => fields.notes('spec', 'externalIPs', index)}
            words={{ item: addresses.externalIp, add: addresses.addIp(), remove: addresses.removeIp }}
            onChange={(items, goesOn) =>
              fields.set('externalIPs', items.length === 0 ? undefined : [...items], goesOn)
            }
            isDisabled={isReadOnly}
          />
          <FieldNotes
            id={warningId}
            notes={[
              ...fields.notesAt('spec', 'externalIPs'),
              ...(externalIPs.length === 0
                ? []
                : [{ severity: 'warning', message: addresses.externalIpsWarning() } as const]),
            ]}
          />
        </div>
      </FieldGrid>
    </FormSection>
  );
}
