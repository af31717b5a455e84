import type { Kind } from '@fairlead/kube-objects';
import type {
  Column,
  GraphNode,
  GraphPod,
  GraphRow,
  NodeBadge,
  NodeFact,
  PodReason,
  PodState,
  RoutePort,
  ServedClass,
} from '@fairlead/resource-graph';
import type { WayIn } from '@fairlead/routing';
import { buildCommonMessages } from './en-common.ts';
import type { Formats, PluralForms } from './format.ts';

const kindWords: Readonly<Record<GraphNode['kind'], string>> = {
  clients: 'Clients',
  controller: 'Ingress controller',
  'ingress-class-ghost': 'Missing IngressClass',
  ingress: 'Ingress',
  service: 'Service',
  'service-ghost': 'Missing Service',
  workload: 'Workload',
  finished: 'Finished',
  endpoints: 'Addresses of',
  'external-name': 'Name outside the cluster',
  hidden: 'Hidden by your permissions',
  'folded-healthy': 'Without problems',
};

const wayWords: Readonly<Record<WayIn, string>> = {
  LoadBalancer: 'LoadBalancer',
  hostNetwork: 'host network',
  hostPort: 'host ports',
  NodePort: 'NodePort',
  ClusterIP: 'inside the cluster only',
};

const podStateWords: Readonly<Record<PodState, string>> = {
  ready: 'ready',
  'not-ready': 'not ready',
  terminating: 'terminating',
  'serving-terminating': 'terminating, still serving',
  'not-selected': 'not selected',
};

const unresolvedWords: Readonly<
  Record<Extract<NodeFact, { kind: 'unresolved-class' }>['why'], (className: string) => string>
> = {
  missing: (className) => `class ${className} does not exist`,
  annotated: () => 'Named by annotation, no IngressClass',
  'not-known': () => 'IngressClasses cannot be read',
};

const healthyForms: Readonly<Record<Column, PluralForms>> = {
  exposure: { one: 'healthy controller', other: 'healthy controllers' },
  ingress: { one: 'healthy Ingress', other: 'healthy Ingresses' },
  service: { one: 'healthy Service', other: 'healthy Services' },
  pods: { one: 'healthy workload', other: 'healthy workloads' },
};

/** The kind that a column is named after. */
const kindOfColumn: Readonly<Record<Column, Kind>> = {
  exposure: 'IngressClass',
  ingress: 'Ingress',
  service: 'Service',
  pods: 'Pod',
};

const countState = (pods: readonly GraphPod[], states: readonly PodState[]): number =>
  pods.filter(({ state }) => states.includes(state)).length;

const portMapping = ({ port, target }: Pick<RoutePort, 'port' | 'target'>): string => `${port} → ${target}`;

function badgeWords(badge: NodeBadge | undefined): string {
  switch (badge?.kind) {
    case 'class':
      return badge.className;
    case 'service-type':
      return badge.type;
    case 'headless':
      return 'headless';
    case 'owner':
      return badge.ownerKind === 'Deployment' ? 'Deploy' : badge.ownerKind;
    case 'held-by':
      return badge.objectKind;
    case 'external-name':
      return 'ExternalName';
    case 'finished':
      return badge.hasJobs ? 'Jobs' : 'Pods';
    case undefined:
      return '';
  }
}

function podReason(reason: PodReason): string {
  switch (reason.kind) {
    case 'reported':
      return reason.text;
    case 'terminating':
      return reason.isServing ? podStateWords['serving-terminating'] : podStateWords.terminating;
    case 'probe-fails':
      return 'readiness probe fails';
    case 'not-ready':
      return podStateWords['not-ready'];
  }
}

function podState({ state, reason }: GraphPod): string {
  return state === 'ready' || reason === undefined ? podStateWords[state] : podReason(reason);
}

/** Words for the nodes of the picture: the same in the picture, in its table twin, in panels and for those who hear them. */
export const buildGraphNodeMessages = (formats: Formats) => {
  const { count, plural, list } = formats;
  const { kindPlural, mayNotSee } = buildCommonMessages(formats);

  const furtherWords = (rest: number): readonly string[] => (rest > 0 ? [`${count(rest)} more`] : []);
  const leftWords = (pods: number): readonly string[] => (pods > 0 ? [`(${count(pods)})`] : []);

  function classesWords(classes: readonly ServedClass[]): string {
    const names = classes.map(({ name, isDefault }) => (isDefault ? `${name} (default)` : name));
    if (names.length === 0) return 'No IngressClass';
    return `${plural(names.length, { one: 'Class', other: 'Classes' })} ${names.join(', ')}`;
  }

  function factWords(fact: NodeFact): string {
    switch (fact.kind) {
      case 'arrival':
        return `${fact.name} ${fact.address}`.trim();
      case 'other-arrivals':
        return `+ ${[...fact.names, ...furtherWords(fact.moreCount)].join(', ')}`;
      case 'no-pods-recognised':
        return 'No Pods of it recognised';
      case 'workload':
        return `${fact.workloadKind}, ${wayWords[fact.way]}`;
      case 'several-workloads':
        return `${count(fact.count)} ${plural(fact.count, { one: 'workload', other: 'workloads' })}`;
      case 'classes':
        return classesWords(fact.classes);
      case 'ports':
        return `${plural(fact.ports.length, { one: 'Port', other: 'Ports' })} ${fact.ports.join(', ')}`;
      case 'ready-pods':
        return `${count(fact.ready)} of ${count(fact.all)} ready`;
      case 'unresolved-class':
        return unresolvedWords[fact.why](fact.className);
      case 'finished-pods':
        return `${count(fact.count)} finished`;
      case 'finished-owner':
        return [fact.name, ...leftWords(fact.podCount)].join(' ');
    }
  }

  function podWords({ pods, kind, finishedCount = 0 }: GraphNode): string {
    if (pods.length === 0) {
      if (finishedCount > 0 || kind === 'finished')
        return factWords({ kind: 'finished-pods', count: finishedCount });
      return kind === 'endpoints' ? 'no address' : 'no Pod';
    }
    const unselected = pods.filter(({ state }) => state === 'not-selected');
    if (unselected.length === pods.length) {
      const readyOnes = unselected.filter(({ isReady }) => isReady === true).length;
      return readyOnes === pods.length
        ? `${count(readyOnes)} ready, not selected`
        : `${count(readyOnes)} of ${count(pods.length)} ready, not selected`;
    }
    const leaving = countState(pods, ['terminating', 'serving-terminating']);
    const words = `${count(countState(pods, ['ready']))} of ${count(pods.length - leaving)} ready`;
    return leaving === 0 ? words : `${words}, ${count(leaving)} ending`;
  }

  function nodeName({ kind, name, column, hiddenKinds = [], foldedCount = 0 }: GraphNode): string {
    if (kind === 'hidden')
      return list((hiddenKinds.length > 0 ? hiddenKinds : [kindOfColumn[column]]).map(kindPlural));
    if (kind === 'folded-healthy')
      return `${count(foldedCount)} ${plural(foldedCount, healthyForms[column])}`;
    if (name !== '') return name;
    return kind === 'controller' ? 'no controller named' : kindWords[kind];
  }

  function hiddenWords({ hiddenKinds = [], namespace = '' }: GraphNode): string {
    return hiddenKinds.length > 0 ? mayNotSee(hiddenKinds, namespace) : 'Not known yet';
  }

  function rowWords(row: GraphRow): string {
    switch (row.kind) {
      case 'host':
        return `host ${row.host === '' ? 'any' : row.host}, ${row.hasTls ? 'with TLS' : 'without TLS'}`;
      case 'path':
        return `path ${row.path === '' ? 'every path' : row.path}, ${row.pathType}, leads to ${row.backend}`;
      case 'default-backend':
        return `any other request leads to ${row.backend}`;
      case 'port':
        return `port ${`${row.name} ${row.port}`.trim()} to ${row.target}`;
      case 'pod':
        return `Pod ${row.pod.tail}, ${podState(row.pod)}`;
      case 'more':
        return `${count(row.count)} more rules, show all`;
      case 'fact':
        return factWords(row.fact);
    }
  }

  const ruleCount = ({ ruleCount: value }: GraphNode): string =>
    `${count(value)} ${plural(value, { one: 'rule', other: 'rules' })}`;

  const hasPods = ({ kind }: GraphNode): boolean =>
    kind === 'workload' || kind === 'finished' || kind === 'endpoints';

  function sentenceParts(node: GraphNode): readonly string[] {
    if (node.kind === 'hidden' && (node.hiddenKinds ?? []).length > 0) return [hiddenWords(node)];
    const badge = badgeWords(node.badge);
    return [
      node.name === '' ? nodeName(node) : `${kindWords[node.kind]} ${node.name}`,
      ...(node.namespace === undefined ? [] : [`namespace ${node.namespace}`]),
      ...(node.kind === 'hidden' ? [hiddenWords(node)] : []),
      ...(badge === '' ? [] : [badge]),
      ...(hasPods(node)
        ? [podWords(node)]
        : node.rows.filter(({ kind }) => kind === 'port' || kind === 'fact').map(rowWords)),
      ...(node.kind === 'ingress' ? [ruleCount(node)] : []),
    ];
  }

  return {
    portMapping,
    /** A port as a line of the table names it. */
    routePort: ({ name, ...mapping }: RoutePort) => `${name} ${portMapping(mapping)}`.trim(),
    fact: factWords,
    badge: badgeWords,
    podWords,
    podFacts: ({ address, nodeName: machine, zone, reason }: GraphPod) =>
      reason === undefined
        ? [address, machine, zone === undefined ? undefined : `zone ${zone}`]
            .filter((part) => part !== undefined)
            .join(' · ')
        : podReason(reason),
    nodeName,
    /** What the tooltip of a node's head says. */
    nodeHint: (node: GraphNode) =>
      node.kind === 'hidden' && (node.hiddenKinds ?? []).length > 0 ? hiddenWords(node) : nodeName(node),
    nodeLine: (node: GraphNode) => {
      if (node.kind === 'external-name') return 'outside the cluster';
      return node.kind === 'hidden' ? hiddenWords(node) : 'No Service of this name here';
    },
    compactWords: (node: GraphNode) => {
      if (node.kind === 'ingress') return ruleCount(node);
      if (node.kind === 'finished') return podWords(node);
      if (hasPods(node)) return `${count(countState(node.pods, ['ready']))}/${count(node.pods.length)}`;
      const ports = node.rows.filter((row) => row.kind === 'port');
      const [first] = ports;
      if (first === undefined) return badgeWords(node.badge);
      const name = `${first.name} ${first.port}`.trim();
      return ports.length > 1 ? `${name} +${count(ports.length - 1)}` : name;
    },
    nodeSentence: (node: GraphNode, problems: readonly string[]) =>
      [...sentenceParts(node), ...problems.map((label) => `problem: ${label}`)].join(', '),
    rowSentence: (row: GraphRow, problem: string | undefined) =>
      problem === undefined ? rowWords(row) : `${rowWords(row)}, problem: ${problem}`,
  };
};
