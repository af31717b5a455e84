import type { ServiceType } from '@fairlead/edits';
import type { FieldCheck, ServiceFieldCode } from '@fairlead/routing';
import { serviceCheckWords } from './en-service-form-checks.ts';
import type { Formats } from './format.ts';

const typeNames = {
  ClusterIP: 'ClusterIP',
  Headless: 'Headless',
  NodePort: 'NodePort',
  LoadBalancer: 'LoadBalancer',
  ExternalName: 'ExternalName',
} satisfies Record<ServiceType, string>;

const typeDetails = {
  ClusterIP: 'One address inside the cluster. The default.',
  Headless: 'No address of its own: DNS answers with the Pods.',
  NodePort: 'One address inside the cluster, and a port on every node.',
  LoadBalancer: 'Like NodePort, and an address from a load balancer if something here provides one.',
  ExternalName: 'A DNS alias for a name outside. No Pods, no ports.',
} satisfies Record<ServiceType, string>;

/** What becomes of a stored Service that is given another type. */
function typeEffect(from: ServiceType, to: ServiceType): string {
  if (to === 'ExternalName')
    return 'On apply the cluster IP and the node ports are given up: clients of them are cut off. Selector and ports stay and are ignored.';
  if (from === 'ExternalName')
    return to === 'Headless'
      ? 'DNS then answers with the Pods instead of the alias.'
      : 'A cluster IP is assigned on apply. The alias is gone.';
  if (to === 'Headless') return 'Clients then talk to Pods directly, at the Pods’ own ports.';
  if (to === 'LoadBalancer')
    return from === 'NodePort'
      ? 'Node ports stay. An address comes once a load balancer implementation takes the Service; until then it is pending.'
      : 'Node ports are assigned on apply. An address comes once a load balancer implementation takes the Service.';
  if (to === 'NodePort')
    return from === 'LoadBalancer'
      ? 'The load balancer’s address is given up: clients of it are cut off. Node ports stay.'
      : 'Each port gets a node port on apply unless you choose one. The cluster IP stays.';
  return from === 'LoadBalancer'
    ? 'The load balancer’s address and the node ports are given up: clients of them are cut off. The cluster IP stays.'
    : 'Node ports are given up: clients of them are cut off. The cluster IP stays.';
}

const identityWords = {
  name: () => 'Name',
  nameHelp: () => 'The first part of its DNS name. Fixed once stored.',
  nameTaken: (name: string, namespace: string) => `Service ${name} exists in ${namespace} already.`,
  namespace: () => 'Namespace',
  namespaceHelp: () => 'The Service can select Pods of this namespace only. Fixed once stored.',
  fixed: () =>
    'A stored Service keeps its name and namespace: to rename it, duplicate it and delete this one.',
};

const typeWords = {
  label: () => 'Type',
  names: typeNames,
  details: typeDetails,
  effect: typeEffect,
  immutable: (to: ServiceType) =>
    `A stored Service cannot become ${typeNames[to]}: its cluster IP cannot change. Delete it and create it again.`,
  externalName: () => 'External name',
  externalNameHelp: () =>
    'The DNS name clients are sent to. They keep asking with this Service’s name: TLS and Host headers may not fit there.',
};

const buildPortWords = ({ count, plural }: Formats) => ({
  title: () => 'Ports',
  count: (n: number) => `${count(n)} ${plural(n, { one: 'port', other: 'ports' })}`,
  add: () => 'Add port',
  row: (port: string) => `Port ${port}`,
  remove: (port: string) => `Remove port ${port}`,
  restore: (port: string) => `Restore port ${port}`,
  more: (port: string) => `App protocol of port ${port}`,
  name: () => 'Name',
  nameHelp: () => 'Optional with one port. Ingresses that refer to the old name lose the port.',
  callIt: (name: string) => `Call it ${name}`,
  useName: (name: string) => `Use ${name}`,
  port: () => 'Port',
  portHelp: () =>
    'What clients connect to. No default; clients and Ingresses that use the old number lose it.',
  targetPort: () => 'Target port',
  targetHelp: () =>
    'Where the Pods listen: a number or a container port’s name. Default: the same as the port. New connections go to a new one at once.',
  protocol: () => 'Protocol',
  protocolHelp: () => 'Default TCP. Another one cuts off Ingresses, which use TCP only.',
  appProtocol: () => 'App protocol',
  appProtocolHelp: () =>
    'Default none. A hint to controllers, such as kubernetes.io/h2c for gRPC. kube-proxy ignores it.',
  nodePort: () => 'Node port',
  nodePortHelp: () =>
    'Opened on every node, mostly 30000 to 32767. Empty: assigned on apply. A change closes the old one.',
  assigned: () => 'assigned on apply',
  automatic: () => 'auto',
  none: () => 'none',
  takenBy: (port: number, service: string) => `NodePort ${port} is taken by ${service}`,
  nextFree: (port: number) => `Next free port in the static band: ${port}`,
  freeDetail: () => 'free, in the band Kubernetes assigns last',
  declared: (pods: number, all: number, number: number) =>
    `port ${number} in ${count(pods)} of ${count(all)} Pods`,
  declaredNumber: (pods: number, all: number, name: string | undefined) =>
    `${name === undefined ? 'declared' : `called ${name}`} in ${count(pods)} of ${count(all)} Pods`,
  nobodyDeclares: (name: string) =>
    `No matching Pod has a container port called ${name}: nothing will answer.`,
  someDeclare: (name: string, pods: number, all: number) =>
    `Only ${count(pods)} of ${count(all)} matching Pods have a container port called ${name}.`,
  freeText: () => 'Any other number or name can be typed.',
  old: (label: string, was: string) => `${label} ${was}.`,
  line: {
    named: (name: string, numbers: readonly number[]) =>
      numbers.length === 0
        ? `Leads to ${name} in the Pods.`
        : `Leads to ${name}, which is ${numbers.join(' or ')} in the Pods.`,
    declared: (number: number, pods: number, all: number) =>
      `Leads to ${number}, declared by ${count(pods)} of ${count(all)} Pods.`,
    undeclared: (number: number) => `Leads to ${number}, which no Pod declares; fine if one listens there.`,
    plain: (target: string) => `Leads to ${target} in the Pods.`,
    headless: (target: string) =>
      `Clients connect to the Pods themselves, at ${target}: nothing translates ports.`,
    ignored: () => 'An ExternalName has no use for ports.',
  },
});

const buildSelectorWords = ({ count, plural, list }: Formats) => ({
  title: () => 'Selector',
  help: () =>
    'Pods of the namespace with all of these labels get the traffic. Default none: you write the EndpointSlices.',
  matches: (pods: number, ready: number) =>
    pods === 0
      ? 'No Pod matches.'
      : `${count(pods)} ${plural(pods, { one: 'Pod matches', other: 'Pods match' })}, ${count(ready)} ready.`,
  wouldMatch: (pods: number, label: string) =>
    pods === 0
      ? `With ${label} no Pod would match.`
      : `With ${label} ${count(pods)} ${plural(pods, { one: 'Pod', other: 'Pods' })} would match.`,
  owners: (names: readonly string[]) => `From ${list(names)}.`,
  moreOwners: (n: number) => `${count(n)} more`,
  unknown: () => 'Pods of this namespace cannot be read: nobody can tell what matches.',
  empty: () => 'No selector: no Pods are chosen.',
  pods: (n: number) => `${count(n)} ${plural(n, { one: 'Pod', other: 'Pods' })}`,
  key: () => 'Label',
  value: () => 'Value',
  valueOf: (key: string) => `Value of label ${key}`,
  add: () => 'Add label',
  remove: (key: string) => `Remove ${key} from the selector`,
  restore: (key: string) => `Restore ${key}`,
  taken: (key: string) => `${key} is in the selector already.`,
});

const trafficWords = {
  title: () => 'Traffic',
  affinity: () => 'Session affinity',
  affinityHelp: () =>
    'Whether a client address stays with one Pod. Default None. Ingress controllers go past it.',
  affinities: {
    None: 'Each connection goes to any Pod.',
    ClientIP: 'Connections from one address go to the same Pod.',
  },
  timeout: () => 'Affinity timeout',
  timeoutHelp: () =>
    'How long an address stays with its Pod after the last connection. Default 10800 s; less spreads clients sooner.',
  seconds: () => 's',
  internal: () => 'Internal traffic policy',
  internalHelp: () => 'For clients in the cluster; Pods see their addresses either way. Default Cluster.',
  internals: {
    Cluster: 'Pods on all nodes are used.',
    Local: 'Only Pods on the client’s own node; without one there the traffic is dropped.',
  },
  external: () => 'External traffic policy',
  externalHelp: (isLocal: boolean) =>
    isLocal
      ? 'Pods see the client’s address; nodes without a ready Pod drop the traffic. Default Cluster.'
      : 'Default: any node forwards to any Pod, and Pods see a node’s address.',
  externals: {
    Cluster: 'Any node forwards to any Pod. Pods see a node’s address instead of the client’s.',
    Local: 'Pods see the client’s address. Nodes without a ready Pod drop the traffic.',
  },
  publish: () => 'Publish addresses that are not ready',
  publishHelp: () =>
    'Default off. On: Pods are found before they are ready; meant for peers that find each other by DNS.',
  distribution: () => 'Traffic distribution',
  distributionHelp: () => 'Default: all Pods alike. The others prefer Pods nearby and fall back to all.',
  distributions: {
    none: 'All Pods alike',
    PreferSameZone: 'PreferSameZone',
    PreferSameNode: 'PreferSameNode',
    PreferClose: 'PreferClose',
  },
  distributionDetails: {
    none: 'Nothing is preferred.',
    PreferSameZone: 'Pods in the client’s zone first. Kubernetes 1.34 and later.',
    PreferSameNode: 'Pods on the client’s node first. Kubernetes 1.34 and later.',
    PreferClose: 'The older name of PreferSameZone, from 1.30 on.',
  },
};

const buildBalancerWords = ({ count }: Formats) => ({
  title: () => 'Load balancer',
  className: () => 'Class',
  classHelp: () => 'Which implementation gives the address. Default: the cluster’s own. Fixed once stored.',
  classFixed: () => 'Fixed once stored. For another class delete the Service and create it again.',
  classUsed: () => 'used by another Service here',
  classFree: () => 'Any other class can be typed. If nothing handles it, the Service stays pending.',
  ranges: () => 'Allowed source ranges',
  rangesHelp: () =>
    'Who may connect, where the load balancer enforces it. Default: everybody. Others are cut off.',
  range: (index: number) => `Source range ${count(index + 1)}`,
  addRange: () => 'Add range',
  removeRange: (range: string) => `Remove ${range === '' ? 'the empty range' : range}`,
  nodePorts: () => 'Allocate node ports',
  nodePortsHelp: () =>
    'Default on. Off for load balancers that reach Pods directly; ports given out already stay.',
  nodePortsStay: () => 'Ports given out already stay until they are taken out.',
  giveUpPorts: () => 'Take the node ports out',
  healthCheck: () => 'Health check node port',
  healthCheckHelp: () =>
    'Where the load balancer asks a node whether it has a ready Pod. Empty: assigned on apply. Fixed then.',
});

const buildAddressWords = ({ count }: Formats) => ({
  title: () => 'Addresses',
  policy: () => 'IP family policy',
  policyHelp: () => 'Default SingleStack. Another one adds or takes away the second address.',
  policies: {
    SingleStack: 'One address, of one family.',
    PreferDualStack: 'An IPv4 and an IPv6 address where the cluster has both.',
    RequireDualStack: 'An IPv4 and an IPv6 address; refused where the cluster has only one.',
  },
  families: () => 'IP families',
  familiesHelp: () =>
    'Which addresses it gets. Default: as the cluster has it. The second may come and go, the first is fixed.',
  familyChoices: {
    '': 'As the cluster has it',
    IPv4: 'IPv4',
    IPv6: 'IPv6',
    'IPv4,IPv6': 'IPv4, then IPv6',
    'IPv6,IPv4': 'IPv6, then IPv4',
  },
  familyUnseen: (family: string) => `No Service here has an ${family} address yet.`,
  clusterIP: () => 'Cluster IP',
  clusterIpHelp: () => 'The address inside the cluster. Empty: assigned on apply. Fixed once stored.',
  externalIPs: () => 'External IPs',
  externalIpsHelp: () =>
    'Default none. Nodes take traffic for these addresses; somebody has to route it there.',
  externalIpsWarning: () =>
    'Deprecated since Kubernetes 1.36: whoever may edit a Service could take over an address. Many clusters refuse it.',
  externalIp: (index: number) => `External IP ${count(index + 1)}`,
  addIp: () => 'Add address',
  removeIp: (address: string) => `Remove ${address === '' ? 'the empty address' : address}`,
});

const metadataWords = {
  labels: () => 'Labels',
  labelsHelp: () => 'How others find this Service. They do not choose Pods. Default none.',
  annotations: () => 'Annotations',
  annotationsHelp: () =>
    'Notes, and settings that controllers read: a change may change what they do. Default none.',
  key: () => 'Key',
  value: () => 'Value',
  valueOf: (key: string) => `Value of ${key}`,
  add: () => 'Add',
  remove: (key: string) => `Remove ${key}`,
  restore: (key: string) => `Restore ${key}`,
  taken: (key: string) => `${key} is there already.`,
};

/** Words of the Service form: each field in one line, with its default and what a change does. */
export const buildServiceFormMessages = (formats: Formats) => ({
  check: (check: FieldCheck<ServiceFieldCode>): string => serviceCheckWords(check),
  was: (value: string) => (value === '' ? 'was empty' : `was ${value}`),
  wasUnset: () => 'was not set',
  fixedOnceStored: () => 'This cannot change once stored. Delete the Service and create it again.',
  states: { added: 'added', changed: 'changed', removed: 'removed' },
  identity: identityWords,
  type: typeWords,
  ports: buildPortWords(formats),
  selector: buildSelectorWords(formats),
  traffic: trafficWords,
  balancer: buildBalancerWords(formats),
  addresses: buildAddressWords(formats),
  metadata: metadataWords,
  otherProblems: () => 'Problems of fields without a control here',
  otherProblem: (field: string, message: string) => `${field}: ${message}`,
  takeOut: (field: string) => `Take ${field} out`,
  showInYaml: () => 'Show in YAML',
  otherFields: (n: number) =>
    `${formats.count(n)} more ${formats.plural(n, { one: 'field', other: 'fields' })}, only in YAML`,
});

export type ServiceFormMessages = ReturnType<typeof buildServiceFormMessages>;
