/** Who somebody is, as the API server's authenticator would say. */
export interface Identity {
  readonly username: string;
  readonly uid?: string;
  readonly groups: readonly string[];
}

/** An RBAC rule; `*` stands for all. */
export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
}

/** Binds a ClusterRole to a user: in one namespace, or everywhere when `namespace` is absent. */
export interface RoleGrant {
  readonly name: string;
  readonly role: string;
  readonly username: string;
  readonly namespace?: string;
}

/** Identities, ClusterRoles and their bindings. Members of `system:masters` may do anything. */
export interface AccessPolicy {
  readonly identities: ReadonlyMap<string, Identity>;
  readonly roles: ReadonlyMap<string, readonly PolicyRule[]>;
  readonly grants: readonly RoleGrant[];
}

const read = ['get', 'list', 'watch'];
const write = [...read, 'create', 'update', 'patch', 'delete', 'deletecollection'];

const viewerRules: readonly PolicyRule[] = [
  { verbs: read, apiGroups: [''], resources: ['services', 'pods', 'namespaces', 'events'] },
  { verbs: read, apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'] },
  { verbs: read, apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'] },
  { verbs: read, apiGroups: ['apps'], resources: ['deployments', 'replicasets'] },
  { verbs: read, apiGroups: ['events.k8s.io'], resources: ['events'] },
];

const editorRules: readonly PolicyRule[] = [
  { verbs: write, apiGroups: [''], resources: ['services'] },
  { verbs: write, apiGroups: ['networking.k8s.io'], resources: ['ingresses'] },
];

const person = (username: string): [string, Identity] => [
  username,
  { username, uid: username, groups: ['system:authenticated'] },
];

/**
 * `admin` may do anything. `viewer` reads most kinds everywhere, no Nodes. `shop-editor` reads the same in namespace
 * `shop` only and may write its Services and Ingresses. `nobody` is known and may do nothing.
 */
export const defaultAccessPolicy: AccessPolicy = {
  identities: new Map([
    ['admin', { username: 'admin', groups: ['system:masters', 'system:authenticated'] }],
    person('viewer'),
    person('shop-editor'),
    person('nobody'),
  ]),
  roles: new Map([
    ['fairlead:viewer', viewerRules],
    ['fairlead:editor', editorRules],
  ]),
  grants: [
    { name: 'fairlead:viewer', role: 'fairlead:viewer', username: 'viewer' },
    { name: 'fairlead:viewer', role: 'fairlead:viewer', username: 'shop-editor', namespace: 'shop' },
    { name: 'fairlead:editor', role: 'fairlead:editor', username: 'shop-editor', namespace: 'shop' },
  ],
};

/** Who sends no credentials. */
export const anonymous: Identity = { username: 'system:anonymous', groups: ['system:unauthenticated'] };
