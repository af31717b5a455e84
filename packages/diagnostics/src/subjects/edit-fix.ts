import { refOf, type Ingress, type Service, type ServicePort } from '@fairlead/kube-objects';
import { protocolOf } from '@fairlead/routing';
import type { ObjectEdit, SetEntry, SetField, SetPortField } from '@fairlead/edits';
import type { FieldChange, FindingFix } from '../finding.ts';

type Value = SetField['to'];
type Edited = Service | Ingress;

const isMap = (value: Value): value is Extract<Value, { readonly [key: string]: unknown }> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** YAML on one line: `number: 80`, `name: web, port: {number: 80}`; empty for what is absent. */
function textOf(value: Value): string {
  if (value === undefined) return '';
  if (!isMap(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${isMap(inner) ? `{${textOf(inner)}}` : textOf(inner)}`)
    .join(', ');
}

type Change = Omit<FieldChange, 'ref'>;

/** The one field inside that differs, as far down as there is but one. */
function narrow(field: string, from: Value, to: Value): Change {
  if (isMap(from) && isMap(to)) {
    const [before, after] = [new Map(Object.entries(from)), new Map(Object.entries(to))];
    const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)),
    );
    const [key, ...others] = differing;
    if (key !== undefined && others.length === 0)
      return narrow(`${field}.${key}`, before.get(key), after.get(key));
  }
  return { field, from: textOf(from), to: textOf(to) };
}

const pairsText = (pairs: ReadonlyMap<string, string>): string =>
  [...pairs].map(([key, value]) => `${key}=${value}`).join(',');

const isSelectorEdit = (edit: ObjectEdit): edit is SetEntry =>
  edit.kind === 'set-entry' && edit.map === 'selector';

function selectorChange(service: Edited, edits: readonly SetEntry[]): Change {
  const before = new Map(
    service.kind === 'Service' ? Object.entries(service.spec.selector ?? {}) : undefined,
  );
  const after = new Map(before);
  for (const { key, to } of edits) {
    if (to === undefined) after.delete(key);
    else after.set(key, to);
  }
  return { field: 'spec.selector', from: pairsText(before), to: pairsText(after) };
}

function portText(object: Edited, { target }: SetPortField): string {
  const ports = object.kind === 'Service' ? (object.spec.ports ?? []) : [];
  return ports.find(({ port }) => port === target.port)?.name || `${target.port}`;
}

/** What the edits change, where that is one field; `undefined` for more and for parts that come and go. */
function changeOf(object: Edited, edits: readonly ObjectEdit[]): Change | undefined {
  const selectorEdits = edits.filter(isSelectorEdit);
  if (selectorEdits.length > 0 && selectorEdits.length === edits.length)
    return selectorChange(object, selectorEdits);
  const [edit, ...others] = edits;
  if (edit === undefined || others.length > 0) return undefined;
  switch (edit.kind) {
    case 'set-field':
      return narrow(`spec.${edit.field}`, edit.from, edit.to);
    case 'set-port-field':
      return narrow(`spec.ports[${portText(object, edit)}].${edit.field}`, edit.from, edit.to);
    case 'set-path-field':
      return narrow(`spec.rules[].http.paths[].${edit.field}`, edit.from, edit.to);
    default:
      return undefined;
  }
}

/** Sets a field of a Service port; a valid Service has no second one of the same number and protocol. */
export const setPortField = (
  port: ServicePort,
  field: 'name' | 'targetPort',
  to: number | string | undefined,
): SetPortField => ({
  kind: 'set-port-field',
  target: { port: port.port, protocol: protocolOf(port), ordinal: 0 },
  field,
  from: port[field],
  to,
});

/** A fix that edits of a Service or an Ingress carry out; what it shows as changed is read from them. */
export function buildEditFix(
  object: Edited,
  words: Pick<FindingFix, 'title' | 'explanation'>,
  edits: readonly ObjectEdit[],
): FindingFix {
  const ref = refOf<'Service' | 'Ingress'>(object);
  const change = changeOf(object, edits);
  return { ...words, ...(change === undefined ? {} : { change: { ref, ...change } }), edits: { ref, edits } };
}
