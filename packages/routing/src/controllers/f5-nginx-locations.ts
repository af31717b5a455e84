import type { Ingress } from '@fairlead/kube-objects';
import { patternMatcher, type PathMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import { f5Annotation, partOf } from './f5-nginx-annotations.ts';
import type { F5Server } from './f5-nginx-hosts.ts';
import { toDefaultRoute, toRoute, type RulePath } from './list-rules.ts';
import type { BuildContext, DroppedRoute } from './routing-profile.ts';

type LocationKind = 'exact' | 'prefix' | 'pattern' | 'pattern-any-case';

/** One location of nginx. */
interface Location {
  readonly kind: LocationKind;
  readonly path: string;
  readonly rule: RulePath;
}

const beforePatterns = 2e6;
const patterns = 1e6;

/** [F5N-3] [F5N-7] `path-regex` makes every path of its Ingress a pattern, or exact. */
function kindOf({ ingress, path: { pathType } }: RulePath): LocationKind {
  switch (f5Annotation(ingress, 'path-regex')) {
    case 'case_sensitive':
      return 'pattern';
    case 'case_insensitive':
      return 'pattern-any-case';
    case 'exact':
      return 'exact';
    default:
      return pathType === 'Exact' ? 'exact' : 'prefix';
  }
}

function matcherOf({ kind, path }: Location): PathMatcher | undefined {
  switch (kind) {
    case 'exact':
      return { kind: 'exact', path };
    case 'prefix':
      return path === '/' ? { kind: 'everything' } : { kind: 'text', path };
    case 'pattern':
      return patternMatcher(`^${path}`);
    case 'pattern-any-case':
      return patternMatcher(`^${path}`, 'i');
  }
}

/** Exact first, then patterns in their order, then the longest beginning of a text. */
function priorityOf({ kind, path }: Location, index: number): number {
  if (kind === 'exact') return beforePatterns + path.length;
  return kind === 'prefix' ? path.length : patterns - index;
}

/** [F5N-8] nginx sends a path without the final slash of a location there, unless it has a location itself. */
function toSlashRedirect({ kind, path, rule }: Location, locations: readonly Location[]): readonly Route[] {
  const bare = path.slice(0, -1);
  const isPlain = kind === 'exact' || kind === 'prefix';
  const isTaken = locations.some(
    (other) => other.path === bare && (other.kind === 'exact' || other.kind === 'prefix'),
  );
  if (!isPlain || !path.endsWith('/') || bare === '' || isTaken) return [];
  const route = toRoute(rule, {
    matcher: { kind: 'exact', path: bare },
    priority: patterns + 1,
    isAssumed: true,
  });
  return [{ ...route, id: `${route.id} slash`, action: 'slash-redirect' }];
}

/** [F5N-9] What the server does where no path of a rule fits: the default backend of its own Ingress, or 404. */
function toFallback({ host, owner }: F5Server): Route {
  const { defaultBackend } = owner.spec;
  return partOf(owner) === 'standard' && defaultBackend !== undefined
    ? toDefaultRoute(owner, defaultBackend, { host })
    : { ...toDefaultRoute(owner, {}, { host }), action: 'not-found' };
}

/** [F5N-12] */
function toAppRoot(owner: Ingress, host: string): readonly Route[] {
  if (f5Annotation(owner, 'app-root') === undefined) return [];
  const route = toDefaultRoute(owner, {}, { host, priority: Infinity });
  return [
    { ...route, id: `${route.id} app-root`, action: 'app-root', matcher: { kind: 'exact', path: '/' } },
  ];
}

/** The routes of a server as nginx tries them, and the rules that it has no location for. */
export function toF5Routes(
  server: F5Server,
  { targetOf }: BuildContext,
): { readonly routes: readonly Route[]; readonly dropped: readonly DroppedRoute[] } {
  const locations = server.rules.map((rule) => ({
    kind: kindOf(rule),
    path: rule.path.path || '/',
    rule,
  }));
  const taken = new Set<string>();
  const routes: Route[] = [];
  const dropped: DroppedRoute[] = [];
  for (const [index, location] of locations.entries()) {
    const { kind, path, rule } = location;
    const matcher = matcherOf(location);
    const isExternal = targetOf({ ingress: rule.ingress, backend: rule.path.backend }).kind === 'external';
    const route = toRoute(rule, {
      matcher: matcher ?? { kind: 'everything' },
      priority: priorityOf(location, index),
      isAssumed: server.isAssumed || isExternal,
    });
    const key = `${kind} ${path}`;
    if (matcher === undefined) dropped.push({ route, reason: 'ROUTE_NOT_BUILT' });
    else if (taken.has(key)) dropped.push({ route, reason: 'SHADOWED' });
    else routes.push(route, ...toSlashRedirect(location, locations));
    taken.add(key);
  }
  const fallback = taken.has('prefix /') ? [] : [toFallback(server)];
  return { routes: [...toAppRoot(server.owner, server.host), ...routes, ...fallback], dropped };
}
