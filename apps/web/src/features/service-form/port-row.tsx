import { portNameAt } from '@fairlead/edits';
import type { JsonValue } from '@fairlead/manifests';
import { protocolOf } from '@fairlead/routing';
import { ArrowRight, ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceControl } from '../../ui/form/choice-control.tsx';
import { ComboControl } from '../../ui/form/combo-control.tsx';
import { FieldNotes, type FieldWords } from '../../ui/form/field-frame.tsx';
import { RowMark } from '../../ui/form/row-mark.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { FactedSection } from './section-props.ts';
import { portTitle } from './list-port-rows.ts';
import { suggestNodePorts } from './node-port-notes.ts';
import {
  portFieldNames,
  readPortFields,
  type PlacedPortRow,
  type PortFieldName,
  type PortFields,
} from './port-fields.ts';
import { describePort } from './port-line.ts';
import { suggestTargets } from './port-targets.ts';
import styles from './service-form.module.css';
import { hasNodePorts } from './shown-fields.ts';

export interface PortRowProps extends FactedSection {
  readonly row: PlacedPortRow;
  /** The heads of the columns have this id, a hyphen and the name of the field. */
  readonly headsId: string;
}

interface PortControls extends Omit<PortRowProps, 'headsId'> {
  readonly fields: PortFields;
  readonly wordsOf: (field: PortFieldName) => FieldWords;
}

/** Which numbers are ports is said under the row; without any there is nothing to hand on. */
const isNumber = (text: string): boolean => /^\d{1,5}$/.test(text);

/** A target as one sets it: a number where the text is one, else a name. */
const toTarget = (text: string): JsonValue | undefined => {
  if (text === '') return undefined;
  return /^\d+$/.test(text) ? Number(text) : text;
};

const protocols = ['TCP', 'UDP', 'SCTP'].map((id) => ({ id, label: id }));

/** Marks the field, so that the row can explain the one in use. */
function Cell({
  field,
  children,
}: {
  readonly field: PortFieldName;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.cell} data-field={field}>
      {children}
    </div>
  );
}

function MainControls({ section, facts, row, fields, wordsOf }: PortControls): ReactNode {
  const { serviceForm: words } = useMessages();
  const { isReadOnly } = section;
  const { port } = row;
  return (
    <>
      <Cell field="name">
        <TextControl
          words={wordsOf('name')}
          value={port.name ?? ''}
          onChange={(text, goesOn) => fields.set('name', text === '' ? undefined : text, goesOn)}
          isMono
          isDisabled={isReadOnly}
        />
      </Cell>
      <Cell field="port">
        <TextControl
          words={wordsOf('port')}
          value={String(port.port)}
          accepts={isNumber}
          onChange={(text, goesOn) => fields.set('port', Number(text), goesOn)}
          isMono
          isNumeric
          isDisabled={isReadOnly}
        />
      </Cell>
      <ArrowRight size={14} aria-hidden className={styles.arrow} />
      <Cell field="targetPort">
        <ComboControl
          words={wordsOf('targetPort')}
          value={String(port.targetPort ?? '')}
          placeholder={String(port.port)}
          suggestions={suggestTargets(port, facts, words)}
          freeTextHint={words.ports.freeText()}
          onChange={(text, goesOn) => fields.set('targetPort', toTarget(text), goesOn)}
          isMono
          isDisabled={isReadOnly}
        />
      </Cell>
      <Cell field="protocol">
        <ChoiceControl
          words={wordsOf('protocol')}
          choices={protocols}
          value={protocolOf(port)}
          onChange={(id) => fields.set('protocol', id)}
          isDisabled={isReadOnly}
        />
      </Cell>
    </>
  );
}

function NodePortControl({ section, facts, row, fields, wordsOf }: PortControls): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, isReadOnly } = section;
  const { nodePort } = row.port;
  const isGivenNone = object.spec.allocateLoadBalancerNodePorts === false;
  return (
    <Cell field="nodePort">
      <ComboControl
        words={wordsOf('nodePort')}
        value={nodePort === undefined ? '' : String(nodePort)}
        placeholder={isGivenNone ? words.ports.none() : words.ports.automatic()}
        suggestions={suggestNodePorts(object, facts, words)}
        onChange={(text, goesOn) => {
          if (/^\d{0,5}$/.test(text)) fields.set('nodePort', text === '' ? undefined : Number(text), goesOn);
        }}
        isMono
        isDisabled={isReadOnly}
      />
    </Cell>
  );
}

/** Below a row, always one line: the field in use explained, else what was changed and where the port leads. */
function PortLine({ section, facts, row, wordsOf }: Omit<PortControls, 'fields'>): ReactNode {
  const { serviceForm: words } = useMessages();
  const old = portFieldNames.flatMap((field) => {
    const { label, was } = wordsOf(field);
    return was === undefined ? [] : [words.ports.old(label, was)];
  });
  return (
    <div className={styles.line}>
      <p className={styles.leads}>
        {old.length === 0 ? null : <span className={styles.old}>{old.join(' ')} </span>}
        {describePort(section.object, row.port, { facts, words })}
      </p>
      {portFieldNames.map((field) => (
        <p key={field} data-help={field} aria-hidden>
          {wordsOf(field).help}
        </p>
      ))}
    </div>
  );
}

/** One port: what clients connect to, and where the Pods listen. Its problems stand under it. */
export function PortRowFields({ section, facts, row, headsId }: PortRowProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const id = useId();
  const { port, index, state } = row;
  const [isOpen, setIsOpen] = useState(port.appProtocol !== undefined);
  const { ports } = words;
  const fields = readPortFields({ section, facts }, row, words);
  const helps: Readonly<Record<PortFieldName, string>> = {
    name: ports.nameHelp(),
    port: ports.portHelp(),
    targetPort: ports.targetHelp(),
    protocol: ports.protocolHelp(),
    nodePort: ports.nodePortHelp(),
    appProtocol: ports.appProtocolHelp(),
  };
  const wordsOf = (field: PortFieldName): FieldWords => ({
    label: ports[field](),
    help: helps[field],
    was: fields.was(field),
    notes: fields.notes(field),
    ...(field === 'appProtocol' ? {} : { isLabelHidden: true, labelId: `${headsId}-${field}` }),
    notesId: `${id}-${field}`,
  });
  const controls = { section, facts, row, fields, wordsOf };
  return (
    <li className={styles.port} data-state={state}>
      <RowMark state={state} label={state === 'same' ? '' : words.states[state]} />
      <fieldset className={styles.portFields} data-node-ports={hasNodePorts(section.object)}>
        <legend className="visually-hidden">{ports.row(portTitle(port))}</legend>
        <MainControls {...controls} />
        {hasNodePorts(section.object) ? <NodePortControl {...controls} /> : null}
      </fieldset>
      <IconButton
        label={ports.more(portTitle(port))}
        size="small"
        aria-expanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
      >
        {isOpen ? <ChevronUp size={15} aria-hidden /> : <ChevronDown size={15} aria-hidden />}
      </IconButton>
      <IconButton
        label={ports.remove(portTitle(port))}
        size="small"
        isDisabled={section.isReadOnly}
        onPress={() =>
          section.onEdit(
            [
              {
                kind: 'remove-port',
                port,
                ordinal: portNameAt(section.object, index).ordinal,
                after: index === 0 ? undefined : portNameAt(section.object, index - 1),
              },
            ],
            false,
          )
        }
      >
        <Trash2 size={14} aria-hidden />
      </IconButton>
      <div className={styles.underPort}>
        {isOpen ? (
          <Cell field="appProtocol">
            <TextControl
              words={wordsOf('appProtocol')}
              value={port.appProtocol ?? ''}
              onChange={(text, goesOn) => fields.set('appProtocol', text === '' ? undefined : text, goesOn)}
              isMono
              isDisabled={section.isReadOnly}
            />
          </Cell>
        ) : null}
        <PortLine {...controls} />
        {portFieldNames.map((field) => (
          <FieldNotes key={field} id={`${id}-${field}`} notes={fields.notes(field)} />
        ))}
        <FieldNotes id={`${id}-row`} notes={section.fields.notesAt('spec', 'ports', index)} />
      </div>
    </li>
  );
}
