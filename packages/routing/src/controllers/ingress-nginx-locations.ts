import type { Ingress } from '@fairlead/kube-objects';
import type { PathMatcher } from '../engine/path-matcher.ts';
import { patternMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import { isNginxFlagSet, nginxAnnotation } from './ingress-nginx-annotations.ts';
import { toDefaultRoute, toRoute, type RulePath } from './list-rules.ts';
import type { DroppedRoute } from './routing-profile.ts';

/** A location of nginx before it is written: the rule it comes from and the type that counts. */
export interface Location {
  route: Route;
  /** The rule that it is of; `undefined`: a default backend's, or nobody's. */
  rule?: RulePath;
  readonly path: string;
  readonly type: 'Exact' | 'Prefix';
  /** The `/` that every server has until a rule takes it. */
  isBuiltIn: boolean;
}

/** One server of nginx: a host and its locations. */
export interface NginxServer {
  readonly host: string;
  readonly locations: Location[];
}

/** [NGX-2] Anything but Exact is a Prefix. */
export const typeOf = (pathType: string): Location['type'] => (pathType === 'Exact' ? 'Exact' : 'Prefix');

const unmatched: PathMatcher = { kind: 'everything' };

/** [NGX-6] A new server, whose `/` leads to the default backend of the Ingress that names the host first. */
export function newServer(host: string, ingress: Ingress): NginxServer {
  const { defaultBackend } = ingress.spec;
  const isServed = defaultBackend?.service !== undefined;
  const built = toDefaultRoute(ingress, isServed ? defaultBackend : {}, { host });
  const route: Route = isServed ? built : { ...built, action: 'not-found' };
  return { host, locations: [{ route, path: '/', type: 'Prefix', isBuiltIn: true }] };
}

/** [NGX-4] Adds a rule to its server; `undefined`, or why it has no effect. */
export function addLocation(server: NginxServer, rule: RulePath): DroppedRoute | undefined {
  const path = rule.path.path || '/';
  const type = typeOf(rule.path.pathType);
  const route = toRoute(rule, { matcher: unmatched, priority: 0 });
  const known = server.locations.find((location) => location.path === path);
  if (known === undefined || known.type !== type) {
    server.locations.push({ route, rule, path, type, isBuiltIn: false });
    return undefined;
  }
  if (!known.isBuiltIn) return { route, reason: 'SHADOWED' };
  known.route = route;
  known.rule = rule;
  known.isBuiltIn = false;
  return undefined;
}

/** [NGX-9] A rewrite to something else than the path itself. */
function hasRewrite({ route, path }: Location): boolean {
  const target = nginxAnnotation(route.ingress, 'rewrite-target');
  return target !== undefined && target !== path;
}

const wantsPattern = (location: Location): boolean =>
  hasRewrite(location) || isNginxFlagSet(location.route.ingress, 'use-regex') === true;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The texts of a location's patterns: a Prefix that is not a pattern itself is written with a final slash and without. */
function patternTexts(location: Location, locations: readonly Location[]): readonly string[] {
  const { path, type } = location;
  if (type === 'Exact' || path === '/' || wantsPattern(location) || path.endsWith('/')) return [path];
  const isTaken = locations.some((other) => other.type === 'Exact' && other.path === path);
  return isTaken ? [`${path}/`] : [`${path}/`, path];
}

/** [NGX-8] Every location of the host a pattern without end, the longest path first, then from the end of the alphabet. */
function toPatterns(locations: readonly Location[]): readonly Route[] {
  const ordered = locations
    .toSorted((a, b) => b.path.length - a.path.length || compareText(b.path, a.path))
    .flatMap((location) =>
      patternTexts(location, locations).map((text) => ({ route: location.route, text })),
    );
  return ordered.flatMap(({ route, text }, index) => {
    const matcher = patternMatcher(`^${text}`, 'i');
    return matcher === undefined
      ? []
      : [{ ...route, id: `${route.id} ~ ${text}`, matcher, priority: ordered.length - index }];
  });
}

const slashRedirect = (route: Route, path: string): Route => ({
  ...route,
  id: `${route.id} slash`,
  action: 'slash-redirect',
  matcher: { kind: 'exact', path },
  priority: path.length * 4 + 1,
});

/** [NGX-3] [NGX-5] Exact before Prefix, longer before shorter; a path with a final slash sends the one without there. */
function toPlain(locations: readonly Location[]): readonly Route[] {
  return locations.flatMap(({ route, path, type }) => {
    const bare = path.endsWith('/') ? path.slice(0, -1) : path;
    const redirect = bare !== path && bare !== '' ? [slashRedirect(route, bare)] : [];
    if (type === 'Exact')
      return [{ ...route, matcher: { kind: 'exact', path }, priority: path.length * 4 + 3 }, ...redirect];
    const matcher: PathMatcher =
      path === '/'
        ? { kind: 'everything' }
        : path.endsWith('/')
          ? { kind: 'text', path }
          : { kind: 'elements', path };
    return [{ ...route, matcher, priority: path.length * 4 + 2 }, ...redirect];
  });
}

/** [NGX-13] The root of a host, wherever in its locations one says so. */
function toAppRoot({ locations }: NginxServer): readonly Route[] {
  const found = locations.find(({ route }) => nginxAnnotation(route.ingress, 'app-root') !== undefined);
  if (found === undefined) return [];
  const matcher: PathMatcher = { kind: 'exact', path: '/' };
  const { route } = found;
  return [{ ...route, id: `${route.id} app-root`, action: 'app-root', matcher, priority: Infinity }];
}

/** [NGX-8] Whether every location of the server is written as a pattern. */
export const isOfPatterns = ({ locations }: NginxServer): boolean => locations.some(wantsPattern);

/** The routes of a server as nginx tries them. */
export const toRoutes = (server: NginxServer): readonly Route[] => [
  ...toAppRoot(server),
  ...(isOfPatterns(server) ? toPatterns(server.locations) : toPlain(server.locations)),
];
