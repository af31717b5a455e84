import type { Ingress } from '@fairlead/kube-objects';
import { patternMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import type { NormalizedRequest } from '../request.ts';
import { answerByName, classNameOf } from './class-by-name.ts';
import { f5Annotation, f5Flag, findF5RefusedField } from './f5-nginx-annotations.ts';
import { listF5Servers, type F5Server } from './f5-nginx-hosts.ts';
import { toF5Routes } from './f5-nginx-locations.ts';
import { toRoute } from './list-rules.ts';
import { normalizeNginxPath } from './normalize-path.ts';
import type {
  BuildContext,
  BuiltRoutes,
  ClassAnswer,
  RouteRedirect,
  RoutingProfile,
  TlsClaim,
  TlsQuestion,
} from './routing-profile.ts';

/** [F5N-1] By the name, of the annotation or else the field; without either never. */
function findClass(ingress: Ingress, context: BuildContext): ClassAnswer {
  if (classNameOf(ingress) === '') return { isTaken: false, reason: 'NO_CLASS' };
  return answerByName(ingress, context, { usualName: 'nginx', controller: 'nginx.org/ingress-controller' });
}

/** [F5N-10] The last entry of the owner's `spec.tls` that lists the rule's host, letter by letter. */
function listTlsClaims(servers: readonly F5Server[]): ReadonlyMap<string, TlsClaim> {
  return new Map(
    servers.flatMap(({ host, owner }) => {
      const entry = (owner.spec.tls ?? []).findLast(({ hosts = [] }) => hosts.includes(host));
      const { namespace = '' } = owner.metadata;
      return entry === undefined ? [] : [[host, { namespace, secretName: entry.secretName ?? '' }] as const];
    }),
  );
}

function buildRoutes(ingresses: readonly Ingress[], context: BuildContext): BuiltRoutes {
  const { servers, dropped } = listF5Servers(ingresses);
  const built = servers.map((server) => toF5Routes(server, context));
  const tlsClaims = listTlsClaims(servers);
  return {
    routes: built.flatMap(({ routes }) => routes),
    defaults: [],
    dropped: [
      ...built.flatMap((each) => each.dropped),
      ...dropped.map(({ rule, reason }) => ({
        route: toRoute(rule, { matcher: { kind: 'text', path: rule.path.path || '/' }, priority: 0 }),
        reason,
      })),
    ],
    hosts: servers.map(({ host }) => host),
    tlsHosts: new Set(tlsClaims.keys()),
    tlsClaims,
    owners: new Map(servers.map(({ host, owner }) => [host, owner])),
  };
}

const findTlsClaim = ({ tableHost, built }: TlsQuestion): TlsClaim | undefined =>
  tableHost === undefined ? undefined : built.tlsClaims?.get(tableHost);

const targetText = ({ path, query }: NormalizedRequest): string => (query === '' ? path : `${path}?${query}`);

const sslRedirectKeys = ['nginx.org/ssl-redirect', 'ingress.kubernetes.io/ssl-redirect'];

/** [F5N-11] The host in lower case with nginx's own port, or without one where a proxy in front says http. */
function redirectToHttps(
  route: Route,
  request: NormalizedRequest,
  { tlsHosts, owners }: BuiltRoutes,
): RouteRedirect | undefined {
  const owner = owners?.get(route.host) ?? route.ingress;
  const given = Number(f5Annotation(owner, 'http-redirect-code') ?? 301);
  const status = [301, 302, 307, 308].includes(given) ? given : 301;
  if (request.scheme === 'http' && tlsHosts.has(route.host) && f5Flag(owner, sslRedirectKeys) !== false)
    return { status, location: `https://${request.host}:443${targetText(request)}` };
  const isForwarded = request.headers.get('x-forwarded-proto') === 'http';
  return isForwarded && f5Flag(owner, ['nginx.org/redirect-to-https']) === true
    ? { status, location: `https://${request.host}${targetText(request)}` }
    : undefined;
}

/** [F5N-8] [F5N-11] [F5N-12] Https first, then the root, then a missing final slash. */
function findRedirect(
  route: Route,
  request: NormalizedRequest,
  built: BuiltRoutes,
): RouteRedirect | undefined {
  const toHttps = redirectToHttps(route, request, built);
  if (toHttps !== undefined) return toHttps;
  const { scheme, host, hostText, port, query } = request;
  if (route.action === 'app-root') {
    const authority = port === undefined ? hostText : `${hostText}:${port}`;
    const root = f5Annotation(route.ingress, 'app-root') ?? '';
    return { status: 302, location: `${scheme}://${authority}${root}` };
  }
  if (route.action !== 'slash-redirect' || route.matcher.kind !== 'exact') return undefined;
  const location = `${scheme}://${host}${route.matcher.path}/${query === '' ? '' : `?${query}`}`;
  return { status: 301, location };
}

/** The rewrite that `rewrites` has for a Service: `serviceName=tea rewrite=/leaf/;serviceName=...`. */
function rewriteOf({ ingress, backend }: Route): string | undefined {
  const entries = (f5Annotation(ingress, 'rewrites') ?? '').split(';').map((entry) => {
    const [service = '', target = ''] = entry.trim().split(/ +/);
    return { service: service.split('=')[1], target: target.split('=')[1] };
  });
  return entries.findLast(({ service }) => service !== undefined && service === backend.service?.name)
    ?.target;
}

/** [F5N-13] `rewrites` takes the place of the location's own text; `rewrite-target` of the whole path. */
function rewrite(route: Route, path: string): string | undefined {
  const { ingress, matcher, path: rulePath } = route;
  if (f5Annotation(ingress, 'rewrites') !== undefined) {
    const target = rewriteOf(route);
    if (target === undefined || matcher.kind === 'pattern') return undefined;
    return `${target}${path.slice((rulePath ?? '/').length)}`;
  }
  const target = f5Annotation(ingress, 'rewrite-target');
  if (target === undefined) return undefined;
  const pattern = matcher.kind === 'pattern' ? matcher : patternMatcher(rulePath ?? '/');
  const found = pattern?.kind === 'pattern' ? pattern.regex.exec(path) : null;
  return found === null
    ? undefined
    : target.replaceAll(/\$(\d)/g, (_all, digit: string) => found[Number(digit)] ?? '');
}

/** NGINX Ingress Controller of F5 (SPEC, F5N rules). */
export const f5NginxProfile: RoutingProfile = {
  name: 'f5-nginx',
  hostOrder: () => 'best-host',
  hasDeepWildcards: true,
  keepsFinalDot: false,
  findRefusedField: findF5RefusedField,
  needsCertificate: true,
  findTlsClaim,
  normalizePath: normalizeNginxPath,
  findClass,
  buildRoutes,
  backendRules: { needsExplicitReady: true },
  statusOf: () => 502,
  findRedirect,
  rewrite,
};
