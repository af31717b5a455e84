import type { Severity } from '@fairlead/diagnostics';
import type { PlacedLane } from '@fairlead/resource-graph';
import { buildGraphNodeMessages } from './en-graph-nodes.ts';
import type { Formats } from './format.ts';

interface Columns {
  readonly exposure: number;
  readonly ingresses: number;
  readonly rules: number;
  readonly services: number;
  readonly missing: number;
  readonly pods: number;
  readonly workloads: number;
}

interface Accounting {
  readonly drawn: number;
  readonly counted: number;
  readonly total: number;
  readonly namespaces: number;
}

const worstWords: Readonly<Record<Severity, string>> = {
  error: 'has errors',
  warning: 'has warnings',
  info: 'has hints',
};

/** Words of the graph page and its table. */
export const buildGraphMessages = (formats: Formats) => {
  const { count, plural, list } = formats;
  const counted = (value: number, one: string, other: string): string =>
    `${count(value)} ${plural(value, { one, other })}`;
  const percent = (zoom: number): string => `${Math.round(zoom * 100)}\u2009%`;

  return {
    ...buildGraphNodeMessages(formats),
    title: () => 'Graph',
    gridLabel: () => 'Ways of requests, from Ingress to Service to Pods',
    filters: () => 'Narrow down',
    viewSwitch: () => 'View',
    viewGraph: () => 'Graph',
    viewTable: () => 'Table',
    onlyProblems: (problems: number) => (problems === 0 ? 'Problems' : `Problems ${count(problems)}`),
    namespaceDetail: ({ ingresses, services }: { readonly ingresses: number; readonly services: number }) =>
      `${counted(ingresses, 'Ingress', 'Ingresses')} · ${counted(services, 'Service', 'Services')}`,
    columns: {
      exposure: () => 'Exposure',
      ingress: () => 'Ingress',
      service: () => 'Service',
      pods: () => 'Pods',
    },
    exposureCount: ({ exposure }: Columns) => count(exposure),
    ingressCount: ({ ingresses, rules }: Columns) =>
      `${count(ingresses)} · ${counted(rules, 'rule', 'rules')}`,
    serviceCount: ({ services, missing }: Columns) =>
      missing === 0 ? count(services) : `${count(services)} · ${count(missing)} missing`,
    podsCount: ({ pods, workloads }: Columns) =>
      `${count(pods)} in ${counted(workloads, 'workload', 'workloads')}`,
    laneCounts: ({ counts, shownIngresses, isEmpty = false }: PlacedLane) => {
      if (shownIngresses < counts.ingresses)
        return `${count(shownIngresses)} of ${counted(counts.ingresses, 'Ingress matches', 'Ingresses match')} the filter`;
      if (isEmpty) return 'nothing here yet';
      return [
        counted(counts.ingresses, 'Ingress', 'Ingresses'),
        counted(counts.services, 'Service', 'Services'),
        counted(counts.pods, 'Pod', 'Pods'),
      ].join(' · ');
    },
    worst: (severity: Severity) => worstWords[severity],
    anyHost: () => 'any other host',
    everyPath: () => 'every path',
    defaultBackend: () => 'any other request',
    noTls: () => 'no TLS',
    tlsSecret: (secretName: string | undefined) =>
      secretName === undefined ? 'TLS' : `TLS, Secret ${secretName}`,
    missing: () => 'Missing',
    moreRules: (rest: number) => `${count(rest)} more rules`,
    togglePods: (name: string, isOpen: boolean) =>
      isOpen ? `Hide the Pods of ${name}` : `Show the Pods of ${name}`,
    overview: () => 'Whole cluster',
    overviewPlace: (shown: readonly string[], all: number) => {
      const [first, ...others] = shown;
      if (first === undefined) return 'Nothing to show';
      const last = others.at(-1);
      return `Showing ${last === undefined ? `namespace ${first}` : `namespaces ${first} to ${last}`}, ${count(shown.length)} of ${count(all)}`;
    },
    attribution: () => 'Drawn with React Flow',
    zoom: () => 'Zoom',
    zoomIn: () => 'Closer',
    zoomOut: () => 'Farther',
    zoomFit: () => 'Show everything',
    zoomReset: (zoom: number) => `${percent(zoom)}, set to ${percent(1)}`,
    percent,
    accounting: ({ drawn, counted: folded, total, namespaces }: Accounting) => {
      const place = namespaces === 1 ? 'this namespace' : `these ${count(namespaces)} namespaces`;
      const objects = counted(total, 'object', 'objects');
      if (drawn + folded < total)
        return `${count(drawn + folded)} of ${objects} of ${place} are in the picture`;
      return `All ${objects} of ${place} ${total === 1 ? 'is' : 'are'} in the picture`;
    },
    nothingTitle: (namespaces: readonly string[] | undefined) =>
      namespaces === undefined
        ? 'Nothing in this cluster is reachable yet.'
        : `Nothing in ${list(namespaces)} is reachable yet.`,
    runsUnreached: (workloads: readonly { readonly words: string; readonly count: number }[]) =>
      `${list(workloads.map(({ words, count: n }) => `${count(n)} ${words}`))} ${workloads.length === 1 && workloads[0]?.count === 1 ? 'runs' : 'run'} here, but no Service and no Ingress leads to ${workloads.length === 1 && workloads[0]?.count === 1 ? 'it' : 'them'}.`,
    forbiddenTitle: () => 'You may not see anything here.',
    forbiddenHint: () =>
      'Ask for the rights above, or choose another context. What you may see appears by itself.',
    nothingHint: () =>
      'No Ingress, Service or workload is here that you may see. Objects appear by themselves as soon as they exist.',
    table: {
      label: () => 'Ways of requests',
      count: (shown: number, all: number) =>
        shown === all ? counted(all, 'way', 'ways') : `${count(shown)} of ${counted(all, 'way', 'ways')}`,
      noIngress: () => 'no Ingress',
      wayIn: (name: string, state: string) => `${name}: ${state === '' ? 'way in' : state}`,
      state: () => 'State',
      namespace: () => 'Namespace',
      host: () => 'Host',
      path: () => 'Path',
      pathType: () => 'Path type',
      ingress: () => 'Ingress',
      service: () => 'Service',
      port: () => 'Port',
      behind: () => 'Answered by',
      pods: () => 'Pods ready',
      podsReady: (ready: number, all: number) => `${count(ready)} of ${count(all)}`,
    },
  };
};
