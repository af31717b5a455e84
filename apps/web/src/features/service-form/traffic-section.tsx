import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceControl, type Choice } from '../../ui/form/choice-control.tsx';
import { FieldGrid, FormSection } from '../../ui/form/form-section.tsx';
import { SwitchControl } from '../../ui/form/switch-control.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import type { SectionProps } from './section-props.ts';
import { hasExternalPolicyField } from './shown-fields.ts';

const isSeconds = (text: string): boolean => /^\d{0,5}$/.test(text);

const choicesOf = (details: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(details).map(([id, detail]) => ({ id, label: id, detail }));

function Affinity({ object, fields, onEdit, isReadOnly }: SectionProps): ReactNode {
  const {
    serviceForm: { traffic },
  } = useMessages();
  const { spec } = object;
  const value = spec.sessionAffinity ?? 'None';
  const timeout = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  const config = fields.get('sessionAffinityConfig');
  const choose = (id: string): void =>
    onEdit(
      [
        { kind: 'set-field', field: 'sessionAffinity', from: fields.get('sessionAffinity'), to: id },
        ...(id === 'None' && config !== undefined
          ? ([{ kind: 'set-field', field: 'sessionAffinityConfig', from: config, to: undefined }] as const)
          : []),
      ],
      false,
    );
  return (
    <>
      <ChoiceControl
        words={{
          label: traffic.affinity(),
          help: traffic.affinityHelp(),
          ...fields.words('sessionAffinity'),
        }}
        choices={choicesOf(traffic.affinities)}
        value={value}
        onChange={choose}
        isDisabled={isReadOnly}
      />
      {value === 'ClientIP' ? (
        <TextControl
          words={{
            label: traffic.timeout(),
            help: traffic.timeoutHelp(),
            ...fields.words('sessionAffinityConfig'),
          }}
          value={timeout === undefined ? '' : String(timeout)}
          placeholder="10800"
          suffix={traffic.seconds()}
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

function Policies({ object, fields, isReadOnly }: SectionProps): ReactNode {
  const {
    serviceForm: { traffic },
  } = useMessages();
  const { spec } = object;
  return (
    <>
      <ChoiceControl
        words={{
          label: traffic.internal(),
          help: traffic.internalHelp(),
          ...fields.words('internalTrafficPolicy'),
        }}
        choices={choicesOf(traffic.internals)}
        value={spec.internalTrafficPolicy ?? 'Cluster'}
        onChange={(id) => fields.set('internalTrafficPolicy', id)}
        isDisabled={isReadOnly}
      />
      {hasExternalPolicyField(object) ? (
        <ChoiceControl
          words={{
            label: traffic.external(),
            help: traffic.externalHelp(spec.externalTrafficPolicy === 'Local'),
            ...fields.words('externalTrafficPolicy'),
          }}
          choices={choicesOf(traffic.externals)}
          value={spec.externalTrafficPolicy ?? 'Cluster'}
          onChange={(id) => fields.set('externalTrafficPolicy', id)}
          isDisabled={isReadOnly}
        />
      ) : null}
    </>
  );
}

/** How traffic is spread over the Pods. */
export function TrafficSection(section: SectionProps): ReactNode {
  const {
    serviceForm: { traffic },
  } = useMessages();
  const { object, base, fields, isReadOnly } = section;
  const details = new Map(Object.entries(traffic.distributionDetails));
  return (
    <FormSection title={traffic.title()}>
      <FieldGrid>
        <Affinity {...section} />
        <Policies {...section} />
        <ChoiceControl
          words={{
            label: traffic.distribution(),
            help: traffic.distributionHelp(),
            ...fields.words('trafficDistribution'),
          }}
          choices={Object.entries(traffic.distributions).map(([id, label]) => ({
            id,
            label,
            detail: details.get(id) ?? '',
          }))}
          value={object.spec.trafficDistribution ?? 'none'}
          onChange={(id) => fields.set('trafficDistribution', id === 'none' ? undefined : id)}
          isDisabled={isReadOnly}
        />
        <SwitchControl
          words={{
            label: traffic.publish(),
            help: traffic.publishHelp(),
            ...fields.words('publishNotReadyAddresses'),
          }}
          isOn={object.spec.publishNotReadyAddresses === true}
          onChange={(isOn) =>
            fields.set(
              'publishNotReadyAddresses',
              isOn || base?.spec.publishNotReadyAddresses === false ? isOn : undefined,
            )
          }
          isDisabled={isReadOnly}
        />
      </FieldGrid>
    </FormSection>
  );
}
