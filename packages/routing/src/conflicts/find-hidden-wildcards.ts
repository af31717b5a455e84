import { toRequestPaths } from '../difference/request-paths.ts';
import type { HostTable, Route } from '../engine/route.ts';
import type { RoutingIndex } from '../engine/routing-index.ts';
import { selectRoute } from '../engine/select-route.ts';
import { normalizeRequest } from '../request.ts';
import { readPattern } from '../difference/read-pattern.ts';
import { toClaim, type RouteConflict } from './route-conflict.ts';

const isRule = ({ action, viaDefaultBackend }: Route): boolean => action === 'backend' && !viaDefaultBackend;

/** A path that a route takes. */
function examplePathOf({ matcher }: Route): string | undefined {
  switch (matcher.kind) {
    case 'everything':
      return '/';
    case 'pattern': {
      const { literal, samples } = readPattern(matcher.regex);
      return literal ?? samples[0];
    }
    default:
      return matcher.path;
  }
}

interface Hidden {
  readonly route: Route;
  readonly url: string;
}

/** Whether a request for the route's path at the other host finds no rule at all. */
function findHidden(index: RoutingIndex, host: string, route: Route): Hidden | undefined {
  const text = examplePathOf(route);
  const [path] = toRequestPaths([index.profile], text === undefined ? [] : [text]);
  const scheme = route.scheme ?? 'http';
  if (path === undefined || !isRule(route)) return undefined;
  const chosen = selectRoute(index, normalizeRequest({ method: 'GET', scheme, host, path })).route;
  return chosen === undefined || chosen.action === 'not-found'
    ? { route, url: `${scheme}://${host}${path}` }
    : undefined;
}

/** The wildcard's table that the host would have, had it no rule of its own. */
function wildcardOf({ wildcardHosts, profile }: RoutingIndex, host: string): HostTable | undefined {
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    const table = wildcardHosts.get(host.slice(dot));
    if (table !== undefined || !profile.hasDeepWildcards) return table;
  }
  return undefined;
}

/** [CFL-4] Paths of wildcards that are not found at a host because that has a rule of its own. */
export function findHiddenWildcards(index: RoutingIndex): readonly RouteConflict[] {
  if (index.wildcardHosts.size === 0) return [];
  return [...index.exactHosts.values()].flatMap(({ host, routes }) => {
    const owner = routes.find(isRule);
    const hidden = (wildcardOf(index, host)?.routes ?? []).flatMap(
      (route) => findHidden(index, host, route) ?? [],
    );
    const [first] = hidden;
    if (owner === undefined || first === undefined) return [];
    return {
      code: 'WILDCARD_HIDDEN',
      host,
      winner: { ...toClaim(owner), path: null, pathType: null },
      losers: hidden.map(({ route }) => toClaim(route)),
      why: 'HOST',
      isAssumed: false,
      url: first.url,
    };
  });
}
