import type { HttpIngressPath, Ingress, Service, ServicePort } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import { elementsMatcher, patternMatcher, type PathMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import type { NormalizedRequest } from '../request.ts';
import { haproxyAnnotation, listAliases, listTlsAliases, withHosts } from './haproxy-ingress-hosts.ts';
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

type PathKind = 'exact' | 'prefix' | 'begin' | 'regex';
const kindOrder: Readonly<Record<PathKind, number>> = { exact: 3, prefix: 2, begin: 1, regex: 0 };

function kindOf(ingress: Ingress, { pathType }: HttpIngressPath): PathKind {
  if (pathType === 'Exact') return 'exact';
  if (pathType === 'Prefix') return 'prefix';
  const own = haproxyAnnotation(ingress, 'path-type');
  return own === 'exact' || own === 'prefix' || own === 'regex' ? own : 'begin';
}

/** [HAP-3] What a path matches under a plain host or none. */
function plainMatcher(kind: PathKind, path: string): PathMatcher | undefined {
  switch (kind) {
    case 'exact':
      return { kind: 'exact', path };
    case 'prefix':
      return elementsMatcher(path);
    case 'begin':
      return { kind: 'text-any-case', path: path.toLowerCase() };
    case 'regex':
      return patternMatcher(path.startsWith('^') ? path : `^${path}`);
  }
}

/** [HAP-4] Under a wildcard host Prefix is the beginning of a text and case counts. */
function wildcardMatcher(kind: PathKind, path: string): PathMatcher | undefined {
  if (kind === 'prefix' || kind === 'begin') return { kind: 'text', path };
  return plainMatcher(kind, path);
}

function chooseRoute(rule: RulePath): {
  readonly key: string;
  readonly route: Route | undefined;
  readonly bare: Route;
} {
  const path = rule.path.path || '/';
  const kind = kindOf(rule.ingress, rule.path);
  const isWildcard = rule.host.startsWith('*.');
  const matcher = (isWildcard ? wildcardMatcher : plainMatcher)(kind, path);
  const priority = path.length * 4 + kindOrder[kind];
  const isRedirected = haproxyAnnotation(rule.ingress, 'redirect-to') !== undefined;
  const given = toRoute(rule, {
    matcher: matcher ?? { kind: 'everything' },
    priority,
    isAssumed: isRedirected && rule.host !== '',
  });
  const bare: Route = isRedirected && rule.host === '' ? { ...given, action: 'not-found' } : given;
  return { key: `${rule.host} ${kind} ${path}`, route: matcher === undefined ? undefined : bare, bare };
}

/** [HAP-2] The same host, path and type: the older keeps it. */
function keepFirst(
  ingresses: readonly Ingress[],
  { targetOf }: BuildContext,
): Pick<BuiltRoutes, 'routes' | 'dropped'> {
  const routes = new Map<string, Route>();
  const dropped: DroppedRoute[] = [];
  for (const rule of listRulePaths(ingresses)) {
    const { key, route, bare } = chooseRoute(rule);
    const target = targetOf(bare);
    const isGone = target.kind === 'failed' && target.stage === 'backend';
    if (route === undefined || isGone) dropped.push({ route: bare, reason: 'ROUTE_NOT_BUILT' });
    else if (routes.has(key)) dropped.push({ route: bare, reason: 'SHADOWED' });
    else routes.set(key, route);
  }
  return { routes: [...routes.values()], dropped };
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
  const { routes, dropped } = keepFirst(ingresses, context);
  const withDefault = ingresses.find(({ spec }) => spec.defaultBackend?.service !== undefined);
  const fallback = withDefault?.spec.defaultBackend;
  const all = withHosts(ingresses, routes);
  const tlsHosts = listTlsHosts(ingresses);
  return {
    routes: all.routes,
    owners: all.roots,
    dropped,
    defaults:
      withDefault === undefined || fallback === undefined ? [] : [toDefaultRoute(withDefault, fallback)],
    hosts: listRuleHosts(ingresses).filter((host) => options.strictHost === true || host !== ''),
    tlsHosts: new Set([...tlsHosts, ...listTlsAliases(ingresses, tlsHosts)]),
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
  isUnordered: (host) => host.startsWith('*.'),
  keepsFinalDot: true,
  normalizePath: (path) => path,
  forwardsNormalizedPath: false,
  findClass,
  listTiedHosts: listAliases,
  buildRoutes,
  backendRules: { findPort },
  statusOf: () => 503,
  isOpen,
  findRedirect,
  rewrite,
};
