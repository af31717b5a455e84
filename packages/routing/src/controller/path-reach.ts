import type { ControllerFamily } from './ingress-controller.ts';

/**
 * [CTL-11] What a path of an Ingress matches. `exact`: this path alone. `elements`: it and everything below it. `text`: every
 * path that begins with these characters, `text-any-case` in whatever case. `pattern`: a regular expression. `everything`.
 */
export type PathReach = 'exact' | 'elements' | 'text' | 'text-any-case' | 'pattern' | 'everything';

/** Controllers that take a Prefix as the beginning of a text: `/foo` matches `/foobar` too. */
const loosePrefix: readonly ControllerFamily[] = ['nginx-f5', 'traefik'];

/** What ImplementationSpecific means, where that does not depend on the path. */
const ownReach: Readonly<Partial<Record<ControllerFamily, PathReach>>> = {
  'ingress-nginx': 'elements',
  'nginx-f5': 'text',
  traefik: 'text',
  haproxytech: 'text',
  'haproxy-ingress': 'text-any-case',
};

const istioSuffix = /[/.]\*$/;

/** [IST-5] */
function istioReachOf(path: string): PathReach {
  if (path === '*') return 'everything';
  if (!istioSuffix.test(path)) return 'exact';
  return path.length === 2 ? 'everything' : 'elements';
}

function ownReachOf(family: ControllerFamily, path: string): PathReach | undefined {
  if (family === 'kong') return path.startsWith('/~') ? 'pattern' : 'text';
  if (family === 'contour') return /[\^+*[\]%]/.test(path) ? 'pattern' : 'text';
  if (family === 'istio') return istioReachOf(path);
  return ownReach[family];
}

/**
 * [CTL-11] What a path of this type matches with a controller, without options that change it. `undefined`: nobody can tell,
 * for an unknown type or what only the controller knows.
 */
export function pathReachOf(
  family: ControllerFamily | undefined,
  { path, pathType }: { readonly path: string; readonly pathType: string },
): PathReach | undefined {
  switch (pathType) {
    case 'Exact':
      return 'exact';
    case 'Prefix':
      if (path === '/') return 'everything';
      return family !== undefined && loosePrefix.includes(family) ? 'text' : 'elements';
    case 'ImplementationSpecific':
      if (path === '' || path === '/') return family === 'istio' && path === '/' ? 'exact' : 'everything';
      return family === undefined ? undefined : ownReachOf(family, path);
    default:
      return undefined;
  }
}

/** [CTL-11] The text that requests are compared with: the path as it is written, but for the asterisk that Istio reads. */
export const comparedPathOf = (
  family: ControllerFamily | undefined,
  { path, pathType }: { readonly path: string; readonly pathType: string },
): string =>
  family === 'istio' && pathType === 'ImplementationSpecific' ? path.replace(istioSuffix, '') || '/' : path;

/** Request paths to show what a path matches and what it does not. */
export interface PathExamples {
  readonly matching: readonly string[];
  readonly others: readonly string[];
}

/** [CTL-11] Examples for a path, made from the text that it compares with; none for a pattern. */
export function listPathExamples(reach: PathReach, path: string): PathExamples {
  const bare = path.replace(/\/+$/, '');
  switch (reach) {
    case 'everything':
      return { matching: ['/', '/any/path'], others: [] };
    case 'exact':
      return { matching: [path], others: path.endsWith('/') ? [bare || '/x'] : [`${path}/`, `${path}/x`] };
    case 'elements':
      return { matching: [bare, `${bare}/`, `${bare}/x`], others: [`${bare}s`] };
    case 'text':
      return { matching: [path, `${path}/x`, `${path}s`], others: [path.toUpperCase()] };
    case 'text-any-case':
      return { matching: [path, `${path}s`, path.toUpperCase()], others: [] };
    case 'pattern':
      return { matching: [], others: [] };
  }
}
