import type { EditedKind } from '@fairlead/edits';
import type { GraphNodeKind, GraphRow } from '@fairlead/resource-graph';
import type { Formats } from './format.ts';

type PartChange = 'added' | 'changed' | 'removed' | 'affected';

const kindWords: Partial<Readonly<Record<GraphNodeKind, string>>> = {
  ingress: 'Ingress',
  service: 'Service',
  'service-ghost': 'Missing Service',
  'ingress-class-ghost': 'Missing IngressClass',
  endpoints: 'Addresses of',
  'external-name': 'Outside the cluster:',
};

const changeWords: Readonly<Record<PartChange, string>> = {
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  affected: 'affected by the draft',
};

const signs: Readonly<Record<Exclude<PartChange, 'affected'>, string>> = {
  added: '+',
  changed: '~',
  removed: '−',
};

type PortRow = Extract<GraphRow, { readonly kind: 'port' }>;

/** Of a port only what is another than in the other version: there is little room. */
function portValue(row: PortRow, other: GraphRow | undefined): string {
  const whole = `${row.port} → ${row.target}`;
  if (other?.kind !== 'port' || other.port !== row.port) return whole;
  if (other.target !== row.target) return `→ ${row.target}`;
  return other.nodePort === row.nodePort ? whole : String(row.nodePort ?? 'no node port');
}

function spokenPortValue(row: PortRow, other: GraphRow): string {
  if (other.kind !== 'port' || other.port !== row.port) return `port ${row.port} to ${row.target}`;
  if (other.target !== row.target) return `target port ${row.target}`;
  return row.nodePort === undefined ? 'no node port' : `node port ${row.nodePort}`;
}

/** What of a row a draft changes without making another row of it; `other` is the row in its other version. */
function valueOf(row: GraphRow, other?: GraphRow): string {
  switch (row.kind) {
    case 'path':
    case 'default-backend':
      return row.backend;
    case 'port':
      return portValue(row, other);
    case 'host':
      return row.hasTls ? (row.secretName ?? 'TLS') : 'no TLS';
    default:
      return '';
  }
}

/** The same where there is room, for a sentence that has both versions. */
const spokenValueOf = (row: GraphRow, other: GraphRow): string =>
  row.kind === 'port' ? spokenPortValue(row, other) : valueOf(row, other);

function rowName(row: GraphRow): string | undefined {
  switch (row.kind) {
    case 'path':
      return `${row.host === '' ? '*' : row.host}${row.path}`;
    case 'default-backend':
      return 'any other request';
    default:
      return undefined;
  }
}

/** Words of a draft in the picture and of what it does. */
export const buildGraphDraftMessages = ({ count, list }: Formats) => ({
  node: (kind: GraphNodeKind, name: string) => `${kindWords[kind] ?? ''} ${name}`.trim(),
  leads: (from: string, to: string) => `${from} → ${to}`,
  portOf: (name: string, port: PortRow) => `${name}:${port.name === '' ? port.port : port.name}`,
  rowName,
  valueOf,
  spokenValueOf,
  change: (change: PartChange) => changeWords[change],
  sign: (change: Exclude<PartChange, 'affected'>) => signs[change],
  was: (value: string) => `was ${value}`,
  switchLabel: () => 'Draft in the picture',
  now: () => 'Now',
  draft: () => 'Draft',
  counts: ({ added, changed, removed }: Readonly<Record<'added' | 'changed' | 'removed', number>>) => {
    const parts = [
      ...(added > 0 ? [`${count(added)} added`] : []),
      ...(changed > 0 ? [`${count(changed)} changed`] : []),
      ...(removed > 0 ? [`${count(removed)} removed`] : []),
    ];
    return `Draft: ${parts.length === 0 ? 'no change' : parts.join(', ')}`;
  },
  conflictOf: (kind: EditedKind, namespace: string, name: string) =>
    `Others changed ${kind} ${namespace}/${name} where its draft changes it too.`,
  conflictPlaces: (places: readonly { readonly title: string; readonly detail: string }[]) =>
    `The picture has yours: ${list(places.map(({ title, detail }) => (detail === '' ? title : `${title} (${detail})`)))}.`,
  choose: () => 'Choose',
  chooseFor: (kind: EditedKind, name: string) => `Choose for the draft of ${kind} ${name}`,
  column: () => 'Draft',
  key: () => 'Draft or now',
  inTable: ({ change, was }: { readonly change: Exclude<PartChange, 'affected'>; readonly was?: string }) =>
    `${signs[change]} ${changeWords[change]}${was === undefined ? '' : `, was ${was}`}`,
  label: () => 'The draft in the graph',
});

export type GraphDraftMessages = ReturnType<typeof buildGraphDraftMessages>;
