import type { Ingress } from '@fairlead/kube-objects';
import { patternMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import type { NormalizedRequest } from '../request.ts';
import { haproxytechAnnotation } from './haproxytech-annotations.ts';
import { findHaproxytechClass } from './haproxytech-class.ts';
import { toMapRoutes } from './haproxytech-maps.ts';
import { listRulePaths, toDefaultRoute } from './list-rules.ts';
import { readGoBoolean } from './read-arguments.ts';
import type { BuildContext, BuiltRoutes, RouteRedirect, RoutingProfile } from './routing-profile.ts';

/** [HPT-7] One default backend for everything; of several nobody knows which. */
function chooseDefault(ingresses: readonly Ingress[], { targetOf }: BuildContext): readonly Route[] {
  const found = ingresses.flatMap((ingress) => {
    const { defaultBackend } = ingress.spec;
    if (defaultBackend === undefined) return [];
    const route = toDefaultRoute(ingress, defaultBackend);
    const target = targetOf(route);
    return target.kind === 'failed' && target.stage === 'backend' ? [] : [route];
  });
  return found.slice(0, 1).map((route) => ({ ...route, isAssumed: found.length > 1 }));
}

function buildRoutes(ingresses: readonly Ingress[], context: BuildContext): BuiltRoutes {
  return {
    ...toMapRoutes(listRulePaths(ingresses), context),
    defaults: chooseDefault(ingresses, context),
    hosts: [],
    tlsHosts: new Set(),
  };
}

const targetText = ({ path, query }: NormalizedRequest): string => (query === '' ? path : `${path}?${query}`);

/** A status of 3xx in an annotation, 302 without. */
function statusOf(ingress: Ingress, name: string): number {
  const code = Number(haproxytechAnnotation(ingress, name) ?? 302);
  return Number.isInteger(code) && code >= 300 && code < 400 ? code : 302;
}

/** [HPT-8] */
function redirectToHttps({ ingress }: Route, request: NormalizedRequest): RouteRedirect | undefined {
  const asked = haproxytechAnnotation(ingress, 'ssl-redirect');
  const isWanted = asked === undefined ? (ingress.spec.tls ?? []).length > 0 : readGoBoolean(asked) === true;
  if (request.scheme !== 'http' || !isWanted) return undefined;
  const { hostText, port } = request;
  const httpsPort = haproxytechAnnotation(ingress, 'ssl-redirect-port') ?? '8443';
  const asCame = port === undefined ? hostText : `${hostText}:${port}`;
  const authority = httpsPort === '443' ? asCame : `${hostText}:${httpsPort}`;
  return {
    status: statusOf(ingress, 'ssl-redirect-code'),
    location: `https://${authority}${targetText(request)}`,
  };
}

/** [HPT-9] To another host, by http unless the annotation says https. */
function redirectToHost({ ingress }: Route, request: NormalizedRequest): RouteRedirect | undefined {
  const wanted = haproxytechAnnotation(ingress, 'request-redirect');
  if (wanted === undefined) return undefined;
  const scheme = wanted.startsWith('https://') ? 'https' : 'http';
  return {
    status: statusOf(ingress, 'request-redirect-code'),
    location: `${scheme}://${wanted.replace(/^https?:\/\//, '')}${targetText(request)}`,
  };
}

/** A default backend is the frontends' own: no Ingress's annotations go with it. */
const findRedirect = (route: Route, request: NormalizedRequest): RouteRedirect | undefined =>
  route.viaDefaultBackend ? undefined : (redirectToHttps(route, request) ?? redirectToHost(route, request));

/** One `replace-path`: a path that the pattern matches anywhere is replaced as a whole. */
function replacePath(path: string, line: string): string {
  const parts = line.trim().split(/\s+/);
  const [source = '', format = ''] = parts.length === 1 ? ['(.*)', parts[0]] : parts;
  const pattern = patternMatcher(source);
  const found = pattern?.kind === 'pattern' ? pattern.regex.exec(path) : null;
  if (found === null) return path;
  return format.replaceAll(/\\(\d)/g, (_all, digit: string) => found[Number(digit)] ?? '');
}

/** [HPT-10] Every line of the annotation in its order. */
function rewrite({ ingress, viaDefaultBackend }: Route, path: string): string | undefined {
  const lines = viaDefaultBackend ? undefined : haproxytechAnnotation(ingress, 'path-rewrite');
  return lines?.trim().split('\n').reduce(replacePath, path);
}

/** The HAProxy Kubernetes Ingress Controller of HAProxy Technologies (SPEC, HPT rules). */
export const haproxytechProfile: RoutingProfile = {
  name: 'haproxytech',
  hostOrder: () => 'best-host',
  hasDeepWildcards: false,
  keepsFinalDot: true,
  normalizePath: (path) => path,
  findClass: findHaproxytechClass,
  buildRoutes,
  backendRules: { needsExplicitReady: true, refusesTerminating: true },
  statusOf: () => 503,
  findRedirect,
  rewrite,
};
