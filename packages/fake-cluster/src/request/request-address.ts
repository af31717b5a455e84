/** What a URL path names: a resource of the API, or some other address. */
export type RequestAddress =
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 'resource';
      readonly group: string;
      readonly version: string;
      /** Empty for cluster-wide requests. For a Namespace itself it is the Namespace's own name, as in the API server. */
      readonly namespace: string;
      readonly resource: string;
      readonly name: string;
      readonly subresource: string;
    };

export type ResourceAddress = Extract<RequestAddress, { kind: 'resource' }>;

function decodeSegments(path: string): string[] | undefined {
  try {
    return path
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) => decodeURIComponent(segment));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const namespaceSubresources = ['status', 'finalize'];

function addressOf(group: string, version: string, rest: readonly string[]): RequestAddress | undefined {
  const [first = '', second = '', third, ...more] = rest;
  const base = { kind: 'resource', group, version } as const;
  if (first === '') return undefined;
  const isInNamespace =
    first === 'namespaces' && third !== undefined && !namespaceSubresources.includes(third);
  if (isInNamespace) {
    return {
      ...base,
      namespace: second,
      resource: third,
      name: more[0] ?? '',
      subresource: more.slice(1).join('/'),
    };
  }
  const subresource = [...(third === undefined ? [] : [third]), ...more].join('/');
  return {
    ...base,
    namespace: first === 'namespaces' ? second : '',
    resource: first,
    name: second,
    subresource,
  };
}

/** Reads `/api/v1/...` and `/apis/<group>/<version>/...`; everything else is a plain path. */
export function parseRequestAddress(path: string): RequestAddress {
  const plain: RequestAddress = { kind: 'path', path };
  const segments = decodeSegments(path);
  if (segments === undefined) return plain;
  const [root, first = '', second = ''] = segments;
  if (root === 'api') return addressOf('', first, segments.slice(2)) ?? plain;
  if (root === 'apis') return addressOf(first, second, segments.slice(3)) ?? plain;
  return plain;
}
