import type { ServicePort } from '@fairlead/kube-objects';
import { Plus } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FieldNotes } from '../../ui/form/field-frame.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { RowMark } from '../../ui/form/row-mark.tsx';
import type { FactedSection, SectionProps } from './section-props.ts';
import { lastPortName, listPortRows, portTitle, type PortRow } from './list-port-rows.ts';
import { suggestPortName, type PortFieldName } from './port-fields.ts';
import { PortRowFields } from './port-row.tsx';
import styles from './service-form.module.css';
import { hasNodePorts } from './shown-fields.ts';

/** A number that no port has yet. */
function nextPort(ports: readonly ServicePort[]): number {
  const used = new Set(ports.map(({ port }) => port));
  const usual = [80, 443, 8080, 8443].find((port) => !used.has(port));
  return usual ?? Math.max(...used) + 1;
}

function newPort(ports: readonly ServicePort[]): ServicePort {
  const port: ServicePort = { port: nextPort(ports), protocol: 'TCP' };
  return ports.length === 0 ? port : { name: suggestPortName(port, ports), ...port };
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

/** What the controls below each other are: the labels of all of them. */
function ColumnHeads({
  headsId,
  isWithNodePorts,
}: {
  readonly headsId: string;
  readonly isWithNodePorts: boolean;
}): ReactNode {
  const { serviceForm: words } = useMessages();
  const head = (field: PortFieldName): ReactNode => (
    <span id={`${headsId}-${field}`}>{words.ports[field]()}</span>
  );
  return (
    <div className={styles.heads}>
      <div className={styles.portFields} data-node-ports={isWithNodePorts}>
        {head('name')}
        {head('port')}
        <span />
        {head('targetPort')}
        {head('protocol')}
        {isWithNodePorts ? head('nodePort') : null}
      </div>
    </div>
  );
}

/** All ports of the Service, with those that the draft takes out. */
export function PortsSection({ section, facts }: FactedSection): ReactNode {
  const { serviceForm: words } = useMessages();
  const notesId = useId();
  const headsId = useId();
  const { object, base, fields, onEdit, isReadOnly } = section;
  const ports = object.spec.ports ?? [];
  const rows = listPortRows(object, base);
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
      {rows.length === 0 ? null : (
        <div className={styles.card}>
          {ports.length === 0 ? null : (
            <ColumnHeads headsId={headsId} isWithNodePorts={hasNodePorts(object)} />
          )}
          <ul className={styles.ports}>
            {rows.map((row) =>
              row.index === undefined ? (
                <RemovedPort key={`removed ${portTitle(row.port)}`} section={section} row={row} />
              ) : (
                <PortRowFields
                  key={row.index}
                  section={section}
                  facts={facts}
                  headsId={headsId}
                  row={{ ...row, index: row.index }}
                />
              ),
            )}
          </ul>
        </div>
      )}
      <FieldNotes id={notesId} notes={fields.notesAt('spec', 'ports')} />
    </FormSection>
  );
}
