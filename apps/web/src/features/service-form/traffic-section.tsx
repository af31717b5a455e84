import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceControl } from '../../ui/form/choice-control.tsx';
import { FieldGrid, FormSection } from '../../ui/form/form-section.tsx';
import { SwitchControl } from '../../ui/form/switch-control.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import type { SectionProps } from './type-section.tsx';

const isSeconds = (text: string): boolean => text === '' || /^\d{1,5}$/.test(text);
const policies = ['Cluster', 'Local'].map((id) => ({ id, label: id }));

function Affinity({ object, fields, onEdit, isReadOnly }: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const { spec } = object;
  const value = spec.sessionAffinity ?? 'None';
  const timeout = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  const choose = (id: string): void =>
    onEdit(
      [
        { kind: 'set-field', field: 'sessionAffinity', from: fields.get('sessionAffinity'), to: id },
        ...(id === 'None' && spec.sessionAffinityConfig !== undefined
          ? ([
              {
                kind: 'set-field',
                field: 'sessionAffinityConfig',
                from: fields.get('sessionAffinityConfig'),
                to: undefined,
              },
            ] as const)
          : []),
      ],
      false,
    );
  return (
    <>
      <ChoiceControl
        words={{
          label: words.traffic.affinity(),
          help: words.traffic.affinityHelp(),
          was: fields.was('sessionAffinity'),
          notes: fields.notes('spec', 'sessionAffinity'),
        }}
        choices={['None', 'ClientIP'].map((id) => ({ id, label: id }))}
        value={value}
        onChange={choose}
        isDisabled={isReadOnly}
      />
      {value === 'ClientIP' ? (
        <TextControl
          words={{
            label: words.traffic.timeout(),
            help: words.traffic.timeoutHelp(),
            was: fields.was('sessionAffinityConfig'),
            notes: fields.notes('spec', 'sessionAffinityConfig'),
          }}
          value={timeout === undefined ? '' : String(timeout)}
          placeholder="10800"
          suffix={words.traffic.seconds()}
          accepts={isSeconds}
          onChange={(text, isContinuation) =>
            fields.set(
              'sessionAffinityConfig',
              text === '' ? undefined : { clientIP: { timeoutSeconds: Number(text) } },
              isContinuation,
            )
          }
          isNumeric
          isDisabled={isReadOnly}
        />
      ) : null}
    </>
  );
}

/** How traffic is spread over the Pods. */
export function TrafficSection(section: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, fields, isReadOnly } = section;
  const { spec } = object;
  const { traffic } = words;
  const isFromOutside =
    spec.type === 'NodePort' || spec.type === 'LoadBalancer' || (spec.externalIPs ?? []).length > 0;
  return (
    <FormSection title={traffic.title()}>
      <FieldGrid>
        <Affinity {...section} />
        <ChoiceControl
          words={{
            label: traffic.internal(),
            help: traffic.internalHelp(),
            was: fields.was('internalTrafficPolicy'),
            notes: fields.notes('spec', 'internalTrafficPolicy'),
          }}
          choices={policies}
          value={spec.internalTrafficPolicy ?? 'Cluster'}
          onChange={(id) => fields.set('internalTrafficPolicy', id)}
          isDisabled={isReadOnly}
        />
        {isFromOutside || spec.externalTrafficPolicy !== undefined ? (
          <ChoiceControl
            words={{
              label: traffic.external(),
              help: traffic.externalHelp(),
              was: fields.was('externalTrafficPolicy'),
              notes: fields.notes('spec', 'externalTrafficPolicy'),
            }}
            choices={policies}
            value={spec.externalTrafficPolicy ?? 'Cluster'}
            onChange={(id) => fields.set('externalTrafficPolicy', id)}
            isDisabled={isReadOnly}
          />
        ) : null}
        <ChoiceControl
          words={{
            label: traffic.distribution(),
            help: traffic.distributionHelp(),
            was: fields.was('trafficDistribution'),
            notes: fields.notes('spec', 'trafficDistribution'),
          }}
          choices={Object.entries(traffic.distributions).map(([id, label]) => ({ id, label }))}
          value={spec.trafficDistribution ?? 'none'}
          onChange={(id) => fields.set('trafficDistribution', id === 'none' ? undefined : id)}
          isDisabled={isReadOnly}
        />
        <SwitchControl
          words={{
            label: traffic.publish(),
            help: traffic.publishHelp(),
            was: fields.was('publishNotReadyAddresses'),
            notes: fields.notes('spec', 'publishNotReadyAddresses'),
          }}
          isOn={spec.publishNotReadyAddresses === true}
          onChange={(isOn) => fields.set('publishNotReadyAddresses', isOn ? true : undefined)}
          isDisabled={isReadOnly}
        />
      </FieldGrid>
    </FormSection>
  );
}
