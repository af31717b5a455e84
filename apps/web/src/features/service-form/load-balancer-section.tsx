import { portNameAt, type ObjectEdit } from '@fairlead/edits';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ComboControl } from '../../ui/form/combo-control.tsx';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import { FieldGrid, FormSection } from '../../ui/form/form-section.tsx';
import { SwitchControl } from '../../ui/form/switch-control.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { TextList } from '../../ui/form/text-list.tsx';
import type { EditedService } from './form-props.ts';
import type { FactedSection, SectionProps } from './section-props.ts';
import { hasHealthPortField } from './shown-fields.ts';

const isPortOrEmpty = (text: string): boolean => /^\d{0,5}$/.test(text);

const listReleasingEdits = (object: EditedService): readonly ObjectEdit[] =>
  (object.spec.ports ?? []).flatMap((port, index): readonly ObjectEdit[] =>
    port.nodePort === undefined
      ? []
      : [
          {
            kind: 'set-port-field',
            target: portNameAt(object, index),
            field: 'nodePort',
            from: port.nodePort,
            to: undefined,
          },
        ],
  );

/** The class is given together with the type and stays. */
function ClassField({ section, facts }: FactedSection): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, base, fields, isReadOnly } = section;
  const { balancer } = words;
  const isFixed = base?.spec.type === 'LoadBalancer';
  const isSame = object.spec.loadBalancerClass === base?.spec.loadBalancerClass;
  return (
    <ComboControl
      words={{
        label: balancer.className(),
        help: isFixed ? balancer.classFixed() : balancer.classHelp(),
        ...fields.words('loadBalancerClass'),
      }}
      value={object.spec.loadBalancerClass ?? ''}
      suggestions={(facts?.loadBalancerClasses ?? []).map((value) => ({
        value,
        detail: balancer.classUsed(),
      }))}
      freeTextHint={balancer.classFree()}
      onChange={(text, goesOn) => fields.set('loadBalancerClass', text === '' ? undefined : text, goesOn)}
      isMono
      isDisabled={isReadOnly || (isFixed && isSame)}
    />
  );
}

function HealthPortField({ object, base, fields, isReadOnly }: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const port = object.spec.healthCheckNodePort;
  const isFixed = port !== undefined && port === base?.spec.healthCheckNodePort;
  return (
    <TextControl
      words={{
        label: words.balancer.healthCheck(),
        help: words.balancer.healthCheckHelp(),
        ...fields.words('healthCheckNodePort'),
      }}
      value={port === undefined ? '' : String(port)}
      placeholder={words.ports.assigned()}
      accepts={isPortOrEmpty}
      onChange={(text, goesOn) =>
        fields.set('healthCheckNodePort', text === '' ? undefined : Number(text), goesOn)
      }
      isMono
      isNumeric
      isDisabled={isReadOnly || isFixed}
    />
  );
}

function NodePortsSwitch({ object, fields, onEdit, isReadOnly }: SectionProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const { balancer } = words;
  const isOn = object.spec.allocateLoadBalancerNodePorts !== false;
  const releasing = isOn ? [] : listReleasingEdits(object);
  const staying: readonly FieldNote[] =
    releasing.length === 0
      ? []
      : [
          {
            severity: 'warning',
            message: balancer.nodePortsStay(),
            fix: { label: balancer.giveUpPorts(), run: () => onEdit(releasing, false) },
          },
        ];
  const { was, notes = [] } = fields.words('allocateLoadBalancerNodePorts');
  return (
    <SwitchControl
      words={{
        label: balancer.nodePorts(),
        help: balancer.nodePortsHelp(),
        was,
        notes: [...notes, ...staying],
      }}
      isOn={isOn}
      onChange={(next) => fields.set('allocateLoadBalancerNodePorts', next)}
      isDisabled={isReadOnly}
    />
  );
}

/** What only a Service of type LoadBalancer has. */
export function LoadBalancerSection({ section, facts }: FactedSection): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, fields, isReadOnly } = section;
  const { balancer } = words;
  return (
    <FormSection title={balancer.title()}>
      <FieldGrid>
        <ClassField section={section} facts={facts} />
        {hasHealthPortField(object) ? <HealthPortField {...section} /> : null}
        <NodePortsSwitch {...section} />
        <TextList
          label={balancer.ranges()}
          help={balancer.rangesHelp()}
          was={fields.was('loadBalancerSourceRanges')}
          items={object.spec.loadBalancerSourceRanges ?? []}
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
