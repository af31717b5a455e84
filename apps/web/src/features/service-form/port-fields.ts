import { portNameAt } from '@fairlead/edits';
import type { ServicePort } from '@fairlead/kube-objects';
import type { JsonValue } from '@fairlead/manifests';
import { isPortName, protocolOf } from '@fairlead/routing';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import type { FactedSection } from './section-props.ts';
import type { PortRow } from './list-port-rows.ts';
import { listFreeNodePorts, listTakenNotes } from './node-port-notes.ts';
import { targetNotes } from './port-targets.ts';
import type { PlacedNote } from './service-fields.ts';

export type PortFieldName = 'name' | 'port' | 'targetPort' | 'protocol' | 'nodePort' | 'appProtocol';

export const portFieldNames: readonly PortFieldName[] = [
  'name',
  'port',
  'targetPort',
  'protocol',
  'nodePort',
  'appProtocol',
];

export type PlacedPortRow = PortRow & { readonly index: number };

/** The fields of one port: what they were, what is wrong with them, and how they are set. */
export interface PortFields {
  readonly set: (field: PortFieldName, to: JsonValue | undefined, isContinuation?: boolean) => void;
  readonly was: (field: PortFieldName) => string | undefined;
  readonly notes: (field: PortFieldName) => readonly FieldNote[];
}

const valueOf = (port: ServicePort, field: PortFieldName): string | number | undefined => port[field];

/** A name to start from: what the target is called, or what the number is usually for. */
export function suggestPortName(port: ServicePort, ports: readonly ServicePort[]): string {
  const usual = new Map([
    [80, 'http'],
    [8080, 'http'],
    [443, 'https'],
    [8443, 'https'],
    [53, 'dns'],
    [9090, 'metrics'],
  ]);
  const target =
    typeof port.targetPort === 'string' && isPortName(port.targetPort) ? port.targetPort : undefined;
  const names = [target, usual.get(port.port), `port-${port.port}`, `p${port.port}-${ports.length}`];
  const isFree = (name: string): boolean => ports.every((other) => other === port || other.name !== name);
  return names.find((name) => name !== undefined && isFree(name)) ?? '';
}

/** The one name that the matching Pods' ports have: what a name that none of them has was meant to be. */
function findOnlyTarget(port: ServicePort, facts: FactedSection['facts']): string | undefined {
  const names = new Set(
    (facts?.declaredPorts ?? [])
      .filter(({ protocol }) => protocol === protocolOf(port))
      .flatMap(({ name }) => name ?? []),
  );
  const [only] = names;
  return names.size === 1 ? only : undefined;
}

const withFix = (note: PlacedNote, label: string, run: () => void): FieldNote =>
  note.code === 'port-name-required' && note.fix === undefined ? { ...note, fix: { label, run } } : note;

export function readPortFields(
  { section, facts }: FactedSection,
  { port, before, index }: PlacedPortRow,
  words: ServiceFormMessages,
): PortFields {
  const { object, base, fields, onEdit } = section;
  const set: PortFields['set'] = (field, to, isContinuation = false) =>
    onEdit(
      [{ kind: 'set-port-field', target: portNameAt(object, index), field, from: valueOf(port, field), to }],
      isContinuation,
    );
  const own = (field: PortFieldName): readonly FieldNote[] => {
    const notes = fields.notes('spec', 'ports', index, field);
    switch (field) {
      case 'name': {
        const name = suggestPortName(port, object.spec.ports ?? []);
        return notes.map((note) => withFix(note, words.ports.callIt(name), () => set('name', name)));
      }
      case 'targetPort': {
        const only = findOnlyTarget(port, facts);
        const fix =
          only === undefined || only === port.targetPort
            ? {}
            : { fix: { label: words.ports.useName(only), run: () => set('targetPort', only) } };
        return [...notes, ...targetNotes(port, facts, words).map((note) => ({ ...note, ...fix }))];
      }
      case 'nodePort': {
        const [free] = listFreeNodePorts(object, facts);
        return [
          ...notes,
          ...listTakenNotes(port, { facts, free }, { words, onUse: (next) => set('nodePort', next) }),
        ];
      }
      default:
        return notes;
    }
  };
  return {
    set,
    was: (field) => {
      if (base === undefined || before === undefined) return undefined;
      const old = valueOf(before, field);
      if (old === valueOf(port, field)) return undefined;
      return old === undefined ? words.wasUnset() : words.was(String(old));
    },
    notes: own,
  };
}
