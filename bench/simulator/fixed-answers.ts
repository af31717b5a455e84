import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindInfo, kinds, type Kind } from '@fairlead/kube-objects';
import { repositoryRoot } from '../harness/start-process.ts';

export const groupPath = (kind: Kind): string => {
  const { group, version } = kindInfo(kind);
  return group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
};

const discoverKind = (kind: Kind): unknown => {
  const { resource, isNamespaced } = kindInfo(kind);
  return {
    name: resource,
    singularName: '',
    namespaced: isNamespaced,
    kind,
    verbs: ['get', 'list', 'watch'],
  };
};

const fixedAnswers: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['/version', { major: '1', minor: '34', gitVersion: 'v1.34.1', platform: 'linux/amd64' }],
  ['/api', { kind: 'APIVersions', versions: ['v1'] }],
  ['/apis', { kind: 'APIGroupList', apiVersion: 'v1', groups: [] }],
  ...[...new Set(kinds.map(groupPath))].map((path): [string, unknown] => {
    const resources = kinds.filter((kind) => groupPath(kind) === path).map(discoverKind);
    return [path, { kind: 'APIResourceList', groupVersion: path.replace(/^\/apis?\//, ''), resources }];
  }),
  [
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    { kind: 'SelfSubjectAccessReview', apiVersion: 'authorization.k8s.io/v1', status: { allowed: true } },
  ],
  [
    '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    {
      kind: 'SelfSubjectReview',
      apiVersion: 'authentication.k8s.io/v1',
      status: { userInfo: { username: 'bench' } },
    },
  ],
]);

/** A real API server's own description of the kinds that are edited. */
const schemaFiles: ReadonlyMap<string, string> = new Map([
  ['/openapi/v3/api/v1', 'core-v1.json'],
  ['/openapi/v3/apis/networking.k8s.io/v1', 'networking-v1.json'],
]);

const schemaFolder = join(repositoryRoot, 'apps/server/assets/demo-openapi');

/** What is answered whatever the cluster holds; lists of kinds that it has none of are empty. */
export function findFixedAnswer(path: string): unknown {
  const schemaFile = schemaFiles.get(path);
  if (schemaFile !== undefined) return JSON.parse(readFileSync(join(schemaFolder, schemaFile), 'utf8'));
  if (/^\/api\/v1\/namespaces\/[^/]+\/(?:events|secrets|configmaps)$/.test(path))
    return { kind: 'List', apiVersion: 'v1', metadata: {}, items: [] };
  return fixedAnswers.get(path);
}
