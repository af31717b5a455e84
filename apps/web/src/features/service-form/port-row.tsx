import { portNameAt } from '@fairlead/edits';
import type { JsonValue } from '@fairlead/manifests';
import { protocolOf } from '@fairlead/routing';
import { Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceControl } from '../../ui/form/choice-control.tsx';
import { ComboControl } from '../../ui/form/combo-control.tsx';
import { RowMark } from '../../ui/form/row-mark.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';
import { portTitle, type PortRow } from './list-port-rows.ts';
import { suggestTargets, targetNotes } from './port-targets.ts';
import { nodePortNotes } from './node-port-notes.ts';
import styles from './service-form.module.css';
import type { SectionProps } from './type-section.tsx';

export interface PortRowProps {
  readonly section: SectionProps;
  readonly facts: ServiceFormFacts | undefined;
  readonly row: PortRow & { readonly index: number };
  readonly hasNodePorts: boolean;
}

const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;

/** A port as one sets it: a number where the text is one, else a name. */
const toTarget = (text: string): JsonValue | undefined => {
  if (text === '') return undefined;
  return /^\d+$/.test(text) ? Number(text) : text;
};

/** One port: what clients connect to, and where the Pods listen. */
export function PortRowFields({ section, facts, row, hasNodePorts }: PortRowProps): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, base, fields, onEdit, isReadOnly } = section;
  const { port, before, index, state } = row;
  const [isOpen, setIsOpen] = useState(false);
  const set = (field: string, to: JsonValue | undefined, isContinuation = false): void =>
    onEdit(
      [{ kind: 'set-port-field', target: portNameAt(object, index), field, from: valueOf(port, field), to }],
      isContinuation,
    );
  const was = (field: string): string | undefined => {
    if (base === undefined || before === undefined) return undefined;
    const old = valueOf(before, field);
    if (old === valueOf(port, field)) return undefined;
    return old === undefined ? words.wasUnset() : words.was(String(old));
  };
  const notes = (field: string) => fields.notes('spec', 'ports', index, field);
  const { ports } = words;
  const isMore = isOpen || port.appProtocol !== undefined;
  return (
    <li className={styles.port} data-state={state}>
      <RowMark state={state} label={state === 'same' ? '' : words.states[state]} />
      <fieldset className={styles.portFields}>
        <legend className="visually-hidden">{ports.row(portTitle(port))}</legend>
        <TextControl
          words={{ label: ports.name(), was: was('name'), notes: notes('name') }}
          value={port.name ?? ''}
          onChange={(text, goesOn) => set('name', text === '' ? undefined : text, goesOn)}
          isMono
          isDisabled={isReadOnly}
        />
        <TextControl
          words={{ label: ports.port(), was: was('port'), notes: notes('port') }}
          value={String(port.port)}
          accepts={isPort}
          refusal={ports.numberRefused()}
          onChange={(text, goesOn) => set('port', Number(text), goesOn)}
          isMono
          isNumeric
          isDisabled={isReadOnly}
        />
        <ComboControl
          words={{
            label: ports.targetPort(),
            was: was('targetPort'),
            notes: [...notes('targetPort'), ...targetNotes(port, facts, words)],
          }}
          value={String(port.targetPort ?? '')}
          placeholder={String(port.port)}
          suggestions={suggestTargets(port, facts, words)}
          freeTextHint={ports.freeText()}
          onChange={(text, goesOn) => set('targetPort', toTarget(text), goesOn)}
          isMono
          isDisabled={isReadOnly}
        />
        <ChoiceControl
          words={{ label: ports.protocol(), was: was('protocol'), notes: notes('protocol') }}
          choices={['TCP', 'UDP', 'SCTP'].map((id) => ({ id, label: id }))}
          value={protocolOf(port)}
          onChange={(id) => set('protocol', id)}
          isDisabled={isReadOnly}
        />
        {hasNodePorts ? (
          <TextControl
            words={{
              label: ports.nodePort(),
              help: ports.nodePortHelp(),
              was: was('nodePort'),
              notes: [
                ...notes('nodePort'),
                ...nodePortNotes(port, facts, { words, onUse: (free) => set('nodePort', free) }),
              ],
            }}
            value={port.nodePort === undefined ? '' : String(port.nodePort)}
            placeholder={ports.assigned()}
            accepts={(text) => text === '' || isPort(text)}
            refusal={ports.numberRefused()}
            onChange={(text, goesOn) => set('nodePort', text === '' ? undefined : Number(text), goesOn)}
            isMono
            isNumeric
            isDisabled={isReadOnly}
          />
        ) : null}
        {isMore ? (
          <TextControl
            words={{
              label: ports.appProtocol(),
              help: ports.appProtocolHelp(),
              was: was('appProtocol'),
              notes: notes('appProtocol'),
            }}
            value={port.appProtocol ?? ''}
            onChange={(text, goesOn) => set('appProtocol', text === '' ? undefined : text, goesOn)}
            isMono
            isDisabled={isReadOnly}
          />
        ) : (
          <Button size="small" variant="link" onPress={() => setIsOpen(true)}>
            {words.more()}
          </Button>
        )}
      </fieldset>
      <IconButton
        label={ports.remove(portTitle(port))}
        isDisabled={isReadOnly}
        onPress={() => onEdit([removePort(section, row)], false)}
      >
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

const valueOf = (port: PortRow['port'], field: string): string | number | undefined => {
  const found: unknown = Object.entries(port).find(([name]) => name === field)?.[1];
  return typeof found === 'string' || typeof found === 'number' ? found : undefined;
};

const removePort = ({ object }: SectionProps, { port, index }: PortRow & { readonly index: number }) =>
  ({
    kind: 'remove-port',
    port,
    ordinal: portNameAt(object, index).ordinal,
    after: index === 0 ? undefined : portNameAt(object, index - 1),
  }) as const;
