import { quoteGo } from '../json/quote-go.ts';
import type { Refusal } from '../status/refusal.ts';
import { refuse } from '../status/refusal.ts';
import { forbiddenAccess } from '../status/refusals.ts';
import type { AccessPolicy, Identity, PolicyRule, RoleGrant } from './access-policy.ts';

/** What somebody wants to do to a resource. `namespace` is empty for the whole cluster, `name` for no single object. */
export interface AccessRequest {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
}

export type Decision = { readonly isAllowed: boolean; readonly reason: string };

const denied: Decision = { isAllowed: false, reason: '' };

const covers = (values: readonly string[], value: string): boolean =>
  values.includes('*') || values.includes(value);

const isRuleFor = (rule: PolicyRule, request: AccessRequest): boolean => {
  const resource =
    request.subresource === '' ? request.resource : `${request.resource}/${request.subresource}`;
  return (
    covers(rule.verbs, request.verb) &&
    covers(rule.apiGroups, request.group) &&
    covers(rule.resources, resource)
  );
};

/** What everybody who has logged in may do: ask about themselves. */
const basicRules: readonly PolicyRule[] = [
  {
    verbs: ['create'],
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
  },
  { verbs: ['create'], apiGroups: ['authentication.k8s.io'], resources: ['selfsubjectreviews'] },
];

const isMaster = (identity: Identity): boolean => identity.groups.includes('system:masters');
const isAuthenticated = (identity: Identity): boolean => identity.groups.includes('system:authenticated');

const reasonOf = (grant: RoleGrant): string => {
  const binding =
    grant.namespace === undefined
      ? `ClusterRoleBinding ${quoteGo(grant.name)}`
      : `RoleBinding ${quoteGo(`${grant.name}/${grant.namespace}`)}`;
  return `RBAC: allowed by ${binding} of ClusterRole ${quoteGo(grant.role)} to User ${quoteGo(grant.username)}`;
};

const isGrantFor = (grant: RoleGrant, identity: Identity, namespace: string): boolean =>
  grant.username === identity.username && (grant.namespace === undefined || grant.namespace === namespace);

/** Whether RBAC lets the identity do it. */
export function decideAccess(policy: AccessPolicy, identity: Identity, request: AccessRequest): Decision {
  if (isMaster(identity)) return { isAllowed: true, reason: '' };
  if (isAuthenticated(identity) && basicRules.some((rule) => isRuleFor(rule, request))) {
    return {
      isAllowed: true,
      reason:
        'RBAC: allowed by ClusterRoleBinding "system:basic-user" of ClusterRole "system:basic-user" to Group "system:authenticated"',
    };
  }
  const grant = policy.grants.find(
    (candidate) =>
      isGrantFor(candidate, identity, request.namespace) &&
      (policy.roles.get(candidate.role) ?? []).some((rule) => isRuleFor(rule, request)),
  );
  return grant === undefined ? denied : { isAllowed: true, reason: reasonOf(grant) };
}

/** All rules that hold for the identity in a namespace, as a rules review lists them. */
export function rulesOf(policy: AccessPolicy, identity: Identity, namespace: string): readonly PolicyRule[] {
  const masterRules: PolicyRule[] = isMaster(identity)
    ? [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }]
    : [];
  const granted = policy.grants
    .filter((grant) => isGrantFor(grant, identity, namespace))
    .flatMap((grant) => policy.roles.get(grant.role) ?? []);
  return [...masterRules, ...(isAuthenticated(identity) ? basicRules : []), ...granted];
}

const publicPaths = ['/healthz', '/livez', '/readyz', '/version', '/version/'];
const discoveryPaths = [
  '/api',
  '/api/*',
  '/apis',
  '/apis/*',
  '/healthz',
  '/livez',
  '/openapi',
  '/openapi/*',
  '/readyz',
  '/version',
  '/version/',
];

/** The addresses outside of resources that everybody, and everybody who has logged in, may read. */
export const readablePaths = { discovery: discoveryPaths, public: publicPaths };

const matchesPath = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** Whether the identity may read an address that is no resource. */
export function mayReadPath(identity: Identity, path: string): boolean {
  if (isMaster(identity)) return true;
  const patterns = isAuthenticated(identity) ? discoveryPaths : publicPaths;
  return patterns.some((pattern) => matchesPath(pattern, path));
}

/** The same as a review tells it. */
export function decidePath(identity: Identity, path: string): Decision {
  if (!mayReadPath(identity, path)) return denied;
  const reason =
    'RBAC: allowed by ClusterRoleBinding "system:discovery" of ClusterRole "system:discovery" to Group "system:authenticated"';
  return { isAllowed: true, reason: isMaster(identity) ? '' : reason };
}

/** The 403 for a resource. */
export function refuseAccess(identity: Identity, request: AccessRequest): Refusal {
  const resource =
    request.subresource === '' ? request.resource : `${request.resource}/${request.subresource}`;
  const where =
    request.namespace === '' ? 'at the cluster scope' : `in the namespace ${quoteGo(request.namespace)}`;
  const what = `User ${quoteGo(identity.username)} cannot ${request.verb} resource ${quoteGo(resource)} in API group ${quoteGo(request.group)} ${where}`;
  return forbiddenAccess({ group: request.group, resource: request.resource, name: request.name }, what);
}

/** The 403 for an address that is no resource. */
export const refusePath = (identity: Identity, verb: string, path: string): Refusal =>
  refuse({
    code: 403,
    reason: 'Forbidden',
    message: `forbidden: User ${quoteGo(identity.username)} cannot ${verb} path ${quoteGo(path)}`,
    details: {},
  });
