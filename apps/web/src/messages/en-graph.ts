import type { Severity } from '@fairlead/diagnostics';
import type { GraphNode, GraphPod, GraphRow, PlacedLane } from '@fairlead/resource-graph';
import { buildCommonMessages } from './en-common.ts';
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

type PortRow = Extract<GraphRow, { kind: 'port' }>;

const kindWords: Readonly<Record<GraphNode['kind'], string>> = {
  clients: 'Clients',
  controller: 'Ingress controller',
  'ingress-class-ghost': 'Missing IngressClass',
  ingress: 'Ingress',
  service: 'Service',
  'service-ghost': 'Missing Service',
  workload: 'Workload',
  endpoints: 'Addresses of',
  'external-name': 'Name outside the cluster',
  hidden: 'Hidden by your permissions',
  'folded-healthy': 'Without problems',
};

const worstWords: Readonly<Record<Severity, string>> = {
  error: 'has errors',
  warning: 'has warnings',
  info: 'has hints',
};

const countState = (pods: readonly GraphPod[], states: readonly GraphPod['state'][]): number =>
  pods.filter(({ state }) => states.includes(state)).length;

/** Words of the graph page and its table. */
export const buildGraphMessages = (formats: Formats) => {
  const { count, plural, list } = formats;
  const { kindPlural } = buildCommonMessages(formats);
  const counted = (value: number, one: string, other: string): string =>
    `${count(value)} ${plural(value, { one, other })}`;
  const portMapping = ({ port, target }: PortRow): string => `${port} → ${target}`;

  const percent = (zoom: number): string => `${Math.round(zoom * 100)}\u2009%`;

  function podWords({ pods, kind, finishedCount = 0 }: GraphNode): string {
    const ready = countState(pods, ['ready']);
    const unselected = pods.filter(({ state }) => state === 'not-selected');
    if (pods.length === 0)
      return finishedCount > 0
        ? `${count(finishedCount)} finished`
        : kind === 'endpoints'
          ? 'no address'
          : 'no Pod';
    if (unselected.length === pods.length) {
      const readyOnes = unselected.filter(({ isReady }) => isReady === true).length;
      return readyOnes === pods.length
        ? `${count(readyOnes)} ready, not selected`
        : `${count(readyOnes)} of ${count(pods.length)} ready, not selected`;
    }
    const leaving = countState(pods, ['terminating', 'serving-terminating']);
    const words = `${count(ready)} of ${count(pods.length - leaving)} ready`;
    return leaving === 0 ? words : `${words}, ${count(leaving)} ending`;
  }

  function nodeName(node: GraphNode): string {
    if (node.kind === 'hidden')
      return (node.hiddenKinds ?? []).length === 0
        ? 'Objects'
        : list((node.hiddenKinds ?? []).map(kindPlural));
    return node.name;
  }

  const podState = ({ state, reason }: GraphPod): string =>
    state === 'ready' ? 'ready' : (reason ?? state.replaceAll('-', ' '));

  function rowWords(row: GraphRow): string {
    switch (row.kind) {
      case 'host':
        return `host ${row.host === '' ? 'any' : row.host}, ${row.hasTls ? 'with TLS' : 'without TLS'}`;
      case 'path':
        return `path ${row.path === '' ? 'every path' : row.path}, ${row.pathType}, leads to ${row.backend}`;
      case 'default-backend':
        return `any other request leads to ${row.backend}`;
      case 'port':
        return `port ${row.name} ${row.port} to ${row.target}`.replace('  ', ' ');
      case 'pod':
        return `Pod ${row.pod.tail}, ${podState(row.pod)}`;
      case 'more':
        return `${count(row.count)} more rules, show all`;
      case 'fact':
        return row.text;
    }
  }

  return {
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
    portMapping,
    podWords,
    podFacts: ({ address, nodeName: machine, zone, reason }: GraphPod) =>
      reason ??
      [address, machine, zone === undefined ? undefined : `zone ${zone}`]
        .filter((part) => part !== undefined)
        .join(' · '),
    togglePods: (name: string, isOpen: boolean) =>
      isOpen ? `Hide the Pods of ${name}` : `Show the Pods of ${name}`,
    nodeName,
    nodeLine: (node: GraphNode) => {
      if (node.kind === 'external-name') return 'outside the cluster';
      if (node.kind === 'hidden') return 'You may not see them';
      return 'No Service of this name here';
    },
    compactWords: (node: GraphNode) => {
      if (node.kind === 'ingress') return counted(node.ruleCount, 'rule', 'rules');
      if (node.kind === 'workload' || node.kind === 'endpoints')
        return `${count(countState(node.pods, ['ready']))}/${count(node.pods.length)}`;
      const ports = node.rows.filter((row) => row.kind === 'port');
      const [first] = ports;
      if (first === undefined) return node.badge;
      const name = `${first.name} ${first.port}`.trim();
      return ports.length > 1 ? `${name} +${count(ports.length - 1)}` : name;
    },
    nodeSentence: (node: GraphNode, problems: readonly string[]) =>
      [
        `${kindWords[node.kind]} ${nodeName(node)}`,
        ...(node.namespace === undefined ? [] : [`namespace ${node.namespace}`]),
        ...(node.badge === '' ? [] : [node.badge]),
        ...(node.kind === 'workload' || node.kind === 'endpoints'
          ? [podWords(node)]
          : node.rows.filter(({ kind }) => kind === 'port' || kind === 'fact').map(rowWords)),
        ...(node.kind === 'ingress' ? [counted(node.ruleCount, 'rule', 'rules')] : []),
        ...problems.map((label) => `problem: ${label}`),
      ].join(', '),
    rowSentence: (row: GraphRow, problem: string | undefined) =>
      problem === undefined ? rowWords(row) : `${rowWords(row)}, problem: ${problem}`,
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
      wayIn: () => 'way in',
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
