import type { HttpIngressPath, Ingress } from '@fairlead/kube-objects';
import { elementsMatcher, patternMatcher, type PathMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import { haproxyAnnotation } from './haproxy-ingress-annotations.ts';

export type PathKind = 'exact' | 'prefix' | 'begin' | 'regex';

/** [HAP-3] How a path is compared. */
export function pathKindOf(ingress: Ingress, { pathType }: HttpIngressPath): PathKind {
  if (pathType === 'Exact') return 'exact';
  if (pathType === 'Prefix') return 'prefix';
  const own = haproxyAnnotation(ingress, 'path-type');
  return own === 'exact' || own === 'prefix' || own === 'regex' ? own : 'begin';
}

/** A path of a host, as it was written, with the route that it makes. */
export interface HaproxyPath {
  readonly kind: PathKind;
  readonly path: string;
  readonly route: Route;
}

const regexMatcher = (path: string): PathMatcher | undefined =>
  patternMatcher(path.startsWith('^') ? path : `^${path}`);

/** [HAP-3] What a path matches under a host that is a name, or without one; `undefined`: a pattern that is none. */
export function plainMatcher(kind: PathKind, path: string): PathMatcher | undefined {
  switch (kind) {
    case 'exact':
      return { kind: 'exact', path };
    case 'prefix':
      return elementsMatcher(path);
    case 'begin':
      return { kind: 'text-any-case', path: path.toLowerCase() };
    case 'regex':
      return regexMatcher(path);
  }
}

const kindOrder: Readonly<Record<PathKind, number>> = { exact: 3, prefix: 2, begin: 1, regex: 0 };

/** [HAP-3] Exact paths first and patterns last, each from the longest on. */
export function plainPriority(kind: PathKind, path: string): number {
  const rank = kind === 'exact' ? 2 : kind === 'regex' ? 0 : 1;
  return rank * 2 ** 32 + path.length * 4 + kindOrder[kind];
}

/** [HAP-4] Where the host is a pattern a Prefix is the beginning of a text, and case counts. */
function looseMatcher(kind: PathKind, path: string): PathMatcher | undefined {
  if (kind === 'prefix' || kind === 'begin') return { kind: 'text', path };
  return kind === 'exact' ? { kind: 'exact', path } : regexMatcher(path);
}

const quoted = (text: string): string => text.replaceAll(/[\\.+*?()|[\]{}^$]/g, '\\$&');

/** The path as part of a pattern, as the controller writes it. */
function patternOf({ kind, path }: HaproxyPath): string {
  if (kind === 'regex') return path;
  if (kind === 'exact') return `${quoted(path)}$`;
  return kind === 'prefix' && !path.endsWith('/') ? `${quoted(path)}(/.*)?` : quoted(path);
}

/** A host that is compared as a pattern. */
export interface LooseHost {
  /** What its table goes by. */
  readonly host: string;
  /** As it stands before a path's pattern. */
  readonly prefix: string;
}

/** [HAP-4] A wildcard host. */
export const toLooseWildcard = (host: string): LooseHost => ({
  host,
  prefix: `^[^.]+${quoted(host.slice(1))}#`,
});

/** [HAP-13] A pattern of hosts, in lower case as the controller makes it; without `$` it may go on. */
export const toLooseAlias = (pattern: string): LooseHost => ({
  host: `~${pattern}`,
  prefix: `${pattern.endsWith('$') ? pattern.slice(0, -1) : `${pattern}[^/]*`}#`,
});

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** [HAP-4] The routes of a host that is a pattern: host and path are one pattern, and the one that is written longest goes first. */
export function toLooseRoutes({ host, prefix }: LooseHost, paths: readonly HaproxyPath[]): readonly Route[] {
  const keyed = paths.flatMap((each) => {
    const matcher = looseMatcher(each.kind, each.path);
    return matcher === undefined ? [] : [{ key: `${prefix}${patternOf(each)}`, matcher, route: each.route }];
  });
  const ordered = keyed.toSorted((a, b) => b.key.length - a.key.length || compareText(a.key, b.key));
  return ordered.map(({ key, matcher, route }, index) => ({
    ...route,
    host,
    matcher,
    priority: key.length + (ordered.length - index) / (ordered.length + 1),
  }));
}

/** [HAP-3] The routes of a host that is a name, or of none. */
export const toPlainRoutes = (host: string, paths: readonly HaproxyPath[]): readonly Route[] =>
  paths.flatMap(({ kind, path, route }) => {
    const matcher = plainMatcher(kind, path);
    return matcher === undefined ? [] : [{ ...route, host, matcher, priority: plainPriority(kind, path) }];
  });
