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

/** The tables whose pattern a host matches. */
const listPatternTables = ({ patternHosts }: RoutingIndex, host: string): readonly HostTable[] =>
  patternHosts.flatMap(({ table, regex }) => (regex.test(host) ? [table] : []));

/** [TRC-4] The tables of the exact host, of wildcards from the longest on, of patterns, of any host. */
export function listTables(index: RoutingIndex, host: string): readonly HostTable[] {
  const exact = index.exactHosts.get(host);
  const tables = exact === undefined ? [] : [exact];
  let wildcard = findWildcard(index, host, 0);
  while (wildcard !== undefined) {
    tables.push(wildcard.table);
    wildcard = index.profile.hasDeepWildcards ? findWildcard(index, host, wildcard.dot + 1) : undefined;
  }
  if (index.patternHosts.length > 0) tables.push(...listPatternTables(index, host));
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

/** Tables in which a request is looked up one after the other, those that are asked as one together. */
function rankTables(
  { profile, options, exactHosts, patternHosts }: RoutingIndex,
  tables: readonly HostTable[],
): readonly (readonly HostTable[])[] {
  if (profile.hostOrder(options) === 'by-priority') return [tables];
  if (patternHosts.length === 0) return tables.map((table) => [table]);
  const isLoose = ({ host }: HostTable): boolean => host !== '' && !exactHosts.has(host);
  const loose = tables.filter(isLoose);
  const first = tables.find(isLoose);
  return tables.flatMap((table) => (table === first ? [loose] : isLoose(table) ? [] : [[table]]));
}

/** Of the tables that a host leads to those in which its rules are looked for. */
export function listAskedTables(index: RoutingIndex, tables: readonly HostTable[]): readonly HostTable[] {
  if (index.profile.hostOrder(index.options) !== 'best-host') return tables;
  return index.patternHosts.length === 0 ? tables.slice(0, 1) : (rankTables(index, tables)[0] ?? []);
}

/** The tables that a route of one of them competes with others in. */
export const listRivalTables = (
  index: RoutingIndex,
  tables: readonly HostTable[],
  route: Route,
): readonly HostTable[] =>
  rankTables(index, listAskedTables(index, tables)).find((rank) =>
    rank.some(({ routes }) => routes.includes(route)),
  ) ?? [];

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

function findInRanks(
  ranks: readonly (readonly HostTable[])[],
  request: NormalizedRequest,
  path: string,
): Route | undefined {
  for (const tables of ranks) {
    const found = findAmong(tables, request, { path, isByPriority: true });
    if (found !== undefined) return found;
  }
  return undefined;
}

const defaultOf = ({ defaultByHost, built }: RoutingIndex, table: HostTable | undefined): Route | undefined =>
  defaultByHost.get(table?.host ?? '') ?? built.defaults[0];

/**
 * The route of a request, whose path rules are compared with as `path`. Its cost does not grow with the number of hosts.
 */
export function findRoute(index: RoutingIndex, request: NormalizedRequest, path: string): Route | undefined {
  const { profile, options } = index;
  const order = profile.hostOrder(options);
  const isRanked = index.patternHosts.length > 0;
  if (order === 'best-host' && profile.isOpen === undefined && !isRanked) {
    const table = findOnlyTable(index, request);
    const found = table === undefined ? undefined : firstIn(table, path, request);
    return found ?? defaultOf(index, table);
  }
  const tables = listOpenTables(index, request);
  const asked = listAskedTables(index, tables);
  const found = isRanked
    ? findInRanks(rankTables(index, asked), request, path)
    : findAmong(asked, request, { path, isByPriority: order === 'by-priority' });
  return found ?? defaultOf(index, tables[0]);
}

/** Whether a request meets no table at all, not even that of any host. */
export const meetsNoTable = (index: RoutingIndex, request: NormalizedRequest): boolean =>
  index.anyHost === undefined &&
  index.patternHosts.length === 0 &&
  findOnlyTable(index, request) === undefined;
