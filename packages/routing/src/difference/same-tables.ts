import type { BackendTarget } from '../engine/backend-target.ts';
import type { BuiltRoutes } from '../controllers/routing-profile.ts';
import type { CanaryBackend, HostTable, Route } from '../engine/route.ts';
import { ingressIdOf } from '../engine/route.ts';
import type { RoutingIndex } from '../engine/routing-index.ts';
import { destinationOfRoute } from '../engine/destination.ts';
import { findTlsOf } from '../engine/find-tls.ts';
import type { PathMatcher } from '../engine/path-matcher.ts';

/** A host's tables on one side of a comparison. */
export interface HostSide {
  readonly index: RoutingIndex;
  readonly tables: readonly HostTable[];
}

/** What is compared on its own, or does not decide about a request. */
const otherKeys: ReadonlySet<string> = new Set([
  'id',
  'ingress',
  'backend',
  'matcher',
  'canary',
  'fallback',
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
  const { ingress, matcher, canary, fallback, priority } = route;
  const byPriority =
    index.profile.hostOrder(index.options) === 'by-priority' || index.patternHosts.length > 0;
  return JSON.stringify([
    textOfOthers(route),
    textOfMatcher(matcher),
    byPriority ? `${priority}` : '',
    ingressIdOf(ingress),
    textOfEntries(ingress.metadata.annotations),
    textOfTarget(index, route),
    canary === undefined ? '' : textOfCanary(index, canary),
    fallback === undefined ? '' : textOfTarget(index, { ingress, backend: fallback }),
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

/** What of a host decides beside its routes. */
function textOfFacts(index: RoutingIndex, host: string, tables: readonly HostTable[]): string {
  const { built, profile } = index;
  const bare = host.endsWith('.') ? host.slice(0, -1) : host;
  const parent = `*${bare.slice(bare.indexOf('.'))}`;
  const tls = profile.needsCertificate === true ? findTlsOf(index, { host: bare }, { tables }) : undefined;
  const hosts = [host, bare, parent, ...tables.map((table) => table.host)];
  return JSON.stringify([hosts.map((each) => factsOf(built, each)), tls?.secret === null]);
}

const isSameMatcher = (a: PathMatcher, b: PathMatcher): boolean =>
  a === b || (a.kind === b.kind && textOfMatcher(a) === textOfMatcher(b));

const hasOnlyPath = ({ canary, fallback, conditions, redirect, fixedStatus }: Route): boolean =>
  [canary, fallback, conditions, redirect, fixedStatus].every((each) => each === undefined);

/** Routes of the same path of the same object, of which the controller made the same. */
const isSameObjectsRoute = (a: Route, b: Route): boolean =>
  a === b ||
  (a.ingress === b.ingress &&
    a.backend === b.backend &&
    a.id === b.id &&
    a.priority === b.priority &&
    a.action === b.action &&
    a.scheme === b.scheme &&
    hasOnlyPath(a) &&
    hasOnlyPath(b) &&
    isSameMatcher(a.matcher, b.matcher));

function isSameTarget(a: BackendTarget, b: BackendTarget): boolean {
  if (a === b) return true;
  if (a.kind !== 'ready' || b.kind !== 'ready' || a.service !== b.service || a.port !== b.port) return false;
  return (
    a.endpoints.length === b.endpoints.length &&
    a.endpoints.every((each, at) => {
      const other = b.endpoints[at];
      return each.address === other?.address && each.port === other.port;
    })
  );
}

/** Whether two routes answer alike: quickly where they come from the same object, else by everything they hold. */
function isSameRoute(before: HostSide, after: HostSide, [a, b]: readonly [Route, Route]): boolean {
  const isQuick =
    a.canary === undefined &&
    isSameObjectsRoute(a, b) &&
    isSameTarget(before.index.targetOf(a), after.index.targetOf(b));
  return isQuick || textOfRoute(before.index, a) === textOfRoute(after.index, b);
}

/** All routes that may answer for a host, in their order, with the defaults at the end. */
function listRoutes({ index, tables }: HostSide): readonly (Route | undefined)[] {
  const { defaultByHost, built } = index;
  return [
    ...tables.flatMap(({ routes }) => [...routes, undefined]),
    defaultByHost.get(tables[0]?.host ?? ''),
    built.defaults[0],
  ];
}

function hasSameRoutes(before: HostSide, after: HostSide): boolean {
  const [mine, others] = [listRoutes(before), listRoutes(after)];
  return (
    mine.length === others.length &&
    mine.every((route, at) => {
      const other = others[at];
      return route === undefined || other === undefined
        ? route === other
        : isSameRoute(before, after, [route, other]);
    })
  );
}

/** Whether a profile and its options are the same, so that equal tables mean equal answers. */
export const isSameController = (a: RoutingIndex, b: RoutingIndex): boolean =>
  a.profile === b.profile && textOfEntries(a.options) === textOfEntries(b.options);

/** [DIF-4] Whether nothing that could decide about a request for the host is different: proven, whatever the patterns. */
export const hasSameTables = (host: string, before: HostSide, after: HostSide): boolean =>
  isSameController(before.index, after.index) &&
  before.tables.length === after.tables.length &&
  before.tables.every((table, at) => table.host === after.tables[at]?.host) &&
  textOfFacts(before.index, host, before.tables) === textOfFacts(after.index, host, after.tables) &&
  hasSameRoutes(before, after);
