import {
  treeOf,
  type ConflictPlace,
  type ObjectEdit,
  type PathName,
  type PortName,
  type RuleName,
  type TlsName,
} from '@fairlead/edits';
import type { JsonValue } from '@fairlead/manifests';
import { valueWords } from './value-words.ts';

/** A change in words: what it is about, what stood there, what stands there then, and what happens to it. */
export interface EditWords {
  readonly place: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly note: string;
}

export interface PlaceWords {
  readonly title: string;
  readonly detail: string;
}

const hostWords = (host: string): string => (host === '' ? 'every host' : host);
const withOrdinal = (text: string, ordinal: number): string =>
  ordinal === 0 ? text : `${text} (number ${ordinal + 1} of its kind)`;

const portPlace = ({ port, protocol, ordinal }: PortName): string =>
  withOrdinal(`port ${port}/${protocol}`, ordinal);
const rulePlace = ({ host, ordinal }: RuleName): string =>
  withOrdinal(`rules for ${hostWords(host)}`, ordinal);
const pathPlace = ({ host, path, ordinal }: PathName): string =>
  withOrdinal(`path ${path ?? 'left out'} on ${hostWords(host)}`, ordinal);
const tlsPlace = ({ secretName, hosts, ordinal }: TlsName): string =>
  withOrdinal(
    `TLS ${secretName ?? 'without Secret'}${hosts.length === 0 ? '' : ` for ${hosts.join(', ')}`}`,
    ordinal,
  );

const mapNames = { labels: 'label', annotations: 'annotation', selector: 'selector' } as const;
const fieldNames: Readonly<Record<string, string>> = {
  defaultBackend: 'default backend',
  ingressClassName: 'Ingress class',
  type: 'type',
};

const changed = (place: string, from: JsonValue | undefined, to: JsonValue | undefined): EditWords => {
  const [before, after] = [valueWords(from), valueWords(to)];
  const note = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { place, from: before, to: after, note };
};

const added = (place: string, to?: string): EditWords => ({ place, from: undefined, to, note: 'added' });
const removed = (place: string, from?: string): EditWords => ({
  place,
  from,
  to: undefined,
  note: 'removed',
});
const moved = (place: string, behind: string | undefined): EditWords => ({
  place,
  from: undefined,
  to: undefined,
  note: behind === undefined ? 'moved to the first place' : `moved behind ${behind}`,
});

type PortEdit = Extract<ObjectEdit, { kind: 'add-port' | 'remove-port' | 'set-port-field' | 'move-port' }>;
type RuleEdit = Extract<ObjectEdit, { kind: 'add-rule' | 'remove-rule' | 'set-rule-host' | 'move-rule' }>;
type PathEdit = Extract<ObjectEdit, { kind: 'add-path' | 'remove-path' | 'set-path-field' | 'move-path' }>;
type TlsEdit = Extract<ObjectEdit, { kind: 'add-tls' | 'remove-tls' | 'set-tls' | 'move-tls' }>;
type FieldEdit = Exclude<ObjectEdit, PortEdit | RuleEdit | PathEdit | TlsEdit>;

function fieldEditWords(edit: FieldEdit): EditWords {
  switch (edit.kind) {
    case 'set-field':
      return changed(fieldNames[edit.field] ?? edit.field, edit.from, edit.to);
    case 'set-entry':
      return changed(`${mapNames[edit.map]} ${edit.key}`, edit.from, edit.to);
    case 'set-finalizer':
      return edit.isPresent ? added('finalizer', edit.finalizer) : removed('finalizer', edit.finalizer);
    case 'set-other-field':
      return changed(edit.keys.join('.'), edit.from, edit.to);
  }
}

const backendOf = (path: { readonly backend?: object }): string | undefined =>
  path.backend === undefined ? undefined : valueWords(treeOf(path.backend));

function portEditWords(edit: PortEdit): EditWords {
  switch (edit.kind) {
    case 'add-port':
      return added('port', valueWords(treeOf(edit.port)));
    case 'remove-port':
      return removed('port', valueWords(treeOf(edit.port)));
    case 'set-port-field':
      return changed(`${edit.field} of ${portPlace(edit.target)}`, edit.from, edit.to);
    case 'move-port':
      return moved(portPlace(edit.target), edit.to && portPlace(edit.to));
  }
}

const pathsOf = (rule: Extract<RuleEdit, { kind: 'add-rule' }>['rule']): string =>
  (rule.http?.paths ?? []).map((path) => valueWords(treeOf(path)) ?? '').join(', ');

function ruleEditWords(edit: RuleEdit): EditWords {
  switch (edit.kind) {
    case 'add-rule':
      return added(`host ${hostWords(edit.rule.host ?? '')}`, pathsOf(edit.rule));
    case 'remove-rule':
      return removed(`host ${hostWords(edit.rule.host ?? '')}`, pathsOf(edit.rule));
    case 'set-rule-host':
      return { place: 'host', from: hostWords(edit.target.host), to: hostWords(edit.to), note: 'changed' };
    case 'move-rule':
      return moved(rulePlace(edit.target), edit.to && rulePlace(edit.to));
  }
}

function pathEditWords(edit: PathEdit): EditWords {
  switch (edit.kind) {
    case 'add-path':
      return added(
        `path ${edit.path.path ?? 'left out'} on ${hostWords(edit.rule.host)}`,
        backendOf(edit.path),
      );
    case 'remove-path':
      return removed(
        `path ${edit.path.path ?? 'left out'} on ${hostWords(edit.rule.host)}`,
        backendOf(edit.path),
      );
    case 'set-path-field': {
      const place = pathPlace(edit.target);
      const isPlain = edit.field === 'backend' || edit.field === 'path';
      return changed(isPlain ? place : `${edit.field} of ${place}`, edit.from, edit.to);
    }
    case 'move-path':
      return moved(pathPlace(edit.target), edit.to && `path ${edit.to.path ?? 'left out'}`);
  }
}

const tlsValue = ({ hosts = [], secretName }: { hosts?: readonly string[]; secretName?: string }): string =>
  [secretName ?? 'no Secret', ...hosts].join(', ');

function tlsEditWords(edit: TlsEdit): EditWords {
  switch (edit.kind) {
    case 'add-tls':
      return added('TLS', tlsValue(edit.tls));
    case 'remove-tls':
      return removed('TLS', tlsValue(edit.tls));
    case 'set-tls':
      return {
        place: tlsPlace(edit.target),
        from: tlsValue(edit.from),
        to: tlsValue(edit.to),
        note: 'changed',
      };
    case 'move-tls':
      return moved(tlsPlace(edit.target), edit.to && tlsPlace(edit.to));
  }
}

const portKinds: ReadonlySet<string> = new Set<PortEdit['kind']>([
  'add-port',
  'remove-port',
  'set-port-field',
  'move-port',
]);
const ruleKinds: ReadonlySet<string> = new Set<RuleEdit['kind']>([
  'add-rule',
  'remove-rule',
  'set-rule-host',
  'move-rule',
]);
const pathKinds: ReadonlySet<string> = new Set<PathEdit['kind']>([
  'add-path',
  'remove-path',
  'set-path-field',
  'move-path',
]);
const tlsKinds: ReadonlySet<string> = new Set<TlsEdit['kind']>([
  'add-tls',
  'remove-tls',
  'set-tls',
  'move-tls',
]);

const isPortEdit = (edit: ObjectEdit): edit is PortEdit => portKinds.has(edit.kind);
const isRuleEdit = (edit: ObjectEdit): edit is RuleEdit => ruleKinds.has(edit.kind);
const isPathEdit = (edit: ObjectEdit): edit is PathEdit => pathKinds.has(edit.kind);
const isTlsEdit = (edit: ObjectEdit): edit is TlsEdit => tlsKinds.has(edit.kind);

/** What an edit does, in words: every kind of edit has some. */
export function editWords(edit: ObjectEdit): EditWords {
  if (isPortEdit(edit)) return portEditWords(edit);
  if (isRuleEdit(edit)) return ruleEditWords(edit);
  if (isPathEdit(edit)) return pathEditWords(edit);
  return isTlsEdit(edit) ? tlsEditWords(edit) : fieldEditWords(edit);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listNames = { ports: 'ports', rules: 'rules', tls: 'TLS entries', paths: 'paths' } as const;
const whole = 'as a whole: one side took it out';

/** A field of a part, or the part itself. */
const partWords = (part: string, field: string | undefined): PlaceWords =>
  field === undefined
    ? { title: capital(part), detail: whole }
    : { title: capital(fieldNames[field] ?? field), detail: part };

function pathWords(name: PathName, field: string | undefined): PlaceWords {
  if (field === undefined) return partWords(pathPlace(name), undefined);
  return {
    title: `${capital(field)} of ${name.path ?? 'the path that is left out'}`,
    detail: `${hostWords(name.host)}, ${name.pathType}`,
  };
}

/** What a conflict is about: a title, and where that is. */
export function placeWords(place: ConflictPlace): PlaceWords {
  switch (place.kind) {
    case 'field':
      return partWords(place.keys.join('.'), place.keys.at(-1) ?? '');
    case 'entry':
      return { title: place.key, detail: mapNames[place.map] };
    case 'port':
      return partWords(portPlace(place.port), place.field);
    case 'rule':
      return partWords(rulePlace(place.rule), place.field);
    case 'path':
      return pathWords(place.path, place.field);
    case 'tls':
      return partWords(tlsPlace(place.tls), place.field);
    case 'order':
      return {
        title: `Order of the ${listNames[place.list]}`,
        detail: place.rule === undefined ? '' : rulePlace(place.rule),
      };
  }
}
