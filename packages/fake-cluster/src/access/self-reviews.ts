import { fieldOf, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import type { AccessPolicy, Identity, PolicyRule } from './access-policy.ts';
import { decideAccess, decidePath, readablePaths, rulesOf, type Decision } from './authorize.ts';

function decide(policy: AccessPolicy, identity: Identity, spec: JsonObject): Decision {
  const path = fieldOf(spec, 'nonResourceAttributes');
  if (path !== undefined) return decidePath(identity, textAt(path, 'path'));
  const asked = objectAt(spec, 'resourceAttributes');
  return decideAccess(policy, identity, {
    verb: textAt(asked, 'verb'),
    group: textAt(asked, 'group'),
    resource: textAt(asked, 'resource'),
    subresource: textAt(asked, 'subresource'),
    namespace: textAt(asked, 'namespace'),
    name: textAt(asked, 'name'),
  });
}

/**
 * SelfSubjectAccessReview. As on a real server it does not look whether the resource is namespaced: a RoleBinding
 * answers yes for a cluster-scoped kind when the question names the namespace.
 */
export function reviewAccess(policy: AccessPolicy, identity: Identity, review: JsonObject): JsonObject {
  const { isAllowed, reason } = decide(policy, identity, objectAt(review, 'spec'));
  return { ...review, status: { allowed: isAllowed, ...(reason !== '' && { reason }) } };
}

const ruleJson = ({ verbs, apiGroups, resources }: PolicyRule): JsonObject => ({
  verbs,
  apiGroups,
  resources,
});

/** SelfSubjectRulesReview. */
export function reviewRules(policy: AccessPolicy, identity: Identity, review: JsonObject): JsonObject {
  const rules = rulesOf(policy, identity, textAt(review, 'spec', 'namespace'));
  return {
    kind: 'SelfSubjectRulesReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: {},
    status: {
      resourceRules: rules.map(ruleJson),
      nonResourceRules: [
        { verbs: ['get'], nonResourceURLs: readablePaths.discovery },
        { verbs: ['get'], nonResourceURLs: readablePaths.public },
      ],
      incomplete: false,
    },
  };
}

/** SelfSubjectReview: who am I. */
export const reviewSelf = (identity: Identity, now: string): JsonObject => ({
  kind: 'SelfSubjectReview',
  apiVersion: 'authentication.k8s.io/v1',
  metadata: { creationTimestamp: now },
  status: {
    userInfo: {
      username: identity.username,
      ...(identity.uid !== undefined && { uid: identity.uid }),
      groups: identity.groups,
    },
  },
});
