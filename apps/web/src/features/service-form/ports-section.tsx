import type { ServicePort } from '@fairlead/kube-objects';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FieldNotes, useFieldIds } from '../../ui/form/field-frame.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { RowMark } from '../../ui/form/row-mark.tsx';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';
import { lastPortName, listPortRows, portTitle, type PortRow } from './list-port-rows.ts';
import { PortRowFields } from './port-row.tsx';
import styles from './service-form.module.css';
import type { SectionProps } from './type-section.tsx';

/** A number that no port has yet. */
function nextPort(ports: readonly ServicePort[]): number {
  const used = new Set(ports.map(({ port }) => port));
  const usual = [80, 443, 8080, 8443].find((port) => !used.has(port));
  return usual ?? Math.max(...used) + 1;
}

function newPort(ports: readonly ServicePort[]): ServicePort {
  const port = nextPort(ports);
  return ports.length === 0 ? { port, protocol: 'TCP' } : { name: `port-${port}`, port, protocol: 'TCP' };
}

function RemovedPort({ section, row }: { readonly section: SectionProps; readonly row: PortRow }): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, onEdit, isReadOnly } = section;
  return (
    <li className={styles.removed}>
      <RowMark state="removed" label={words.states.removed} />
      <s>
        <code>{portTitle(row.port)}</code>
      </s>
      <Button
        size="small"
        variant="link"
        isDisabled={isReadOnly}
        onPress={() => onEdit([{ kind: 'add-port', port: row.port, after: lastPortName(object) }], false)}
      >
        {words.ports.restore(portTitle(row.port))}
      </Button>
    </li>
  );
}

/** All ports of the Service, with those that the draft takes out. */
export function PortsSection({
  section,
  facts,
}: {
  readonly section: SectionProps;
  readonly facts: ServiceFormFacts | undefined;
}): ReactNode {
  const { serviceForm: words } = useMessages();
  const ids = useFieldIds();
  const { object, base, fields, onEdit, isReadOnly } = section;
  const ports = object.spec.ports ?? [];
  const hasNodePorts = object.spec.type === 'NodePort' || object.spec.type === 'LoadBalancer';
  const own = fields
    .notes('spec', 'ports')
    .filter(
      ({ message }) =>
        message === words.check({ path: [], severity: 'error', code: 'ports-required', details: {} }),
    );
  return (
    <FormSection
      title={words.ports.title()}
      detail={words.ports.count(ports.length)}
      action={
        <Button
          size="small"
          variant="ghost"
          isDisabled={isReadOnly}
          onPress={() =>
            onEdit([{ kind: 'add-port', port: newPort(ports), after: lastPortName(object) }], false)
          }
        >
          <Plus size={14} aria-hidden />
          {words.ports.add()}
        </Button>
      }
    >
      <ul className={styles.ports}>
        {listPortRows(object, base).map((row) =>
          row.index === undefined ? (
            <RemovedPort key={`removed ${portTitle(row.port)}`} section={section} row={row} />
          ) : (
            <PortRowFields
              key={row.index}
              section={section}
              facts={facts}
              row={{ ...row, index: row.index }}
              hasNodePorts={hasNodePorts}
            />
          ),
        )}
      </ul>
      <p className={styles.help}>{words.ports.targetHelp()}</p>
      <FieldNotes id={ids.notes} notes={own} />
    </FormSection>
  );
}
