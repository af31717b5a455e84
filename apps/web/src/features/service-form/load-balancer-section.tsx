import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ComboControl } from '../../ui/form/combo-control.tsx';
import { FieldGrid, FormSection } from '../../ui/form/form-section.tsx';
import { SwitchControl } from '../../ui/form/switch-control.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { TextList } from '../../ui/form/text-list.tsx';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';
import type { SectionProps } from './type-section.tsx';

const isPortOrEmpty = (text: string): boolean => /^\d{0,5}$/.test(text);

/** What only a Service of type LoadBalancer has. */
export function LoadBalancerSection({
  section,
  facts,
}: {
  readonly section: SectionProps;
  readonly facts: ServiceFormFacts | undefined;
}): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, fields, isReadOnly } = section;
  const { spec } = object;
  const { balancer } = words;
  return (
    <FormSection title={balancer.title()}>
      <FieldGrid>
        <ComboControl
          words={{
            label: balancer.className(),
            help: balancer.classHelp(),
            was: fields.was('loadBalancerClass'),
            notes: fields.notes('spec', 'loadBalancerClass'),
          }}
          value={spec.loadBalancerClass ?? ''}
          suggestions={(facts?.loadBalancerClasses ?? []).map((value) => ({
            value,
            detail: balancer.classUsed(),
          }))}
          onChange={(text, goesOn) => fields.set('loadBalancerClass', text === '' ? undefined : text, goesOn)}
          isMono
          isDisabled={isReadOnly}
        />
        {spec.externalTrafficPolicy === 'Local' ? (
          <TextControl
            words={{
              label: balancer.healthCheck(),
              help: balancer.healthCheckHelp(),
              was: fields.was('healthCheckNodePort'),
              notes: fields.notes('spec', 'healthCheckNodePort'),
            }}
            value={spec.healthCheckNodePort === undefined ? '' : String(spec.healthCheckNodePort)}
            placeholder={words.ports.assigned()}
            accepts={isPortOrEmpty}
            onChange={(text, goesOn) =>
              fields.set('healthCheckNodePort', text === '' ? undefined : Number(text), goesOn)
            }
            isMono
            isNumeric
            isDisabled={isReadOnly}
          />
        ) : null}
        <SwitchControl
          words={{
            label: balancer.nodePorts(),
            help: balancer.nodePortsHelp(),
            was: fields.was('allocateLoadBalancerNodePorts'),
            notes: fields.notes('spec', 'allocateLoadBalancerNodePorts'),
          }}
          isOn={spec.allocateLoadBalancerNodePorts !== false}
          onChange={(isOn) => fields.set('allocateLoadBalancerNodePorts', isOn)}
          isDisabled={isReadOnly}
        />
        <TextList
          label={balancer.ranges()}
          help={balancer.rangesHelp()}
          was={fields.was('loadBalancerSourceRanges')}
          items={spec.loadBalancerSourceRanges ?? []}
          notesOf={(index) => fields.notes('spec', 'loadBalancerSourceRanges', index)}
          words={{ item: balancer.range, add: balancer.addRange(), remove: balancer.removeRange }}
          onChange={(items, goesOn) =>
            fields.set('loadBalancerSourceRanges', items.length === 0 ? undefined : [...items], goesOn)
          }
          isDisabled={isReadOnly}
        />
      </FieldGrid>
    </FormSection>
  );
}
