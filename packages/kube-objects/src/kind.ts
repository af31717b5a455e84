/** The kinds Fairlead watches. Everything else about a kind (address, scope) follows from {@link kindInfo}. */
export type Kind =
  | 'Namespace'
  | 'Node'
  | 'IngressClass'
  | 'Service'
  | 'Ingress'
  | 'EndpointSlice'
  | 'Pod'
  | 'Deployment'
  | 'ReplicaSet'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'Job';

/** Where a kind lives in the Kubernetes API. `group` is empty for the core group. */
export interface KindInfo {
  readonly kind: Kind;
  readonly group: string;
  readonly version: string;
  /** The plural in URLs and in RBAC rules. */
  readonly resource: string;
  readonly isNamespaced: boolean;
}

const core = { group: '', version: 'v1' } as const;
const apps = { group: 'apps', version: 'v1' } as const;
const networking = { group: 'networking.k8s.io', version: 'v1' } as const;

const table: Readonly<Record<Kind, KindInfo>> = {
  Namespace: { kind: 'Namespace', ...core, resource: 'namespaces', isNamespaced: false },
  Node: { kind: 'Node', ...core, resource: 'nodes', isNamespaced: false },
  IngressClass: { kind: 'IngressClass', ...networking, resource: 'ingressclasses', isNamespaced: false },
  Service: { kind: 'Service', ...core, resource: 'services', isNamespaced: true },
  Ingress: { kind: 'Ingress', ...networking, resource: 'ingresses', isNamespaced: true },
  EndpointSlice: {
    kind: 'EndpointSlice',
    group: 'discovery.k8s.io',
    version: 'v1',
    resource: 'endpointslices',
    isNamespaced: true,
  },
  Pod: { kind: 'Pod', ...core, resource: 'pods', isNamespaced: true },
  Deployment: { kind: 'Deployment', ...apps, resource: 'deployments', isNamespaced: true },
  ReplicaSet: { kind: 'ReplicaSet', ...apps, resource: 'replicasets', isNamespaced: true },
  StatefulSet: { kind: 'StatefulSet', ...apps, resource: 'statefulsets', isNamespaced: true },
  DaemonSet: { kind: 'DaemonSet', ...apps, resource: 'daemonsets', isNamespaced: true },
  Job: { kind: 'Job', group: 'batch', version: 'v1', resource: 'jobs', isNamespaced: true },
};

/** All watched kinds, in the order a first load asks for them: what the picture needs first comes first. */
export const kinds: readonly Kind[] = [
  'Namespace',
  'IngressClass',
  'Ingress',
  'Service',
  'EndpointSlice',
  'Node',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'Pod',
];

export const kindInfo = (kind: Kind): KindInfo => table[kind];

/** `apps/v1`, `v1`: the value of an object's `apiVersion`. */
export const apiVersionOf = ({ group, version }: Pick<KindInfo, 'group' | 'version'>): string =>
  group === '' ? version : `${group}/${version}`;

export const isKind = (text: string): text is Kind => Object.hasOwn(table, text);
