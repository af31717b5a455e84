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
  /** [HAP-11] Asked before all others of the host. */
  readonly isFirst: boolean;
  /** Absent of a path that ends the list: whoever comes so far finds nothing here. */
  readonly route: Route | undefined;
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

/** [HAP-11] What paths that are asked first are ahead of the others. */
const head = 2 ** 40;

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
    return matcher === undefined ? [] : [{ ...each, key: `${prefix}${patternOf(each)}`, matcher }];
  });
  const ordered = keyed.toSorted((a, b) => b.key.length - a.key.length || compareText(a.key, b.key));
  return ordered.flatMap(({ key, matcher, route, isFirst }, index) => {
    const priority = (isFirst ? head : 0) + key.length + (ordered.length - index) / (ordered.length + 1);
    return route === undefined ? [] : [{ ...route, host, matcher, priority }];
  });
}

type SortedKind = Extract<PathKind, 'prefix' | 'begin'>;

/** A Prefix or a beginning, and the file that it was moved to. */
interface SortedPath {
  readonly kind: SortedKind;
  readonly text: string;
  readonly path: HaproxyPath;
  file?: number;
  /** The file of a longer path that this one must not come before. */
  after?: number;
}

/** Later texts first: of two that begin alike the longer one. */
const byText = (a: string, b: string): number => compareText(b, a);

function listSortedPaths(paths: readonly HaproxyPath[]): readonly SortedPath[] {
  return paths
    .toSorted((a, b) => byText(a.path, b.path))
    .flatMap((path) => {
      if (path.kind !== 'prefix' && path.kind !== 'begin') return [];
      return [{ kind: path.kind, text: path.kind === 'begin' ? path.path.toLowerCase() : path.path, path }];
    })
    .toSorted((a, b) => byText(a.text, b.text));
}

const overlaps = (longer: SortedPath, shorter: SortedPath): boolean =>
  longer.kind !== shorter.kind && longer.text !== shorter.text && longer.text.startsWith(shorter.text);

/** Puts what overlaps a shorter path of the other kind into files of their own; answers the kind of each file. */
function moveToFiles(sorted: readonly SortedPath[]): readonly SortedKind[] {
  const files: SortedKind[] = [];
  for (const [index, longer] of sorted.entries())
    for (const shorter of sorted.slice(index + 1)) {
      if (!overlaps(longer, shorter)) continue;
      if (longer.file === undefined) {
        const known = files.indexOf(longer.kind, longer.after ?? 0);
        longer.file = known === -1 ? files.push(longer.kind) - 1 : known;
      }
      shorter.after = longer.file;
    }
  return files;
}

/** [HAP-3] Which of two with the same text is asked first depends on what other hosts have. */
const isOpenTie = ({ text, kind, file }: SortedPath, sorted: readonly SortedPath[]): boolean =>
  file !== undefined &&
  sorted.some((other) => other.text === text && other.kind !== kind && other.file !== undefined);

const assumed = (path: HaproxyPath): HaproxyPath =>
  path.route === undefined ? path : { ...path, route: { ...path.route, isAssumed: true } };

/** [HAP-3] Prefixes and beginnings of one host in the order in which they are asked. */
function orderPlain(paths: readonly HaproxyPath[]): readonly HaproxyPath[] {
  const sorted = listSortedPaths(paths);
  const moved = moveToFiles(sorted).length;
  const fileOf = ({ file, kind }: SortedPath): number => file ?? (kind === 'prefix' ? moved : moved + 1);
  return sorted
    .toSorted((a, b) => fileOf(a) - fileOf(b))
    .map((each) => (isOpenTie(each, sorted) ? assumed(each.path) : each.path));
}

/** [HAP-3] All paths of one host in that order: exact ones first and patterns last, both from the longest on. */
function orderPaths(paths: readonly HaproxyPath[]): readonly HaproxyPath[] {
  const ofKind = (kind: PathKind): readonly HaproxyPath[] =>
    paths.filter((each) => each.kind === kind).toSorted((a, b) => b.path.length - a.path.length);
  return [...ofKind('exact'), ...orderPlain(paths), ...ofKind('regex')];
}

/** [HAP-3] The routes of a host that is a name, or of none. */
export function toPlainRoutes(host: string, paths: readonly HaproxyPath[]): readonly Route[] {
  const first = orderPaths(paths.filter(({ isFirst }) => isFirst));
  const others = orderPaths(paths.filter(({ isFirst }) => !isFirst));
  const all = [...first, ...others];
  const end = all.findIndex(({ route }) => route === undefined);
  return all.slice(0, end === -1 ? all.length : end).flatMap(({ kind, path, route }, index) => {
    const matcher = plainMatcher(kind, path);
    if (matcher === undefined || route === undefined) return [];
    return [{ ...route, host, matcher, priority: all.length - index }];
  });
}
