import type { Ingress, Service, ServicePort } from '@fairlead/kube-objects';
import { patternMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import type { NormalizedRequest } from '../request.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import { isCanary, isNginxFlagSet, listAliases, nginxAnnotation } from './ingress-nginx-annotations.ts';
import { toRoutes } from './ingress-nginx-locations.ts';
import { buildNginxServers } from './ingress-nginx-servers.ts';
import { findNginxTlsClaim, listNginxTlsClaims } from './ingress-nginx-tls.ts';
import { listWwwHosts, toWwwRedirect } from './ingress-nginx-www.ts';
import { normalizeNginxPath } from './normalize-path.ts';
import {
  annotationOf,
  type BuildContext,
  type BuiltRoutes,
  type ClassAnswer,
  type RouteRedirect,
  type RoutingProfile,
} from './routing-profile.ts';

/** [NGX-7] The field first, by the class's object; the annotation by its text, empty text included; then the option. */
function findClass(ingress: Ingress, { reader, options }: BuildContext): ClassAnswer {
  const field = ingress.spec.ingressClassName;
  if (field !== undefined) {
    const found = reader.find('IngressClass', undefined, field);
    if (found === undefined) return { isTaken: false, reason: 'CLASS_NOT_FOUND' };
    return found.spec.controller === (options.controllerClass ?? 'k8s.io/ingress-nginx')
      ? { isTaken: true }
      : { isTaken: false, reason: 'CLASS_OTHER_CONTROLLER' };
  }
  const annotation = annotationOf(ingress, classAnnotation);
  if (annotation === undefined)
    return options.watchIngressWithoutClass === true
      ? { isTaken: true }
      : { isTaken: false, reason: 'NO_CLASS' };
  if (annotation === (options.ingressClass ?? 'nginx')) return { isTaken: true };
  return { isTaken: false, reason: annotation === '' ? 'NO_CLASS' : 'CLASS_OTHER_CONTROLLER' };
}

/** [NGX-10] The server of an alias is that of its host, unless a rule names the alias itself. */
function routesOfAliases(ingresses: readonly Ingress[], routes: readonly Route[]): readonly Route[] {
  const named = new Set(routes.map(({ host }) => host));
  return ingresses.flatMap((ingress) =>
    listAliases(ingress)
      .filter((alias) => !named.has(alias))
      .flatMap((alias) =>
        routes
          .filter(({ host }) => host !== '' && (ingress.spec.rules ?? []).some((rule) => rule.host === host))
          .map((route) => ({ ...route, host: alias, id: `${route.id} alias ${alias}` })),
      ),
  );
}

/** [NGX-11] Every named host of an Ingress with an entry in `spec.tls`, whatever that entry says. */
const listTlsHosts = (ingresses: readonly Ingress[]): ReadonlySet<string> =>
  new Set(
    ingresses
      .filter(({ spec }) => (spec.tls ?? []).length > 0)
      .flatMap(({ spec }) => (spec.rules ?? []).flatMap(({ host = '' }) => (host === '' ? [] : [host]))),
  );

/** [NGX-18] The Service of the annotation, where the controller looks for endpoints; its first port is meant. */
function withFallback(route: Route): Route {
  const name = nginxAnnotation(route.ingress, 'default-backend');
  const isForEndpoints = isNginxFlagSet(route.ingress, 'service-upstream') !== true;
  return name === undefined || route.action !== 'backend' || !isForEndpoints
    ? route
    : { ...route, fallback: { service: { name } } };
}

function buildRoutes(taken: readonly Ingress[]): BuiltRoutes {
  const { ingresses, servers, dropped } = buildNginxServers(taken);
  const routes = [...servers.values()].flatMap(toRoutes).map(withFallback);
  return {
    routes: [
      ...routes,
      ...routesOfAliases(ingresses, routes),
      ...[...servers.values()].flatMap((server) => toWwwRedirect(server, servers)),
    ],
    tlsClaims: listNginxTlsClaims(ingresses),
    defaults: [],
    dropped,
    hosts: [...servers.keys()],
    tlsHosts: listTlsHosts(ingresses),
  };
}

const isCertified = (tlsHosts: ReadonlySet<string>, host: string): boolean =>
  tlsHosts.has(host) || tlsHosts.has(host.replace(/^[^.]+\./, '*.'));

const rawTarget = ({ path, query }: NormalizedRequest): string => (query === '' ? path : `${path}?${query}`);

const withoutSlash = (target: string): string => target.replace(/\/$/, '');

/** [NGX-11] [NGX-12] */
function redirectToHttps(
  route: Route,
  request: NormalizedRequest,
  { tlsHosts }: BuiltRoutes,
): RouteRedirect | undefined {
  if (request.scheme !== 'http' || route.path?.startsWith('/.well-known/acme-challenge') === true)
    return undefined;
  const isForced = isNginxFlagSet(route.ingress, 'force-ssl-redirect') === true;
  const isWanted = isNginxFlagSet(route.ingress, 'ssl-redirect') !== false;
  if (!isForced && !(isWanted && isCertified(tlsHosts, request.host))) return undefined;
  const target = rawTarget(request);
  const isKept = isNginxFlagSet(route.ingress, 'preserve-trailing-slash') === true;
  return { status: 308, location: `https://${request.hostText}${isKept ? target : withoutSlash(target)}` };
}

/** Of a redirect's codes none but 300 to 308 count. */
function redirectCodeOf(ingress: Ingress, name: string, usual: number): number {
  const code = Number(nginxAnnotation(ingress, name) ?? usual);
  return Number.isInteger(code) && code >= 300 && code <= 308 ? code : usual;
}

/** [NGX-13] Redirects that an Ingress asks for, before any other. */
function redirectAsAsked({ ingress, action }: Route, request: NormalizedRequest): RouteRedirect | undefined {
  if (action === 'app-root') {
    const port = request.port === undefined ? '' : `:${request.port}`;
    const root = nginxAnnotation(ingress, 'app-root') ?? '';
    return { status: 302, location: `${request.scheme}://${request.hostText}${port}${root}` };
  }
  const temporal = nginxAnnotation(ingress, 'temporal-redirect');
  if (temporal !== undefined)
    return { status: redirectCodeOf(ingress, 'temporal-redirect-code', 302), location: temporal };
  const permanent = nginxAnnotation(ingress, 'permanent-redirect');
  return permanent === undefined
    ? undefined
    : { status: redirectCodeOf(ingress, 'permanent-redirect-code', 301), location: permanent };
}

function findRedirect(
  route: Route,
  request: NormalizedRequest,
  built: BuiltRoutes,
): RouteRedirect | undefined {
  const { scheme, host, query } = request;
  if (route.action === 'slash-redirect' && route.matcher.kind === 'exact')
    return {
      status: 301,
      location: `${scheme}://${host}${route.matcher.path}/${query === '' ? '' : `?${query}`}`,
    };
  if (route.action === 'www-redirect')
    return {
      status: 308,
      location: `${scheme}://${route.hostRule ?? ''}${withoutSlash(rawTarget(request))}`,
    };
  return redirectAsAsked(route, request) ?? redirectToHttps(route, request, built);
}

/** [NGX-14] A number may also be the targetPort; the first Service port that fits in any way. [NGX-18] 0 is the first of all. */
const findPort = ({ spec: { ports = [] } }: Service, wanted: number | string): ServicePort | undefined =>
  ports.find(
    ({ port, targetPort = port, name }) =>
      wanted === 0 || `${port}` === `${wanted}` || `${targetPort}` === `${wanted}` || name === `${wanted}`,
  );

/** [NGX-9] The whole path is replaced by the target, in which `$1` is what the rule's first group matched. */
function rewrite({ ingress, path: rulePath }: Route, path: string): string | undefined {
  const target = nginxAnnotation(ingress, 'rewrite-target');
  if (target === undefined || target === (rulePath ?? '/')) return undefined;
  const matcher = patternMatcher(rulePath ?? '/', 'i');
  const found = matcher?.kind === 'pattern' ? matcher.regex.exec(path) : null;
  if (found === null) return undefined;
  return target.replaceAll(/\$(\d)/g, (_all, digit: string) => found[Number(digit)] ?? '');
}

/** ingress-nginx of the Kubernetes project (SPEC, NGX rules). */
export const ingressNginxProfile: RoutingProfile = {
  name: 'ingress-nginx',
  hostOrder: () => 'best-host',
  hasDeepWildcards: false,
  keepsFinalDot: false,
  normalizePath: normalizeNginxPath,
  findClass,
  findTlsClaim: ({ host, built }) => findNginxTlsClaim(host, built),
  listTiedHosts: (ingress) =>
    isCanary(ingress) ? undefined : [...listAliases(ingress), ...listWwwHosts(ingress)],
  buildRoutes,
  backendRules: { findPort, usesTargetPort: true },
  statusOf: () => 503,
  findRedirect,
  rewrite,
};
