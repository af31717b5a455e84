import { findVerdict } from '../engine/find-verdict.ts';
import type { PathMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import type { RoutingIndex } from '../engine/routing-index.ts';
import { listTables } from '../engine/find-route.ts';
import { selectRoute } from '../engine/select-route.ts';
import { normalizeRequest, type RoutingRequest } from '../request.ts';
import { ChangeGroups } from './change-groups.ts';
import { listConditionVariants, type ConditionVariants, listConditionPaths } from './condition-variants.ts';
import { listHostClasses } from './host-classes.ts';
import { listPathClasses } from './path-classes.ts';
import { toRequestPaths } from './request-paths.ts';
import { hasSampledHeader, listRequestVariants } from './request-variants.ts';
import type { IncompleteComparison, RouteDifference } from './route-difference.ts';
import { hasSameTables, type HostSide } from './same-tables.ts';
import { isSameVerdict } from './same-verdict.ts';

/** A comparison under way. */
interface Comparison {
  readonly before: RoutingIndex;
  readonly after: RoutingIndex;
  readonly limit: number;
  readonly groups: ChangeGroups;
  readonly incomplete: Map<string, IncompleteComparison>;
  requestCount: number;
}

function addIncomplete({ incomplete }: Comparison, entry: IncompleteComparison): void {
  incomplete.set(JSON.stringify(entry), entry);
}

const placeOf = ({ ingress, host, path }: Route): Omit<IncompleteComparison, 'reason'> => ({
  ingress: `${ingress.metadata.namespace ?? ''}/${ingress.metadata.name}`,
  host,
  ...(path === null ? {} : { path }),
});

const chosenRoute = (index: RoutingIndex, request: RoutingRequest): Route | undefined =>
  selectRoute(index, normalizeRequest(request)).route;

/** Asks both sides about one request; `false` when no more may be asked. */
function compareRequest(comparison: Comparison, request: RoutingRequest): boolean {
  if (comparison.requestCount >= comparison.limit) {
    addIncomplete(comparison, { reason: 'LIMIT', host: request.host });
    return false;
  }
  comparison.requestCount += 1;
  const before = findVerdict(comparison.before, request);
  const after = findVerdict(comparison.after, request);
  if (!isSameVerdict(before, after)) comparison.groups.add({ request, before, after });
  return true;
}

/** A request without headers, and those with the headers and cookies that the routes it meets look at. */
function compareVariants(comparison: Comparison, plain: RoutingRequest): boolean {
  const routes = [chosenRoute(comparison.before, plain), chosenRoute(comparison.after, plain)];
  for (const route of routes)
    if (route !== undefined && hasSampledHeader([route]))
      addIncomplete(comparison, { reason: 'REGEX', ...placeOf(route) });
  return listRequestVariants(routes).every(({ headers, cookies }) =>
    compareRequest(comparison, {
      ...plain,
      ...(headers.size === 0 ? {} : { headers: { ...plain.headers, ...Object.fromEntries(headers) } }),
      ...(cookies.size === 0 ? {} : { cookies: Object.fromEntries(cookies) }),
    }),
  );
}

/** Notes what of a host's routes can only be tried by example. */
function noteSamples(
  comparison: Comparison,
  routes: readonly Route[],
  { sampled, variants }: { readonly sampled: readonly PathMatcher[]; readonly variants: ConditionVariants },
): void {
  const matchers = new Set(sampled);
  for (const route of routes)
    if (matchers.has(route.matcher) || (variants.isSampled && route.conditions !== undefined))
      addIncomplete(comparison, { reason: 'REGEX', ...placeOf(route) });
  const [first] = routes;
  if (variants.isCut && first !== undefined) addIncomplete(comparison, { reason: 'LIMIT', host: first.host });
}

function compareHost(comparison: Comparison, host: string): boolean {
  const sides: readonly HostSide[] = [comparison.before, comparison.after].map((index) => ({
    index,
    tables: listTables(index, host),
  }));
  const [before, after] = sides;
  if (before === undefined || after === undefined || hasSameTables(host, before, after)) return true;
  const routes = sides.flatMap(({ tables }) => tables.flatMap((table) => table.routes));
  const { paths, sampled } = listPathClasses([
    ...routes.map(({ matcher }) => matcher),
    ...listConditionPaths(routes),
  ]);
  const variants = listConditionVariants(routes);
  noteSamples(comparison, routes, { sampled, variants });
  const hasCanaries = routes.some(({ canary }) => canary !== undefined);
  const compare = hasCanaries ? compareVariants : compareRequest;
  return toRequestPaths([comparison.before.profile, comparison.after.profile], paths).every((path) =>
    variants.parts.every((part) =>
      (['http', 'https'] as const).every((scheme) => compare(comparison, { ...part, scheme, host, path })),
    ),
  );
}

const usualLimit = 200_000;

/**
 * [DIF-1] to [DIF-5] The requests whose outcome differs between two routing tables, one example for each thing that changes
 * them. `limit` is how many requests may be tried.
 */
export function compareRoutes(
  before: RoutingIndex,
  after: RoutingIndex,
  { limit = usualLimit }: { readonly limit?: number } = {},
): RouteDifference {
  const comparison: Comparison = {
    before,
    after,
    limit,
    groups: new ChangeGroups(),
    incomplete: new Map(),
    requestCount: 0,
  };
  if (before.profile !== after.profile) addIncomplete(comparison, { reason: 'PROFILE' });
  for (const { host } of listHostClasses([before, after])) if (!compareHost(comparison, host)) break;
  if (comparison.requestCount > 0)
    for (const { table } of [...before.patternHosts, ...after.patternHosts])
      addIncomplete(comparison, { reason: 'REGEX', host: table.host.slice(1) });
  return {
    isComplete: comparison.incomplete.size === 0,
    incomplete: [...comparison.incomplete.values()],
    requestCount: comparison.requestCount,
    changes: comparison.groups.list(),
  };
}
