import type { NormalizedRequest } from '../request.ts';
import { matchesPath } from './path-matcher.ts';
import { meetsConditions } from './route-condition.ts';
import type { HostTable, Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';

/** What routing decides about a request before its backend is looked at. */
export interface Selection {
  /** The path that rules were compared with; `undefined`: the request is refused as malformed. */
  readonly path: string | undefined;
  /** Tables whose host matches, the most specific first. */
  readonly tables: readonly HostTable[];
  readonly route: Route | undefined;
  /** Another route has the same claim, and which of them is asked is not promised. */
  readonly rival: Route | undefined;
}

function wildcardTables({ wildcardHosts, profile }: RoutingIndex, host: string): readonly HostTable[] {
  if (wildcardHosts.size === 0) return [];
  const found: HostTable[] = [];
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    const table = wildcardHosts.get(host.slice(dot));
    if (table !== undefined) found.push(table);
    if (!profile.hasDeepWildcards) break;
  }
  return found;
}

/** [TRC-4] The tables of the exact host, of wildcards from the longest on, of any host. */
export function listTables(index: RoutingIndex, host: string): readonly HostTable[] {
  const exact = index.exactHosts.get(host);
  return [
    ...(exact === undefined ? [] : [exact]),
    ...wildcardTables(index, host),
    ...(index.anyHost === undefined ? [] : [index.anyHost]),
  ];
}

/** Whether a route answers this request, whose path rules are compared with as `path`. */
export const takesRequest = (route: Route, path: string, request: NormalizedRequest): boolean =>
  (route.scheme === undefined || route.scheme === request.scheme) &&
  matchesPath(route.matcher, path) &&
  (route.conditions === undefined || meetsConditions(route.conditions, request));

function firstIn(routes: readonly Route[], path: string, request: NormalizedRequest): Route | undefined {
  return routes.find((route) => takesRequest(route, path, request));
}

function highestIn(
  tables: readonly HostTable[],
  path: string,
  request: NormalizedRequest,
): Route | undefined {
  let best: Route | undefined;
  for (const { routes } of tables) {
    const first = firstIn(routes, path, request);
    if (first !== undefined && (best === undefined || first.priority > best.priority)) best = first;
  }
  return best;
}

interface Asked {
  readonly path: string;
  readonly request: NormalizedRequest;
  readonly profile: RoutingIndex['profile'];
}

function findRival(
  asked: readonly HostTable[],
  route: Route | undefined,
  { path, request, profile }: Asked,
): Route | undefined {
  if (route === undefined) return undefined;
  for (const { host, routes } of asked) {
    const isUnordered = profile.isUnordered?.(host) === true;
    const rival = routes.find(
      (other) =>
        other !== route &&
        (isUnordered || other.priority === route.priority) &&
        takesRequest(other, path, request),
    );
    if (rival !== undefined) return rival;
  }
  return undefined;
}

/** The tables that are asked, in order: which of the matching ones is the profile's decision. */
function tablesToAsk(index: RoutingIndex, tables: readonly HostTable[]): readonly HostTable[] {
  return index.profile.hostOrder(index.options) === 'best-host' ? tables.slice(0, 1) : tables;
}

/** Finds the route of a request; its cost does not grow with the number of hosts. */
export function selectRoute(index: RoutingIndex, request: NormalizedRequest): Selection {
  const { profile, built } = index;
  const path = profile.normalizePath(request.path);
  const host = profile.keepsFinalDot && request.hasFinalDot ? `${request.host}.` : request.host;
  const tables = listTables(index, host).filter(
    (table) => profile.isOpen === undefined || profile.isOpen(request, built, table.host),
  );
  if (path === undefined) return { path, tables, route: undefined, rival: undefined };
  const asked = tablesToAsk(index, tables);
  let route: Route | undefined;
  let rival: Route | undefined;
  if (profile.hostOrder(index.options) === 'by-priority') {
    route = highestIn(asked, path, request);
    rival = findRival(asked, route, { path, request, profile });
  } else {
    for (const table of asked) {
      route = firstIn(table.routes, path, request);
      if (route !== undefined) {
        rival = findRival([table], route, { path, request, profile });
        break;
      }
    }
  }
  route ??= index.defaultByHost.get(tables[0]?.host ?? '') ?? built.defaults[0];
  return { path, tables, route, rival };
}
