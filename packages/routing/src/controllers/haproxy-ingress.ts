import type { HttpIngressPath, Ingress, Service, ServicePort } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import { elementsMatcher, patternMatcher, type PathMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import type { NormalizedRequest } from '../request.ts';
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

const annotation = (ingress: Ingress, name: string): string | undefined =>
  labelValue(ingress.metadata.annotations, `haproxy-ingress.github.io/${name}`) ||
  labelValue(ingress.metadata.annotations, `ingress.kubernetes.io/${name}`) ||
  undefined;

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
  const own = annotation(ingress, 'path-type');
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
  const bare = toRoute(rule, { matcher: matcher ?? { kind: 'everything' }, priority });
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

/** [HAP-9] The root of every host of an Ingress that has one. */
function listAppRoots(routes: readonly Route[]): readonly Route[] {
  const byHost = new Map<string, Route>();
  for (const route of routes)
    if (!byHost.has(route.host) && annotation(route.ingress, 'app-root') !== undefined)
      byHost.set(route.host, route);
  return [...byHost.values()].map((route) => ({
    ...route,
    id: `${route.id} app-root`,
    action: 'app-root',
    matcher: { kind: 'exact', path: '/' },
    priority: Infinity,
  }));
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
  return {
    routes: [...routes, ...listAppRoots(routes)],
    dropped,
    defaults:
      withDefault === undefined || fallback === undefined ? [] : [toDefaultRoute(withDefault, fallback)],
    hosts: listRuleHosts(ingresses).filter((host) => options.strictHost === true || host !== ''),
    tlsHosts: listTlsHosts(ingresses),
  };
}

/** [HAP-7] */
function redirectToHttps(
  route: Route,
  request: NormalizedRequest,
  { tlsHosts }: BuiltRoutes,
): RouteRedirect | undefined {
  const { scheme, hostText, port, path, query } = request;
  const isWanted = annotation(route.ingress, 'ssl-redirect') !== 'false';
  const isSolver = route.path?.startsWith('/.well-known/acme-challenge') === true;
  if (scheme !== 'http' || !isWanted || isSolver || !tlsHosts.has(route.host)) return undefined;
  const authority = port === undefined ? hostText : `${hostText}:${port}`;
  return { status: 302, location: `https://${authority}${path}${query === '' ? '' : `?${query}`}` };
}

/** [HAP-9] Https first, then the root. */
function findRedirect(
  route: Route,
  request: NormalizedRequest,
  built: BuiltRoutes,
): RouteRedirect | undefined {
  const toHttps = redirectToHttps(route, request, built);
  if (toHttps !== undefined || route.action !== 'app-root') return toHttps;
  return { status: 302, location: annotation(route.ingress, 'app-root') ?? '' };
}

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
  listTiedHosts: () => [],
  buildRoutes,
  backendRules: { findPort },
  statusOf: () => 503,
  isOpen: ({ scheme }, { tlsHosts }, host) => scheme === 'http' || host === '' || tlsHosts.has(host),
  findRedirect,
};
