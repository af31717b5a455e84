import { canChangeServiceType, listServiceTypeEdits, serviceTypeOf, type ServiceType } from '@fairlead/edits';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceControl } from '../../ui/form/choice-control.tsx';
import { FieldGrid, FormSection } from '../../ui/form/form-section.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import type { ServiceFormProps } from './form-props.ts';
import type { ServiceFields } from './service-fields.ts';

const types: readonly ServiceType[] = ['ClusterIP', 'Headless', 'NodePort', 'LoadBalancer', 'ExternalName'];
const isServiceType = (id: string): id is ServiceType => types.some((type) => type === id);

export interface SectionProps extends ServiceFormProps {
  readonly fields: ServiceFields;
}

/** How the Service is reached, with what a switch of type does. */
export function TypeSection({ object, base, fields, onEdit, isReadOnly }: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const type = serviceTypeOf(object);
  const before = base === undefined ? undefined : serviceTypeOf(base);
  const isChanged = before !== undefined && before !== type;
  const isImmutable = base !== undefined && !canChangeServiceType(base, type);
  const effect = isChanged ? words.type.effects[type] : words.type.details[type];
  const externalName = fields.get('externalName');
  return (
    <FormSection title={words.type.title()}>
      <FieldGrid>
        <ChoiceControl
          words={{
            label: words.type.label(),
            help: effect,
            was: isChanged ? words.was(words.type.names[before]) : undefined,
            notes: [
              ...(isImmutable
                ? [{ severity: 'error', message: words.type.immutable(words.type.names[type]) } as const]
                : []),
              ...fields.notes('spec', 'type'),
            ],
          }}
          choices={types.map((id) => ({
            id,
            label: words.type.names[id],
            detail: words.type.details[id],
          }))}
          value={type}
          onChange={(id) => {
            if (isServiceType(id)) onEdit(listServiceTypeEdits(object, id), false);
          }}
          isDisabled={isReadOnly}
        />
        {type === 'ExternalName' ? (
          <TextControl
            words={{
              label: words.type.externalName(),
              help: words.type.externalNameHelp(),
              was: fields.was('externalName'),
              notes: fields.notes('spec', 'externalName'),
            }}
            value={typeof externalName === 'string' ? externalName : ''}
            onChange={(text, isContinuation) =>
              fields.set('externalName', text === '' ? undefined : text, isContinuation)
            }
            isMono
            isDisabled={isReadOnly}
          />
        ) : null}
      </FieldGrid>
    </FormSection>
  );
}
