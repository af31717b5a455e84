import type { NormalizedRequest } from '../request.ts';
import { matchesPath } from './path-matcher.ts';
import { meetsConditions } from './route-condition.ts';
import type { HostTable, Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';

/** Whether a route answers requests like this one, whatever their path. */
const takesBeside = (route: Route, request: NormalizedRequest): boolean =>
  (route.scheme === undefined || route.scheme === request.scheme) &&
  (route.conditions === undefined || meetsConditions(route.conditions, request));

/** Whether a route answers this request, whose path rules are compared with as `path`. */
export const takesRequest = (route: Route, path: string, request: NormalizedRequest): boolean =>
  matchesPath(route.matcher, path) && takesBeside(route, request);

/** The host by which tables are looked up. */
export const hostKeyOf = ({ profile }: RoutingIndex, { host, hasFinalDot }: NormalizedRequest): string =>
  profile.keepsFinalDot && hasFinalDot ? `${host}.` : host;

function firstIn(
  { routes, matchers }: HostTable,
  path: string,
  request: NormalizedRequest,
): Route | undefined {
  for (let at = 0; at < matchers.length; at += 1) {
    const matcher = matchers[at];
    if (matcher === undefined || !matchesPath(matcher, path)) continue;
    const route = routes[at];
    if (route !== undefined && takesBeside(route, request)) return route;
  }
  return undefined;
}

/** The table of the nearest wildcard from a dot of the host on, and where the next one is looked for. */
function findWildcard(
  { wildcardHosts, profile }: RoutingIndex,
  host: string,
  from: number,
): { readonly table: HostTable; readonly dot: number } | undefined {
  if (wildcardHosts.size === 0) return undefined;
  for (let dot = host.indexOf('.', from); dot > 0; dot = host.indexOf('.', dot + 1)) {
    const table = wildcardHosts.get(host.slice(dot));
    if (table !== undefined) return { table, dot };
    if (!profile.hasDeepWildcards) return undefined;
  }
  return undefined;
}

/** [TRC-4] The tables of the exact host, of wildcards from the longest on, of any host. */
export function listTables(index: RoutingIndex, host: string): readonly HostTable[] {
  const exact = index.exactHosts.get(host);
  const tables = exact === undefined ? [] : [exact];
  let wildcard = findWildcard(index, host, 0);
  while (wildcard !== undefined) {
    tables.push(wildcard.table);
    wildcard = index.profile.hasDeepWildcards ? findWildcard(index, host, wildcard.dot + 1) : undefined;
  }
  if (index.anyHost !== undefined) tables.push(index.anyHost);
  return tables;
}

/** The tables that are open to a request. */
export function listOpenTables(index: RoutingIndex, request: NormalizedRequest): readonly HostTable[] {
  const { profile, built } = index;
  const tables = listTables(index, hostKeyOf(index, request));
  return profile.isOpen === undefined
    ? tables
    : tables.filter(({ host }) => profile.isOpen?.(request, built, host) !== false);
}

/** The best host's table where no other is ever asked. */
function findOnlyTable(index: RoutingIndex, request: NormalizedRequest): HostTable | undefined {
  const host = hostKeyOf(index, request);
  return index.exactHosts.get(host) ?? findWildcard(index, host, 0)?.table ?? index.anyHost;
}

function findAmong(
  tables: readonly HostTable[],
  request: NormalizedRequest,
  { path, isByPriority }: { readonly path: string; readonly isByPriority: boolean },
): Route | undefined {
  let best: Route | undefined;
  for (const table of tables) {
    const found = firstIn(table, path, request);
    if (found === undefined) continue;
    if (!isByPriority) return found;
    if (best === undefined || found.priority > best.priority) best = found;
  }
  return best;
}

const defaultOf = ({ defaultByHost, built }: RoutingIndex, table: HostTable | undefined): Route | undefined =>
  defaultByHost.get(table?.host ?? '') ?? built.defaults[0];

/**
 * The route of a request, whose path rules are compared with as `path`. Its cost does not grow with the number of hosts.
 */
export function findRoute(index: RoutingIndex, request: NormalizedRequest, path: string): Route | undefined {
  const { profile, options } = index;
  const order = profile.hostOrder(options);
  if (order === 'best-host' && profile.isOpen === undefined) {
    const table = findOnlyTable(index, request);
    const found = table === undefined ? undefined : firstIn(table, path, request);
    return found ?? defaultOf(index, table);
  }
  const tables = listOpenTables(index, request);
  const asked = order === 'best-host' ? tables.slice(0, 1) : tables;
  return (
    findAmong(asked, request, { path, isByPriority: order === 'by-priority' }) ?? defaultOf(index, tables[0])
  );
}

/** Whether a request meets no table at all, not even that of any host. */
export const meetsNoTable = (index: RoutingIndex, request: NormalizedRequest): boolean =>
  index.anyHost === undefined && findOnlyTable(index, request) === undefined;
