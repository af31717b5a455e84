import type { Ingress, Service, ServicePort } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import type { NormalizedRequest } from '../request.ts';
import { haproxyAnnotation } from './haproxy-ingress-annotations.ts';
import { buildAliases, buildHosts, listTiedHosts } from './haproxy-ingress-hosts.ts';
import { pathKindOf, plainMatcher, type HaproxyPath } from './haproxy-ingress-paths.ts';
import { listRuleHosts, listRulePaths, toDefaultRoute, toRoute, type RulePath } from './list-rules.ts';
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

/** A path with the route that it makes, wherever that stands. */
function toPath(rule: RulePath): HaproxyPath {
  const isRedirected = haproxyAnnotation(rule.ingress, 'redirect-to') !== undefined;
  const route = toRoute(rule, {
    matcher: { kind: 'everything' },
    priority: 0,
    isAssumed: isRedirected && rule.host !== '',
  });
  return {
    kind: pathKindOf(rule.ingress, rule.path),
    path: rule.path.path || '/',
    route: isRedirected && rule.host === '' ? { ...route, action: 'not-found' } : route,
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
    const isGone = target.kind === 'failed' && target.stage === 'backend';
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

function buildRoutes(ingresses: readonly Ingress[], context: BuildContext): BuiltRoutes {
  const { options } = context;
  const { pathsByHost, dropped } = keepFirst(ingresses, context);
  const withDefault = ingresses.find(({ spec }) => spec.defaultBackend?.service !== undefined);
  const fallback = withDefault?.spec.defaultBackend;
  const tlsHosts = listTlsHosts(ingresses);
  const own = buildHosts(ingresses, pathsByHost);
  const aliases = buildAliases(ingresses, pathsByHost, tlsHosts);
  return {
    routes: [...own.routes, ...aliases.routes],
    owners: own.roots,
    ...(aliases.patterns.size === 0 ? {} : { hostPatterns: aliases.patterns }),
    dropped,
    defaults:
      withDefault === undefined || fallback === undefined ? [] : [toDefaultRoute(withDefault, fallback)],
    hosts: listRuleHosts(ingresses).filter((host) => options.strictHost === true || host !== ''),
    tlsHosts: new Set([...tlsHosts, ...aliases.tlsHosts]),
  };
}

const withHttps = ({ hostText, port, path, query }: NormalizedRequest): string => {
  const authority = port === undefined ? hostText : `${hostText}:${port}`;
  return `https://${authority}${path}${query === '' ? '' : `?${query}`}`;
};

/** [HAP-7] */
function redirectToHttps(
  route: Route,
  request: NormalizedRequest,
  { tlsHosts }: BuiltRoutes,
): RouteRedirect | undefined {
  const isWanted = haproxyAnnotation(route.ingress, 'ssl-redirect') !== 'false';
  const isSolver = route.path?.startsWith('/.well-known/acme-challenge') === true;
  const isSent = route.redirect !== undefined || (isWanted && !isSolver && tlsHosts.has(route.host));
  return request.scheme === 'http' && isSent ? { status: 302, location: withHttps(request) } : undefined;
}

/** [HAP-9] [HAP-11] Https first, then the root or another place. */
function findRedirect(
  route: Route,
  request: NormalizedRequest,
  built: BuiltRoutes,
): RouteRedirect | undefined {
  const toHttps = redirectToHttps(route, request, built);
  if (toHttps !== undefined) return toHttps;
  if (route.action === 'app-root')
    return { status: 302, location: haproxyAnnotation(route.ingress, 'app-root') ?? '' };
  const elsewhere = haproxyAnnotation(route.ingress, 'redirect-to');
  return elsewhere === undefined || route.host === '' || route.viaDefaultBackend
    ? undefined
    : { status: 302, location: elsewhere };
}

/** [HAP-12] What the rule's path matched is replaced; a target of a slash alone takes the slash behind it, too. */
function rewrite({ ingress, path: rulePath }: Route, path: string): string | undefined {
  const target = haproxyAnnotation(ingress, 'rewrite-target');
  const start = rulePath ?? '/';
  if (target === undefined || !path.startsWith(start)) return undefined;
  const rest = path.slice(start.length);
  return target === '/' ? `/${rest.replace(/^\//, '')}` : `${target}${rest}`;
}

/** [HAP-6] [HAP-9] Https has the hosts of `spec.tls`, and the root of those with one. */
const isOpen = (
  { scheme, path }: NormalizedRequest,
  { tlsHosts, owners }: BuiltRoutes,
  host: string,
): boolean =>
  scheme === 'http' || host === '' || tlsHosts.has(host) || (path === '/' && owners?.has(host) === true);

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
  forwardsNormalizedPath: false,
  findClass,
  listTiedHosts,
  buildRoutes,
  backendRules: { findPort },
  statusOf: () => 503,
  isOpen,
  findRedirect,
  rewrite,
};
