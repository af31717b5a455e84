import type { HttpIngressPath } from '@fairlead/kube-objects';
import type { PathMatcher } from '../engine/path-matcher.ts';

/** A path of the API's own types and everything below it. */
function withBelow(path: string): readonly string[] {
  const bare = path.endsWith('/') ? path.slice(0, -1) : path;
  return bare === '' ? ['/*'] : [bare, `${bare}/*`];
}

/** An asterisk stands at the end alone, after a slash. */
const isUrlMapPath = (path: string): boolean => {
  const at = path.indexOf('*');
  return at === -1 || (at === path.length - 1 && path.endsWith('/*'));
};

/** [GCE-6] [GCE-7] The paths of a URL map that a path becomes, `/*` at the end for everything below; `undefined`: refused. */
export function listUrlMapPaths({ path = '', pathType }: HttpIngressPath): readonly string[] | undefined {
  if (pathType !== 'Exact' && pathType !== 'Prefix')
    return isUrlMapPath(path) ? [path === '' ? '/*' : path] : undefined;
  if (path === '' || path.includes('*')) return undefined;
  return pathType === 'Exact' ? [path] : withBelow(path);
}

/** What one path of a URL map matches, and how early it is looked at: the longer first, one without `/*` first of equal ones. */
export function toUrlMapMatcher(path: string): { readonly matcher: PathMatcher; readonly priority: number } {
  if (!path.endsWith('/*')) return { matcher: { kind: 'exact', path }, priority: path.length * 2 + 1 };
  const start = path.slice(0, -1);
  const matcher: PathMatcher = start === '/' ? { kind: 'everything' } : { kind: 'text', path: start };
  return { matcher, priority: start.length * 2 };
}
