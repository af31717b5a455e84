import type { Ingress } from '@fairlead/kube-objects';
import { patternMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import { isDefaultIngressClass } from '../ingress/resolve-ingress-class.ts';
import type { NormalizedRequest } from '../request.ts';
import { answerByName, classNameOf } from './class-by-name.ts';
import { httpsStatusOf, kongAnnotation, schemeOf } from './kong-annotations.ts';
import { toKongRoutes } from './kong-routes.ts';
import { listRuleHosts, listRulePaths, toDefaultRoute } from './list-rules.ts';
import { normalizeTraefikPath } from './normalize-path.ts';
import type {
  BuildContext,
  BuiltRoutes,
  ClassAnswer,
  RouteRedirect,
  RoutingProfile,
} from './routing-profile.ts';

const named = { usualName: 'kong', controller: 'ingress-controllers.konghq.com/kong' };

/** [KNG-1] [KNG-2] By name; without one where the class of its own name is the default one. */
function findClass(ingress: Ingress, context: BuildContext): ClassAnswer {
  if (classNameOf(ingress) !== '') return answerByName(ingress, context, named);
  const { reader, options } = context;
  const own = reader.find('IngressClass', undefined, options.ingressClass ?? named.usualName);
  const isTaken = own !== undefined && isDefaultIngressClass(own);
  return isTaken ? { isTaken } : { isTaken, reason: 'NO_CLASS' };
}

/** [KNG-11] The oldest default backend, after every route. */
function chooseDefault(ingresses: readonly Ingress[]): readonly Route[] {
  const oldest = ingresses.find(({ spec }) => spec.defaultBackend?.service !== undefined);
  const backend = oldest?.spec.defaultBackend;
  return oldest === undefined || backend === undefined ? [] : [toDefaultRoute(oldest, backend)];
}

const buildRoutes = (ingresses: readonly Ingress[], context: BuildContext): BuiltRoutes => ({
  ...toKongRoutes(listRulePaths(ingresses), context),
  defaults: chooseDefault(ingresses),
  hosts: listRuleHosts(ingresses),
  tlsHosts: new Set(),
});

/** [KNG-10] A route for https alone refuses http with 426, or redirects it. */
function findRedirect(
  { ingress }: Route,
  { scheme, host, path, query }: NormalizedRequest,
): RouteRedirect | undefined {
  if (scheme !== 'http' || schemeOf(ingress) !== 'https') return undefined;
  const status = httpsStatusOf(ingress);
  const location = `https://${host}${path}${query === '' ? '' : `?${query}`}`;
  return status === 426 ? { status } : { status, location };
}

/** What a route's path takes of a request's: all of it, an element, or what a pattern matches. */
function matchedText({ matcher }: Route, path: string): string {
  switch (matcher.kind) {
    case 'exact':
      return path;
    case 'elements':
    case 'text':
      return matcher.path;
    case 'pattern':
      return matcher.regex.exec(path)?.[0] ?? '';
    default:
      return '';
  }
}

/** [KNG-13] `rewrite` replaces the whole path, `strip-path` takes the rule's part away. */
function rewrite(route: Route, path: string): string | undefined {
  const { ingress, matcher } = route;
  const target = kongAnnotation(ingress, 'rewrite');
  if (target !== undefined) {
    const pattern = matcher.kind === 'pattern' ? matcher : patternMatcher('');
    const found = pattern?.kind === 'pattern' ? pattern.regex.exec(path) : null;
    return target.replaceAll(/\$(\d)/g, (_all, digit: string) => found?.[Number(digit)] ?? '');
  }
  if (route.viaDefaultBackend || kongAnnotation(ingress, 'strip-path')?.toLowerCase() !== 'true')
    return undefined;
  return `/${path.slice(matchedText(route, path).length).replace(/^\/+/, '')}`;
}

/** Kong with its Ingress Controller (SPEC, KNG rules). */
export const kongProfile: RoutingProfile = {
  name: 'kong',
  hostOrder: () => 'by-priority',
  hasDeepWildcards: true,
  keepsFinalDot: false,
  normalizePath: normalizeTraefikPath,
  forwardedPath: normalizeTraefikPath,
  findClass,
  buildRoutes,
  backendRules: {},
  statusOf: () => 503,
  findRedirect,
  rewrite,
};
