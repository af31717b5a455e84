import type { HttpIngressPath, Ingress, IngressBackend } from '@fairlead/kube-objects';
import { elementsMatcher, type PathMatcher } from '../engine/path-matcher.ts';
import { ingressIdOf, type Route } from '../engine/route.ts';

/** What a profile decides about a path; the rest of a route follows from the object. */
export interface RouteChoice {
  readonly matcher: PathMatcher;
  readonly priority: number;
  readonly isAssumed?: boolean;
}

/** A path of a rule as a route that is yet to be decided about. */
export interface RulePath {
  readonly ingress: Ingress;
  readonly host: string;
  readonly path: HttpIngressPath;
  readonly ruleIndex: number;
  readonly pathIndex: number;
  readonly id: string;
}

/** All paths of rules, object by object in their order. */
export const listRulePaths = (ingresses: readonly Ingress[]): readonly RulePath[] =>
  ingresses.flatMap((ingress) =>
    (ingress.spec.rules ?? []).flatMap(({ host = '', http }, ruleIndex) =>
      (http?.paths ?? []).map((path, pathIndex) => ({
        ingress,
        host: host.toLowerCase(),
        path,
        ruleIndex,
        pathIndex,
        id: `${ingressIdOf(ingress)} ${ruleIndex} ${pathIndex}`,
      })),
    ),
  );

/** Every host that a rule names, those of rules without paths too. */
export const listRuleHosts = (ingresses: readonly Ingress[]): readonly string[] => [
  ...new Set(ingresses.flatMap(({ spec }) => (spec.rules ?? []).map(({ host = '' }) => host.toLowerCase()))),
];

export function toRoute({ ingress, host, path, id }: RulePath, choice: RouteChoice): Route {
  return {
    id,
    ingress,
    host,
    hostRule: host === '' ? null : host,
    path: path.path === undefined || path.path === '' ? null : path.path,
    pathType: path.pathType,
    viaDefaultBackend: false,
    backend: path.backend,
    action: 'backend',
    matcher: choice.matcher,
    priority: choice.priority,
    isAssumed: choice.isAssumed ?? false,
  };
}

/** A default backend as a route of a host's table, or of none. */
export function toDefaultRoute(
  ingress: Ingress,
  backend: IngressBackend,
  { host = '', priority = 0 }: { readonly host?: string; readonly priority?: number } = {},
): Route {
  return {
    id: `${ingressIdOf(ingress)} default ${host}`,
    ingress,
    host,
    hostRule: null,
    path: null,
    pathType: null,
    viaDefaultBackend: true,
    backend,
    action: 'backend',
    matcher: { kind: 'everything' },
    priority,
    isAssumed: false,
  };
}

/** [TRC-5] [TRC-6] What a path matches by the letter of the API; an ImplementationSpecific one as if it were a Prefix. */
export function specMatcher({ path = '', pathType }: HttpIngressPath): PathMatcher {
  if (pathType === 'Exact') return { kind: 'exact', path };
  return elementsMatcher(path === '' ? '/' : path);
}
