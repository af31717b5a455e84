import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceControl } from '../../ui/form/choice-control.tsx';
import { FieldGrid, FormSection } from '../../ui/form/form-section.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { TextList } from '../../ui/form/text-list.tsx';
import type { SectionProps } from './type-section.tsx';

const policies = ['SingleStack', 'PreferDualStack', 'RequireDualStack'].map((id) => ({ id, label: id }));

function Families({ object, fields, isReadOnly }: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const { addresses } = words;
  const { spec } = object;
  return (
    <>
      <ChoiceControl
        words={{
          label: addresses.policy(),
          help: addresses.policyHelp(),
          was: fields.was('ipFamilyPolicy'),
          notes: fields.notes('spec', 'ipFamilyPolicy'),
        }}
        choices={policies}
        value={spec.ipFamilyPolicy ?? 'SingleStack'}
        onChange={(id) => fields.set('ipFamilyPolicy', id)}
        isDisabled={isReadOnly}
      />
      <ChoiceControl
        words={{
          label: addresses.families(),
          help: addresses.familiesHelp(),
          was: fields.was('ipFamilies'),
          notes: fields.notes('spec', 'ipFamilies'),
        }}
        choices={Object.entries(addresses.familyChoices).map(([id, label]) => ({ id: id || 'any', label }))}
        value={(spec.ipFamilies ?? []).join(',') || 'any'}
        onChange={(id) => fields.set('ipFamilies', id === 'any' ? undefined : id.split(','))}
        isDisabled={isReadOnly}
      />
    </>
  );
}

/** Addresses of the Service's own, and others that nodes accept traffic for. */
export function AddressesSection(section: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, base, fields, isReadOnly } = section;
  const { addresses } = words;
  const { spec } = object;
  const externalIPs = spec.externalIPs ?? [];
  const isHeadless = spec.clusterIP === 'None';
  return (
    <FormSection title={addresses.title()}>
      <FieldGrid>
        {isHeadless ? null : (
          <TextControl
            words={{
              label: addresses.clusterIP(),
              help: addresses.clusterIpHelp(),
              was: fields.was('clusterIP'),
              notes: fields.notes('spec', 'clusterIP'),
            }}
            value={spec.clusterIP ?? ''}
            placeholder={words.ports.assigned()}
            onChange={(text, goesOn) => fields.set('clusterIP', text === '' ? undefined : text, goesOn)}
            isMono
            isDisabled={isReadOnly || base !== undefined}
          />
        )}
        <Families {...section} />
        <TextList
          label={addresses.externalIPs()}
          help={addresses.externalIpsHelp()}
          was={fields.was('externalIPs')}
          items={externalIPs}
          notesOf={(index) => [
            ...fields.notes('spec', 'externalIPs', index),
            ...(index === 0
              ? [{ severity: 'warning', message: addresses.externalIpsWarning() } as const]
              : []),
          ]}
          words={{ item: addresses.externalIp, add: addresses.addIp(), remove: addresses.removeIp }}
          onChange={(items, goesOn) =>
            fields.set('externalIPs', items.length === 0 ? undefined : [...items], goesOn)
          }
          isDisabled={isReadOnly}
        />
      </FieldGrid>
    </FormSection>
  );
}
