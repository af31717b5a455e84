import type { Ingress, Service, ServicePort } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import { matchesPath } from '../engine/path-matcher.ts';
import { meetsConditions } from '../engine/route-condition.ts';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import type { NormalizedRequest } from '../request.ts';
import { haproxyAnnotation } from './haproxy-ingress-annotations.ts';
import { buildAliases, buildHosts, listTiedHosts } from './haproxy-ingress-hosts.ts';
import { pathKindOf, plainMatcher, type HaproxyPath } from './haproxy-ingress-paths.ts';
import { withStrictRoots } from './haproxy-ingress-strict-host.ts';
import { listRuleHosts, listRulePaths, toDefaultRoute, toRoute, type RulePath } from './list-rules.ts';
import { findHaproxyClaim } from './listed-tls-claim.ts';
import type { ControllerOptions } from './options.ts';
import type {
  BuildContext,
  BuiltRoutes,
  ClassAnswer,
  DroppedRoute,
  RouteRedirect,
  RoutingProfile,
} from './routing-profile.ts';

/** [HAP-1] The annotation by its text before the field by its class's object; without either only with the option. */
function findClass(ingress: Ingress, { reader, options }: BuildContext): ClassAnswer {
  const named = labelValue(ingress.metadata.annotations, classAnnotation);
  if (named !== undefined)
    return named === (options.ingressClass ?? 'haproxy')
      ? { isTaken: true }
      : { isTaken: false, reason: named === '' ? 'NO_CLASS' : 'CLASS_OTHER_CONTROLLER' };
  const field = ingress.spec.ingressClassName;
  if (field === undefined)
    return options.watchIngressWithoutClass === true
      ? { isTaken: true }
      : { isTaken: false, reason: 'NO_CLASS' };
  const found = reader.find('IngressClass', undefined, field);
  if (found === undefined) return { isTaken: false, reason: 'CLASS_NOT_FOUND' };
  const own = options.controllerClass ?? 'haproxy-ingress.github.io/controller';
  return found.spec.controller === own
    ? { isTaken: true }
    : { isTaken: false, reason: 'CLASS_OTHER_CONTROLLER' };
}

/** [HAP-11] Whether the Ingress of a route sends the requests of its paths elsewhere. */
const isSentElsewhere = ({ ingress, viaDefaultBackend }: Route): boolean =>
  haproxyAnnotation(ingress, 'redirect-to') !== undefined && !viaDefaultBackend;

const solverPath = '/.well-known/acme-challenge';

/** [HAP-11] `no-redirect-locations`, of which nobody is expected to set another. */
const exceptSolver: Pick<Route, 'conditions'> = {
  conditions: [{ kind: 'path-elsewhere', than: solverPath }],
};

/** [HAP-11] */
const toSentElsewhere = (route: Route): Route =>
  route.host === '' ? { ...route, action: 'not-found' } : { ...route, ...exceptSolver };

/** A path with the route that it makes, wherever that stands. */
function toPath(rule: RulePath): HaproxyPath & { readonly route: Route } {
  const route = toRoute(rule, { matcher: { kind: 'everything' }, priority: 0 });
  const isSent = isSentElsewhere(route);
  return {
    kind: pathKindOf(rule.ingress, rule.path),
    path: rule.path.path || '/',
    isFirst: isSent && rule.host !== '',
    route: isSent ? toSentElsewhere(route) : route,
  };
}

/** [HAP-2] The paths of all hosts, of the same path and kind that of the oldest Ingress. */
function keepFirst(
  ingresses: readonly Ingress[],
  { targetOf }: BuildContext,
): {
  readonly pathsByHost: ReadonlyMap<string, readonly HaproxyPath[]>;
  readonly dropped: readonly DroppedRoute[];
} {
  const pathsByHost = new Map<string, HaproxyPath[]>();
  const dropped: DroppedRoute[] = [];
  for (const rule of listRulePaths(ingresses)) {
    const given = toPath(rule);
    const { kind, path, route } = given;
    const known = pathsByHost.get(rule.host) ?? [];
    const target = targetOf(route);
    const isGone = !isSentElsewhere(route) && target.kind === 'failed' && target.stage === 'backend';
    if (isGone || plainMatcher(kind, path) === undefined) dropped.push({ route, reason: 'ROUTE_NOT_BUILT' });
    else if (known.some((other) => other.kind === kind && other.path === path))
      dropped.push({ route, reason: 'SHADOWED' });
    else pathsByHost.set(rule.host, [...known, given]);
  }
  return { pathsByHost, dropped };
}

/** [HAP-6] Hosts that answer https: those of rules that an entry of the same Ingress's `spec.tls` is about. */
function listTlsHosts(ingresses: readonly Ingress[]): ReadonlySet<string> {
  return new Set(
    ingresses.flatMap(({ spec }) =>
      (spec.tls ?? []).flatMap(({ hosts }) =>
        hosts === undefined || hosts.length === 0 ? [] : hosts.map((host) => host.toLowerCase()),
      ),
    ),
  );
}

/** [HAP-5] The oldest default backend whose Service and port are there. */
function listDefaults(ingresses: readonly Ingress[], { targetOf }: BuildContext): readonly Route[] {
  const found = ingresses.find((ingress) => {
    const { defaultBackend: backend } = ingress.spec;
    if (backend?.service === undefined) return false;
    const target = targetOf({ ingress, backend });
    return target.kind !== 'failed' || target.stage !== 'backend';
  });
  return found?.spec.defaultBackend === undefined ? [] : [toDefaultRoute(found, found.spec.defaultBackend)];
}

/** [HAP-11] By host without TLS the redirects that are asked by https too. */
function listOpenRoutes(
  routes: readonly Route[],
  secured: ReadonlySet<string>,
): ReadonlyMap<string, readonly Route[]> {
  const open = new Map<string, Route[]>();
  for (const route of routes) {
    if (!isSentElsewhere(route) || route.host === '' || secured.has(route.host)) continue;
    const known = open.get(route.host);
    if (known === undefined) open.set(route.host, [route]);
    else known.push(route);
  }
  return open;
}

const isTakenBy = ({ matcher, conditions = [] }: Route, request: NormalizedRequest): boolean =>
  matchesPath(matcher, request.path) && meetsConditions(conditions, request);

/** [HAP-6] [HAP-11] A host without TLS whose redirects are asked by https too: its other routes are plain http's. */
function withoutTls(route: Route, open: ReadonlyMap<string, unknown>): Route {
  const isOwn = route.action === 'app-root' || isSentElsewhere(route);
  return open.has(route.host) && !isOwn && route.scheme === undefined ? { ...route, scheme: 'http' } : route;
}

/** Hosts that have a table: with the option those of `spec.tls`, too. */
const listHosts = (
  ingresses: readonly Ingress[],
  tlsHosts: ReadonlySet<string>,
  { strictHost = false }: ControllerOptions,
): readonly string[] =>
  strictHost
    ? [...new Set([...listRuleHosts(ingresses), ...tlsHosts])]
    : listRuleHosts(ingresses).filter((host) => host !== '');

function buildRoutes(ingresses: readonly Ingress[], context: BuildContext): BuiltRoutes {
  const { options } = context;
  const { pathsByHost: ownPaths, dropped } = keepFirst(ingresses, context);
  const tlsHosts = listTlsHosts(ingresses);
  const hosts = listHosts(ingresses, tlsHosts, options);
  const pathsByHost = options.strictHost === true ? withStrictRoots(ownPaths, hosts) : ownPaths;
  const own = buildHosts(ingresses, pathsByHost);
  const aliases = buildAliases(ingresses, pathsByHost, tlsHosts);
  const secured = new Set([...tlsHosts, ...aliases.tlsHosts]);
  const routes = [...own.routes, ...aliases.routes];
  const open = listOpenRoutes(routes, secured);
  return {
    routes: routes.map((route) => withoutTls(route, open)),
    owners: own.roots,
    openRoutes: open,
    ...(aliases.patterns.size === 0 ? {} : { hostPatterns: aliases.patterns }),
    dropped,
    defaults: listDefaults(ingresses, context),
    hosts,
    tlsHosts: secured,
  };
}

const withHttps = ({ hostText, port, path, query }: NormalizedRequest): string => {
  const authority = port === undefined ? hostText : `${hostText}:${port}`;
  return `https://${authority}${path}${query === '' ? '' : `?${query}`}`;
};

/** [HAP-5] A host's way to what rules without host have: no setting of an Ingress counts for it. */
const isStrictRoot = ({ host, hostRule, viaDefaultBackend }: Route): boolean =>
  host !== '' && hostRule === null && !viaDefaultBackend;

/** [HAP-7] */
function redirectToHttps(
  route: Route,
  request: NormalizedRequest,
  { tlsHosts }: BuiltRoutes,
): RouteRedirect | undefined {
  const isWanted = !isStrictRoot(route) && haproxyAnnotation(route.ingress, 'ssl-redirect') !== 'false';
  const isSolver = route.path?.startsWith(solverPath) === true;
  const isSent = route.redirect !== undefined || (isWanted && !isSolver && tlsHosts.has(route.host));
  return request.scheme === 'http' && isSent ? { status: 302, location: withHttps(request) } : undefined;
}

/** [HAP-9] [HAP-11] The root after https, another place before it. */
function findRedirect(
  route: Route,
  request: NormalizedRequest,
  built: BuiltRoutes,
): RouteRedirect | undefined {
  const { ingress, action, host } = route;
  if (action !== 'app-root' && host !== '' && isSentElsewhere(route))
    return { status: 302, location: haproxyAnnotation(ingress, 'redirect-to') ?? '' };
  const toHttps = redirectToHttps(route, request, built);
  return toHttps === undefined && action === 'app-root'
    ? { status: 302, location: haproxyAnnotation(ingress, 'app-root') ?? '' }
    : toHttps;
}

/** [HAP-12] What the rule's path matched is replaced; a target of a slash alone takes the slash behind it, too. */
function rewrite(route: Route, path: string): string | undefined {
  const { ingress, path: rulePath } = route;
  const target = haproxyAnnotation(ingress, 'rewrite-target');
  const start = rulePath ?? '/';
  if (target === undefined || isStrictRoot(route) || !path.startsWith(start)) return undefined;
  const rest = path.slice(start.length);
  return target === '/' ? `/${rest.replace(/^\//, '')}` : `${target}${rest}`;
}

/** [HAP-6] [HAP-9] [HAP-11] Https has the hosts of `spec.tls`, the root of those with one, and what redirects take. */
const isOpen = (
  request: NormalizedRequest,
  { tlsHosts, owners, openRoutes }: BuiltRoutes,
  host: string,
): boolean =>
  request.scheme === 'http' ||
  host === '' ||
  tlsHosts.has(host) ||
  openRoutes?.get(host)?.some((route) => isTakenBy(route, request)) === true ||
  (request.path === '/' && owners?.has(host) === true);

/** [HAP-8] The first Service port whose number, name or targetPort it is. */
const findPort = (service: Service, wanted: number | string): ServicePort | undefined =>
  (service.spec.ports ?? []).find(
    ({ port, targetPort = port, name }) => port === wanted || name === wanted || targetPort === wanted,
  );

const hostOrder = ({ strictHost }: ControllerOptions): 'best-host' | 'host-by-host' =>
  strictHost === true ? 'best-host' : 'host-by-host';

/** haproxy-ingress of jcmoraisjr (SPEC, HAP rules). */
export const haproxyIngressProfile: RoutingProfile = {
  name: 'haproxy-ingress',
  hostOrder,
  hasDeepWildcards: false,
  keepsFinalDot: true,
  normalizePath: (path) => path,
  findClass,
  listTiedHosts,
  buildRoutes,
  backendRules: { findPort },
  statusOf: () => 503,
  isOpen,
  findRedirect,
  rewrite,
  findTlsClaim: ({ host, taken }) => findHaproxyClaim(taken, host),
};
