import type { NormalizedRequest } from '../request.ts';
import { matchesPath } from './path-matcher.ts';
import { meetsConditions } from './route-condition.ts';
import type { HostTable, Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';

/** Whether a route answers this request, whose path rules are compared with as `path`. */
export const takesRequest = (route: Route, path: string, request: NormalizedRequest): boolean =>
  (route.scheme === undefined || route.scheme === request.scheme) &&
  matchesPath(route.matcher, path) &&
  (route.conditions === undefined || meetsConditions(route.conditions, request));

/** The host by which tables are looked up. */
export const hostKeyOf = ({ profile }: RoutingIndex, { host, hasFinalDot }: NormalizedRequest): string =>
  profile.keepsFinalDot && hasFinalDot ? `${host}.` : host;

/** Walks through the tables of a host without listing them. */
class TableWalk {
  #route: Route | undefined;
  /** The host of the first table that is open to the request. */
  firstHost: string | undefined;
  readonly #index: RoutingIndex;
  readonly #request: NormalizedRequest;
  readonly #path: string;
  readonly #order: 'best-host' | 'host-by-host' | 'by-priority';

  constructor(index: RoutingIndex, request: NormalizedRequest, path: string) {
    this.#index = index;
    this.#request = request;
    this.#path = path;
    this.#order = index.profile.hostOrder(index.options);
  }

  get route(): Route | undefined {
    return this.#route;
  }

  /** Asks one table; `true` when no other has to be asked. */
  visit(table: HostTable | undefined): boolean {
    if (table === undefined) return false;
    const { profile, built } = this.#index;
    if (profile.isOpen !== undefined && !profile.isOpen(this.#request, built, table.host)) return false;
    this.firstHost ??= table.host;
    const found = this.#firstIn(table.routes);
    if (found !== undefined && (this.#route === undefined || found.priority > this.#route.priority))
      this.#route = found;
    return this.#order === 'best-host' || (this.#order === 'host-by-host' && found !== undefined);
  }

  #firstIn(routes: readonly Route[]): Route | undefined {
    for (const route of routes) if (takesRequest(route, this.#path, this.#request)) return route;
    return undefined;
  }
}

function visitWildcards({ wildcardHosts, profile }: RoutingIndex, host: string, walk: TableWalk): boolean {
  if (wildcardHosts.size === 0) return false;
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    if (walk.visit(wildcardHosts.get(host.slice(dot)))) return true;
    if (!profile.hasDeepWildcards) return false;
  }
  return false;
}

/**
 * The route of a request, whose path rules are compared with as `path`. Nothing is listed on the way, and its cost does not
 * grow with the number of hosts.
 */
export function findRoute(index: RoutingIndex, request: NormalizedRequest, path: string): Route | undefined {
  const host = hostKeyOf(index, request);
  const walk = new TableWalk(index, request, path);
  if (!walk.visit(index.exactHosts.get(host)) && !visitWildcards(index, host, walk))
    walk.visit(index.anyHost);
  return walk.route ?? index.defaultByHost.get(walk.firstHost ?? '') ?? index.built.defaults[0];
}
