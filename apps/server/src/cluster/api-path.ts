import type { CollectionAddress, ObjectAddress, ResourceType } from './cluster-client.ts';
import { ClusterProblem } from './cluster-problem.ts';

const dnsSubdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const dnsLabel = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const version = /^v[1-9][0-9]*(?:(?:alpha|beta)[1-9][0-9]*)?$/;
// The API server's rule for a name as a path segment (`system:node` is one), and nothing unprintable.
const unsafeSegment = /[/%\s\p{Cc}]/u;

function check(part: string, { what, isValid }: { what: string; isValid: boolean }): string {
  if (isValid) return encodeURIComponent(part);
  throw new ClusterProblem(
    'OBJECT_NAME_INVALID',
    `This is no valid ${what}: ${JSON.stringify(part.slice(0, 80))}`,
    {
      hint: 'Kubernetes allows lower-case letters, digits, - and . here.',
    },
  );
}

function objectName(name: string): string {
  const isValid =
    name !== '' && name.length <= 253 && name !== '.' && name !== '..' && !unsafeSegment.test(name);
  return check(name, { what: 'object name', isValid });
}

function typePath({ group, version: apiVersion }: Pick<ResourceType, 'group' | 'version'>): string {
  const safeVersion = check(apiVersion, { what: 'API version', isValid: version.test(apiVersion) });
  if (group === '') return `/api/${safeVersion}`;
  return `/apis/${check(group, { what: 'API group', isValid: group.length <= 253 && dnsSubdomain.test(group) })}/${safeVersion}`;
}

/** The path of a collection in one namespace, or in the whole cluster. */
export function collectionPath({ type, namespace }: CollectionAddress): string {
  const resource = check(type.resource, {
    what: 'resource',
    isValid: type.resource.length <= 63 && dnsLabel.test(type.resource),
  });
  if (namespace === undefined) return `${typePath(type)}/${resource}`;
  const safeNamespace = check(namespace, {
    what: 'namespace',
    isValid: namespace.length <= 63 && dnsLabel.test(namespace),
  });
  return `${typePath(type)}/namespaces/${safeNamespace}/${resource}`;
}

export const objectPath = ({ type, namespace, name }: ObjectAddress): string =>
  `${collectionPath({ type, namespace })}/${objectName(name)}`;

/** Where the API server describes all kinds of a group and version, as OpenAPI v3. */
export const openApiPath = (type: Pick<ResourceType, 'group' | 'version'>): string =>
  `/openapi/v3${typePath(type)}`;

/** `?a=b&c=d`; what is `undefined` is left out. */
export function queryText(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
