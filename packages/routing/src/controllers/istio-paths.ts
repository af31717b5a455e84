import type { HttpIngressPath } from '@fairlead/kube-objects';
import { elementsMatcher, type PathMatcher } from '../engine/path-matcher.ts';

/** A path as Istio matches and sorts it: by its length, Exact before others of that length. */
export interface IstioPath {
  readonly matcher: PathMatcher;
  readonly length: number;
  readonly isExact: boolean;
  /** The same for paths of which only the first is asked. */
  readonly key: string;
}

const exact = (path: string): IstioPath => ({
  matcher: { kind: 'exact', path },
  length: path.length,
  isExact: true,
  key: `exact ${path}`,
});

/** Whole elements, as Envoy's path_separated_prefix; the length counts a final slash. */
const prefix = (path: string): IstioPath => ({
  matcher: elementsMatcher(path),
  length: path.length,
  isExact: false,
  key: `prefix ${path}`,
});

const everything: IstioPath = {
  matcher: { kind: 'everything' },
  length: 0,
  isExact: false,
  key: 'everything',
};

/** [IST-5] An asterisk at the end makes a prefix of what stands before it and its slash or dot; anything else is exact. */
function readOwnPath(path: string): IstioPath {
  if (['', '*', '/*', '.*'].includes(path)) return everything;
  return path.endsWith('.*') || path.endsWith('/*') ? prefix(path.slice(0, -2)) : exact(path);
}

/** [IST-4] [IST-5] */
export function readIstioPath({ path = '', pathType }: HttpIngressPath): IstioPath {
  if (pathType === 'Exact') return exact(path);
  return pathType === 'Prefix' ? prefix(path) : readOwnPath(path);
}
