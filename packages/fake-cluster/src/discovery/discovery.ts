import type { JsonObject } from '../json/json-value.ts';
import { apiVersionOfResource, servedResources } from '../resources/resource-table.ts';
import type { ServedResource } from '../resources/served-resource.ts';

/** What `/version` says: the server whose answers the fake is checked against. */
const version: JsonObject = {
  major: '1',
  minor: '37',
  emulationMajor: '1',
  emulationMinor: '37',
  minCompatibilityMajor: '1',
  minCompatibilityMinor: '36',
  gitVersion: 'v1.37.2',
  gitCommit: '$Format:%H$',
  gitTreeState: '',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: 'go1.26.8',
  compiler: 'gc',
  platform: 'linux/amd64',
};

interface ReviewResource {
  readonly group: string;
  readonly kind: string;
}

/** Questions that are posted and answered, never stored. */
export const reviewResources: readonly ReviewResource[] = [
  { group: 'authorization.k8s.io', kind: 'SelfSubjectAccessReview' },
  { group: 'authorization.k8s.io', kind: 'SelfSubjectRulesReview' },
  { group: 'authentication.k8s.io', kind: 'SelfSubjectReview' },
];

const groups = [
  ...new Set([...servedResources.map(({ group }) => group), ...reviewResources.map(({ group }) => group)]),
].filter((group) => group !== '');

export const isServedGroup = (group: string): boolean => groups.includes(group);

const allVerbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

function resourceEntries(served: ServedResource): JsonObject[] {
  const { resource, kind, isNamespaced, singular, shortNames } = served;
  const subresource = (name: string, verbs: readonly string[]): JsonObject => ({
    name: `${resource}/${name}`,
    singularName: '',
    namespaced: isNamespaced,
    kind,
    verbs,
  });
  return [
    {
      name: resource,
      singularName: singular,
      namespaced: isNamespaced,
      kind,
      verbs: allVerbs,
      ...(shortNames.length > 0 && { shortNames }),
    },
    ...(kind === 'Pod' ? [subresource('log', ['get'])] : []),
    ...(served.hasStatus ? [subresource('status', ['get', 'patch', 'update'])] : []),
  ];
}

const reviewEntry = ({ kind }: ReviewResource): JsonObject => ({
  name: `${kind.toLowerCase()}s`,
  singularName: kind.toLowerCase(),
  namespaced: false,
  kind,
  verbs: ['create'],
});

function resourceList(group: string): JsonObject {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersionOfResource({ group, version: 'v1' }),
    resources: [
      ...servedResources.filter((served) => served.group === group).flatMap(resourceEntries),
      ...reviewResources.filter((review) => review.group === group).map(reviewEntry),
    ],
  };
}

function groupEntry(name: string): JsonObject {
  const preferredVersion = { groupVersion: `${name}/v1`, version: 'v1' };
  return { name, versions: [preferredVersion], preferredVersion };
}

/** `/api` and below: the core group. */
function discoverCore(rest: readonly string[]): JsonObject | undefined {
  if (rest.length > 0) return rest.join('/') === 'v1' ? resourceList('') : undefined;
  const serverAddressByClientCIDRs = [{ clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1:6443' }];
  return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs };
}

/** `/apis` and below: all other groups. */
function discoverGroups([group, groupVersion, more]: readonly string[]): JsonObject | undefined {
  if (group === undefined) return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups.map(groupEntry) };
  if (!groups.includes(group) || more !== undefined) return undefined;
  if (groupVersion === undefined) return { kind: 'APIGroup', apiVersion: 'v1', ...groupEntry(group) };
  return groupVersion === 'v1' ? resourceList(group) : undefined;
}

/** What the API server says about itself at an address; `undefined` where it says nothing. */
export function discover(path: string): JsonObject | undefined {
  const [root, ...rest] = path.split('/').filter((part) => part !== '');
  if (root === 'version') return version;
  if (root === 'api') return discoverCore(rest);
  return root === 'apis' ? discoverGroups(rest) : undefined;
}
