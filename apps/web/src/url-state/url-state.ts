import { findingAbouts, type FindingAbout, type FindingEffect, type Severity } from '@fairlead/diagnostics';
import { parseSelection, printSelection, type Selection } from './selection.ts';
import { parseTraceHeaders, printTraceHeaders, type TraceHeader } from './trace-headers.ts';

export type PanelTab = 'summary' | 'problems' | 'yaml' | 'events' | 'used-by';

/** Everything about a page that its address holds. Absent means the default, which is left out of the address. */
export interface UrlState {
  readonly namespaces: readonly string[] | undefined;
  readonly classNames: readonly string[] | undefined;
  readonly onlyProblems: boolean;
  readonly text: string;
  readonly view: 'graph' | 'table';
  readonly selection: Selection | undefined;
  /** What the graph is focused on: everything that is not connected with it steps back. */
  readonly focus: Selection | undefined;
  /** The request that is traced: `GET https://shop.example.com/api`. */
  readonly trace: string | undefined;
  /** Its headers. Those that are secret have an empty value in an address. */
  readonly traceHeaders: readonly TraceHeader[];
  /** The object without which it is traced: its deletion is looked at. Nothing without a trace. */
  readonly deleted: Selection | undefined;
  /** Whose rules it is traced by, where the reader chose. */
  readonly via: string | undefined;
  readonly tab: PanelTab;
  /** A column id, with `-` in front for descending. */
  readonly sort: string | undefined;
  readonly severity: Severity | undefined;
  readonly effect: FindingEffect | undefined;
  readonly about: FindingAbout | undefined;
  readonly checkId: string | undefined;
  /** The finding whose details are open on the Problems page. */
  readonly finding: string | undefined;
  readonly folded: readonly string[];
  readonly expanded: readonly string[];
}

/** Search parameters as texts, as an address has them. */
export type SearchParameters = Readonly<Record<string, string>>;

const tabs: readonly PanelTab[] = ['summary', 'problems', 'yaml', 'events', 'used-by'];
const severities: readonly Severity[] = ['error', 'warning', 'info'];
const effects: readonly FindingEffect[] = ['requests-fail', 'wrong-backend', 'tls', 'exposure', 'hygiene'];

const parseList = (text: string | undefined): readonly string[] =>
  [...new Set((text ?? '').split(',').map((item) => item.trim()))].filter((item) => item !== '');

const parseNarrowing = (text: string | undefined): readonly string[] | undefined => {
  const items = parseList(text);
  return items.length === 0 ? undefined : items;
};

const parseOneOf = <T extends string>(text: string | undefined, allowed: readonly T[]): T | undefined =>
  allowed.find((candidate) => candidate === text);

const notEmpty = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : text;

/** Reads what an address says; a value that is not one of the allowed ones counts as absent. */
/** The address without a trace: the deletion that it looked at goes with it. */
export const withoutTrace = {
  trace: undefined,
  traceHeaders: [],
  via: undefined,
  deleted: undefined,
} satisfies Partial<UrlState>;

export function parseUrlState(search: SearchParameters): UrlState {
  return {
    namespaces: parseNarrowing(search['ns']),
    classNames: parseNarrowing(search['class']),
    onlyProblems: search['only'] === 'problems',
    text: search['q'] ?? '',
    view: search['view'] === 'table' ? 'table' : 'graph',
    selection: search['sel'] === undefined ? undefined : parseSelection(search['sel']),
    focus: search['focus'] === undefined ? undefined : parseSelection(search['focus']),
    trace: notEmpty(search['trace']),
    traceHeaders: parseTraceHeaders(search['h'] ?? ''),
    deleted: search['deleted'] === undefined ? undefined : parseSelection(search['deleted']),
    via: notEmpty(search['via']),
    tab: parseOneOf(search['tab'], tabs) ?? 'summary',
    sort: notEmpty(search['sort']),
    severity: parseOneOf(search['severity'], severities),
    effect: parseOneOf(search['effect'], effects),
    about: parseOneOf(search['about'], findingAbouts),
    checkId: notEmpty(search['id']),
    finding: notEmpty(search['finding']),
    folded: parseList(search['fold']),
    expanded: parseList(search['expand']),
  };
}

const printOptional = (selection: Selection | undefined): string | undefined =>
  selection === undefined ? undefined : printSelection(selection);

const printers: {
  readonly [K in keyof UrlState]: readonly [string, (value: UrlState[K]) => string | undefined];
} = {
  namespaces: ['ns', (names) => names?.join(',')],
  classNames: ['class', (names) => names?.join(',')],
  onlyProblems: ['only', (isOn) => (isOn ? 'problems' : undefined)],
  text: ['q', notEmpty],
  view: ['view', (view) => (view === 'table' ? view : undefined)],
  selection: ['sel', printOptional],
  focus: ['focus', printOptional],
  trace: ['trace', (request) => request],
  traceHeaders: ['h', (headers) => notEmpty(printTraceHeaders(headers))],
  deleted: ['deleted', printOptional],
  via: ['via', (id) => id],
  tab: ['tab', (tab) => (tab === 'summary' ? undefined : tab)],
  sort: ['sort', (sort) => sort],
  severity: ['severity', (severity) => severity],
  effect: ['effect', (effect) => effect],
  about: ['about', (about) => about],
  checkId: ['id', (id) => id],
  finding: ['finding', (id) => id],
  folded: ['fold', (names) => notEmpty(names.join(','))],
  expanded: ['expand', (ids) => notEmpty(ids.join(','))],
};

function printOne<K extends keyof UrlState>(into: Map<string, string>, key: K, value: UrlState[K]): void {
  const [name, print] = printers[key];
  const text = print(value);
  if (text === undefined) into.delete(name);
  else into.set(name, text);
}

const isUrlStateKey = (key: string): key is keyof UrlState => Object.hasOwn(printers, key);

/** The parameters after a change: those it does not touch stay, unknown ones too; defaults disappear. */
export function changeSearch(search: SearchParameters, change: Partial<UrlState>): SearchParameters {
  const next = new Map(Object.entries(search));
  const merged = { ...parseUrlState(search), ...change };
  for (const key of Object.keys(change)) if (isUrlStateKey(key)) printOne(next, key, merged[key]);
  return Object.fromEntries(next);
}
