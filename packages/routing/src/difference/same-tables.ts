import type { BuiltRoutes } from '../controllers/routing-profile.ts';
import type { CanaryBackend, HostTable, Route } from '../engine/route.ts';
import { ingressIdOf } from '../engine/route.ts';
import type { RoutingIndex } from '../engine/routing-index.ts';
import { destinationOfRoute } from '../engine/destination.ts';
import { findTlsOf } from '../engine/find-tls.ts';
import type { PathMatcher } from '../engine/path-matcher.ts';

/** What is compared on its own, or does not decide about a request. */
const otherKeys: ReadonlySet<string> = new Set([
  'id',
  'ingress',
  'backend',
  'matcher',
  'canary',
  'priority',
  'isAssumed',
]);

const textOfMatcher = (matcher: PathMatcher): string =>
  matcher.kind === 'pattern' ? `${matcher.regex.source} ${matcher.regex.flags}` : JSON.stringify(matcher);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An object's own entries as one text, whatever their order. */
const textOfEntries = (map: object = {}): string =>
  Object.entries(map)
    .map((entry) => JSON.stringify(entry))
    .toSorted(compareText)
    .join(' ');

function textOfTarget(index: RoutingIndex, from: Pick<Route, 'ingress' | 'backend'>): string {
  const target = index.targetOf(from);
  const status = target.kind === 'failed' ? index.profile.statusOf(target) : 0;
  const { service, servicePort, endpoints, externalName } = destinationOfRoute(from, target);
  return JSON.stringify([
    target.kind,
    status,
    service,
    servicePort,
    endpoints.toSorted(compareText),
    externalName,
  ]);
}

function textOfCanary(index: RoutingIndex, canary: CanaryBackend): string {
  const { ingress, backend: _backend, headerPattern, ...plain } = canary;
  return JSON.stringify([ingressIdOf(ingress), plain, headerPattern?.source, textOfTarget(index, canary)]);
}

/** What a route has besides, patterns by their text. */
const textOfOthers = (route: Route): string =>
  JSON.stringify(
    Object.entries(route).filter(([key]) => !otherKeys.has(key)),
    (_key, value: unknown) => (value instanceof RegExp ? `${value.source} ${value.flags}` : value),
  );

/** Everything of a route that may decide about a request. */
function textOfRoute(index: RoutingIndex, route: Route): string {
  const { ingress, matcher, canary, priority } = route;
  const byPriority = index.profile.hostOrder(index.options) === 'by-priority';
  return JSON.stringify([
    textOfOthers(route),
    textOfMatcher(matcher),
    byPriority ? `${priority}` : '',
    ingressIdOf(ingress),
    textOfEntries(ingress.metadata.annotations),
    textOfTarget(index, route),
    canary === undefined ? '' : textOfCanary(index, canary),
  ]);
}

/** What a controller knows of a host beside its routes. */
function factsOf({ tlsHosts, listeners, tlsClaims, owners }: BuiltRoutes, host: string): readonly unknown[] {
  const owner = owners?.get(host);
  const schemes = listeners?.get(host);
  return [
    tlsHosts.has(host),
    schemes === undefined ? null : [...schemes].toSorted(compareText),
    tlsClaims?.get(host) ?? null,
    owner === undefined ? null : [ingressIdOf(owner), textOfEntries(owner.metadata.annotations)],
  ];
}

function textOfHost(index: RoutingIndex, host: string, tables: readonly HostTable[]): string {
  const { built, defaultByHost } = index;
  const parent = `*${host.slice(host.indexOf('.'))}`;
  const tls = index.profile.needsCertificate === true ? findTlsOf(index, { host }, { tables }) : undefined;
  const hosts = [host, parent, ...tables.map((table) => table.host)];
  const defaults = [defaultByHost.get(tables[0]?.host ?? ''), built.defaults[0]];
  return JSON.stringify([
    hosts.map((each) => factsOf(built, each)),
    tls?.secret === null,
    tables.map((table) => [table.host, table.routes.map((route) => textOfRoute(index, route))]),
    defaults.map((route) => (route === undefined ? null : textOfRoute(index, route))),
  ]);
}

/** Whether a profile and its options are the same, so that equal tables mean equal answers. */
export const isSameController = (a: RoutingIndex, b: RoutingIndex): boolean =>
  a.profile === b.profile && textOfEntries(a.options) === textOfEntries(b.options);

/** A host's tables on one side of a comparison. */
export interface HostSide {
  readonly index: RoutingIndex;
  readonly tables: readonly HostTable[];
}

/** [DIF-4] Whether nothing that could decide about a request for the host is different: proven, whatever the patterns. */
export const hasSameTables = (host: string, before: HostSide, after: HostSide): boolean =>
  isSameController(before.index, after.index) &&
  textOfHost(before.index, host, before.tables) === textOfHost(after.index, host, after.tables);
