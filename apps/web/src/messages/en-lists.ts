import type { Kind } from '@fairlead/kube-objects';
import type { Formats } from './format.ts';

/** Words of the list pages. */
export const buildListMessages = ({ count }: Formats) => ({
  shown: (shown: number, all: number, namespaces: number) =>
    `${shown === all ? count(all) : `${count(shown)} of ${count(all)}`} in ${count(namespaces)} ${namespaces === 1 ? 'namespace' : 'namespaces'}`,
  shownClusterScoped: (shown: number, all: number) =>
    shown === all ? count(all) : `${count(shown)} of ${count(all)}`,
  filter: {
    ingress: () => 'Filter by name, host, path or backend',
    service: () => 'Filter by name, selector, port or address',
    object: () => 'Filter by name',
    label: () => 'Filter',
  },
  allNamespaces: () => 'All namespaces',
  namespaces: () => 'Namespaces',
  findNamespace: () => 'Find a namespace',
  showAllNamespaces: () => 'Show all namespaces',
  noNamespace: () => 'No namespace of that name.',
  className: () => 'Class',
  anyClass: () => 'Any class',
  findClass: () => 'Find a class',
  showAllClasses: () => 'Show all classes',
  noClass: () => 'No class of that name.',
  withProblems: () => 'With problems',
  columns: {
    name: () => 'Name',
    namespace: () => 'Namespace',
    className: () => 'Class',
    hosts: () => 'Hosts',
    paths: () => 'Paths',
    tls: () => 'TLS',
    backends: () => 'Backends',
    address: () => 'Address',
    state: () => 'State',
    age: () => 'Age',
    type: () => 'Type',
    clusterIp: () => 'Cluster IP',
    ports: () => 'Ports',
    selector: () => 'Selector',
    pods: () => 'Pods ready',
    usedBy: () => 'Used by',
    exposedAt: () => 'Exposed at',
  },
  more: (rest: number) => `+${count(rest)}`,
  anyHost: () => 'any other host',
  tlsYes: () => 'on',
  noAddress: () => 'none',
  noClassSet: () => 'none',
  podsReady: (ready: number, all: number) => `${count(ready)} of ${count(all)}`,
  usedBy: (rules: number) => (rules === 0 ? '' : `${count(rules)} ${rules === 1 ? 'rule' : 'rules'}`),
  nothingMatches: (kind: Kind, text: string) => `No ${kind} matches “${text}”.`,
  nothingMatchesFilter: (kind: Kind) => `No ${kind} matches the filter.`,
  clearHint: () => 'Clear the filter, or search all namespaces.',
  nothingHere: (kinds: string) => `There are no ${kinds} here.`,
  tableLabel: (kinds: string) => `${kinds}, sortable`,
  sortBy: (column: string) => `Sort by ${column}`,
});

export type ListMessages = ReturnType<typeof buildListMessages>;
