import type { ServiceType } from '@fairlead/edits';
import type { FieldCheck, ServiceFieldCode } from '@fairlead/routing';
import type { Formats } from './format.ts';

const checkWords: Readonly<Record<ServiceFieldCode, (details: FieldCheck['details']) => string>> = {
  'name-not-dns-label': () => 'A name has at most 63 of a-z, 0-9 and hyphens, no hyphen at an end.',
  'ports-required': () => 'A Service of this type needs at least one port.',
  'port-out-of-range': ({ port }) => `${port ?? ''} is no port: they go from 1 to 65535.`,
  'port-name-required': () => 'With several ports each needs a name.',
  'port-name-not-dns-label': () => 'A port name has at most 63 of a-z, 0-9 and hyphens, no hyphen at an end.',
  'port-name-not-for-ingress': () =>
    'An Ingress cannot name this port: it takes names of at most 15 characters with a letter in them. By number it works.',
  'port-name-taken': ({ name }) => `Another port is called ${name ?? ''} already.`,
  'port-taken': ({ port }) => `${port ?? ''} stands here twice.`,
  'protocol-unknown': ({ protocol }) => `${protocol ?? ''} is no protocol: TCP, UDP or SCTP.`,
  'target-port-not-a-port-name': ({ name }) =>
    `${name ?? ''} is neither a number nor a name a container port can have: at most 15 of a-z, 0-9 and hyphens, with a letter.`,
  'node-port-not-allowed': ({ type }) => `A Service of type ${type ?? ''} has no node ports.`,
  'node-port-out-of-range': ({ port }) =>
    `${port ?? ''} is outside 30000 to 32767, the range of most clusters. The API server decides.`,
  'node-port-taken': ({ port }) => `Node port ${port ?? ''} stands here twice.`,
  'external-name-required': () => 'An ExternalName needs the DNS name it stands for.',
  'external-name-not-a-name': ({ name }) => `${name ?? ''} is no DNS name.`,
  'external-name-is-an-address': ({ name }) =>
    `${name ?? ''} is taken as a name, not as an address, and will not be found. Use a Service without selector and an EndpointSlice instead.`,
  'not-an-address': ({ address }) =>
    address === '' ? 'An IP address is missing.' : `${address ?? ''} is no IP address.`,
  'address-not-allowed': ({ address }) => `${address ?? ''} cannot be used as an external IP.`,
  'not-a-cidr': ({ range }) =>
    range === ''
      ? 'A range is missing, such as 203.0.113.0/24.'
      : `${range ?? ''} is no range such as 203.0.113.0/24.`,
  'only-for-load-balancer': () => 'Only a Service of type LoadBalancer has this.',
  'only-from-outside': () =>
    'Only for Services reached from outside: NodePort, LoadBalancer or with external IPs.',
  'affinity-timeout-out-of-range': () => 'From 1 s to 86400 s, which is a day.',
  'headless-needs-cluster-ip-type': ({ type }) => `A headless Service cannot have type ${type ?? ''}.`,
  'ignored-by-external-name': () => 'An ExternalName ignores its selector: it only stands for another name.',
  'label-value-invalid': ({ value }) =>
    `${value ?? ''} is no label value: at most 63 letters, digits, hyphens, dots and underscores.`,
};

/** Words of the Service form: each field in one line, with its default and what a change does. */
export const buildServiceFormMessages = ({ count, plural, list }: Formats) => ({
  check: (check: FieldCheck<ServiceFieldCode>): string => checkWords[check.code](check.details),
  was: (value: string) => (value === '' ? 'was empty' : `was ${value}`),
  wasUnset: () => 'was not set',
  notSet: () => 'not set',
  states: { added: 'added', changed: 'changed', removed: 'removed' },
  identity: {
    title: () => 'Service',
    needed: () => 'This cannot be empty.',
    name: () => 'Name',
    nameHelp: () =>
      'Part of its DNS name. A stored Service cannot be renamed: duplicate it, then delete the old one.',
    namespace: () => 'Namespace',
    namespaceHelp: () => 'Selects Pods of this namespace only.',
  },
  type: {
    title: () => 'Type',
    label: () => 'Reached how',
    names: {
      ClusterIP: 'ClusterIP',
      Headless: 'Headless',
      NodePort: 'NodePort',
      LoadBalancer: 'LoadBalancer',
      ExternalName: 'ExternalName',
    } satisfies Record<ServiceType, string>,
    details: {
      ClusterIP: 'One address inside the cluster. The default.',
      Headless: 'No address of its own: DNS answers with the Pods.',
      NodePort: 'Also a port on every node.',
      LoadBalancer: 'Also an address from a load balancer, if something here provides one.',
      ExternalName: 'A DNS alias for a name outside. No Pods, no ports.',
    } satisfies Record<ServiceType, string>,
    effects: {
      ClusterIP: 'Node ports and the load balancer’s address are given up; clients of them are cut off.',
      Headless: 'Clients talk to Pods directly, at the Pods’ own ports.',
      NodePort: 'Kubernetes assigns a node port to each port on apply unless you choose one.',
      LoadBalancer:
        'An address appears once a load balancer implementation takes the Service; until then it is pending.',
      ExternalName: 'The cluster IP and node ports are given up. The selector stays and is ignored.',
    } satisfies Record<ServiceType, string>,
    immutable: (to: string) =>
      `A stored Service cannot become ${to}: its cluster IP cannot change. Delete it and create it again.`,
    externalName: () => 'External name',
    externalNameHelp: () =>
      'The DNS name that clients are sent to. They keep asking with this Service’s name: TLS and Host headers may not fit there.',
  },
  ports: {
    title: () => 'Ports',
    count: (n: number) => `${count(n)} ${plural(n, { one: 'port', other: 'ports' })}`,
    add: () => 'Add port',
    row: (port: string) => `Port ${port}`,
    remove: (port: string) => `Remove port ${port}`,
    restore: (port: string) => `Restore port ${port}`,
    name: () => 'Name',
    nameHelp: () => 'Needed from the second port on; Ingresses may refer to it.',
    port: () => 'Port',
    portHelp: () => 'What clients of the Service connect to.',
    targetPort: () => 'Target port',
    targetHelp: () =>
      'Where the Pods listen: a number, or the name of a container port. Default: the same as the port.',
    protocol: () => 'Protocol',
    protocolHelp: () => 'TCP by default. Ingresses use TCP only.',
    appProtocol: () => 'App protocol',
    appProtocolHelp: () =>
      'A hint to controllers, such as kubernetes.io/h2c for gRPC. kube-proxy ignores it.',
    nodePort: () => 'Node port',
    nodePortHelp: () => '30000 to 32767 on most clusters. Empty: Kubernetes assigns one on apply.',
    numberRefused: () => 'A number from 1 to 65535.',
    assigned: () => 'assigned on apply',
    takenBy: (service: string, port: string) => `Taken by ${service}, port ${port}.`,
    useFree: (port: number) => `Use ${port}, the next free one of the static band`,
    declared: (pods: number, all: number, number: number) =>
      `port ${number} in ${count(pods)} of ${count(all)} Pods`,
    declaredNumber: (pods: number, all: number, name: string | undefined) =>
      `${name === undefined ? 'declared' : `called ${name}`} in ${count(pods)} of ${count(all)} Pods`,
    nobodyDeclares: (name: string) =>
      `No matching Pod has a container port called ${name}: nothing will answer.`,
    someDeclare: (name: string, pods: number, all: number) =>
      `Only ${count(pods)} of ${count(all)} matching Pods have a container port called ${name}.`,
    freeText: () => 'Any other number or name can be typed.',
  },
  selector: {
    title: () => 'Selector',
    help: () =>
      'Pods of the namespace that carry all of these labels get the traffic. Empty: you write the EndpointSlices yourself.',
    matches: (pods: number, ready: number) =>
      pods === 0
        ? 'No Pod matches.'
        : `${count(pods)} ${plural(pods, { one: 'Pod matches', other: 'Pods match' })}, ${count(ready)} ready.`,
    owners: (names: readonly string[]) => `From ${list(names)}.`,
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
  },
  traffic: {
    title: () => 'Traffic',
    affinity: () => 'Session affinity',
    affinityHelp: () =>
      'Default None. ClientIP keeps a client’s address on one Pod. Ingress controllers go past it.',
    timeout: () => 'Affinity timeout',
    timeoutHelp: () => 'How long a client stays with its Pod after the last connection. Default 10800 s.',
    seconds: () => 's',
    internal: () => 'Internal traffic policy',
    internalHelp: () =>
      'Default Cluster. Local: clients reach only Pods on their own node, and none elsewhere.',
    external: () => 'External traffic policy',
    externalHelp: () =>
      'Default Cluster: any node forwards, Pods see a node’s address. Local: Pods see the client’s address, nodes without a ready Pod drop traffic.',
    publish: () => 'Publish addresses that are not ready',
    publishHelp: () =>
      'Default off. On: Pods get traffic before they are ready; meant for peers that find each other by DNS.',
    distribution: () => 'Traffic distribution',
    distributionHelp: () => 'Default: all Pods alike. The others prefer Pods nearby, and fall back to all.',
    distributions: {
      none: 'All Pods alike',
      PreferSameZone: 'Same zone first (1.34 and later)',
      PreferSameNode: 'Same node first (1.34 and later)',
      PreferClose: 'Same zone first, older name',
    },
  },
  balancer: {
    title: () => 'Load balancer',
    className: () => 'Class',
    classHelp: () =>
      'Which implementation provides the address. Default: the cluster’s own. Cannot change afterwards.',
    classUsed: () => 'used by another Service here',
    ranges: () => 'Allowed source ranges',
    rangesHelp: () => 'Who may connect, where the load balancer enforces it. Default: everybody.',
    range: (index: number) => `Source range ${count(index + 1)}`,
    addRange: () => 'Add range',
    removeRange: (range: string) => `Remove ${range === '' ? 'the empty range' : range}`,
    nodePorts: () => 'Allocate node ports',
    nodePortsHelp: () =>
      'Default on. Off for load balancers that reach Pods directly; ports given out already stay.',
    healthCheck: () => 'Health check node port',
    healthCheckHelp: () =>
      'Where the load balancer asks each node for local Pods, with external policy Local. Assigned on apply, fixed then.',
  },
  addresses: {
    title: () => 'Addresses',
    policy: () => 'IP family policy',
    policyHelp: () =>
      'Default SingleStack. PreferDualStack takes a second family where the cluster has one; RequireDualStack fails without.',
    families: () => 'IP families',
    familiesHelp: () => 'The first cannot change once stored.',
    familyChoices: {
      '': 'As the cluster has it',
      IPv4: 'IPv4',
      IPv6: 'IPv6',
      'IPv4,IPv6': 'IPv4, then IPv6',
      'IPv6,IPv4': 'IPv6, then IPv4',
    },
    clusterIP: () => 'Cluster IP',
    clusterIpHelp: () => 'The address inside the cluster. Empty: assigned on apply. Fixed then.',
    externalIPs: () => 'External IPs',
    externalIpsHelp: () => 'Nodes accept traffic for these addresses. Somebody has to route them there.',
    externalIpsWarning: () =>
      'Deprecated since Kubernetes 1.36: whoever may edit a Service could take over an address. Many clusters refuse it.',
    externalIp: (index: number) => `External IP ${count(index + 1)}`,
    addIp: () => 'Add address',
    removeIp: (address: string) => `Remove ${address === '' ? 'the empty address' : address}`,
  },
  metadata: {
    labels: () => 'Labels',
    labelsHelp: () => 'How others find this Service. They do not choose Pods.',
    annotations: () => 'Annotations',
    annotationsHelp: () => 'Notes and settings for controllers.',
    key: () => 'Key',
    value: () => 'Value',
    valueOf: (key: string) => `Value of ${key}`,
    add: () => 'Add',
    remove: (key: string) => `Remove ${key}`,
    restore: (key: string) => `Restore ${key}`,
    taken: (key: string) => `${key} is there already.`,
  },
  otherFields: (n: number) =>
    `${count(n)} more ${plural(n, { one: 'field', other: 'fields' })}, only in YAML`,
  more: () => 'More about this port',
  on: () => 'on',
  off: () => 'off',
});

export type ServiceFormMessages = ReturnType<typeof buildServiceFormMessages>;
