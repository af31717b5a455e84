import type { Ingress } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import {
  findIngressClass,
  findIngressClassOnCreation,
  isYetToBeCreated,
} from '../ingress/resolve-ingress-class.ts';
import { listRuleHosts, listRulePaths, toDefaultRoute } from './list-rules.ts';
import type { BuildContext, BuiltRoutes, ClassAnswer, RoutingProfile } from './routing-profile.ts';
import { toSpecRoutes, toUrlPath } from './spec-paths.ts';

/** [TRC-3] By the class's object, whatever its controller unless one is traced. */
function findClass(ingress: Ingress, { reader, options }: BuildContext): ClassAnswer {
  const resolution = isYetToBeCreated(ingress)
    ? findIngressClassOnCreation(reader, ingress)
    : findIngressClass(reader, ingress);
  const wanted = options.tracedController ?? options.controllerClass;
  switch (resolution.kind) {
    case 'resolved': {
      const isOther = wanted !== undefined && resolution.ingressClass.spec.controller !== wanted;
      return isOther ? { isTaken: false, reason: 'CLASS_OTHER_CONTROLLER' } : { isTaken: true };
    }
    case 'missing':
      return resolution.source === 'annotation'
        ? { isTaken: true, isAssumed: true }
        : { isTaken: false, reason: 'CLASS_NOT_FOUND' };
    case 'unknown':
      return { isTaken: true, isAssumed: true };
    case 'none':
      return options.watchIngressWithoutClass === true
        ? { isTaken: true }
        : { isTaken: false, reason: 'NO_CLASS' };
  }
}

/** [TRC-8] The same host, path and type of a later Ingress never gets a request. */
function keepFirst(routes: readonly Route[]): Pick<BuiltRoutes, 'routes' | 'dropped'> {
  const first = new Map<string, Route>();
  const kept: Route[] = [];
  const dropped: Route[] = [];
  for (const route of routes) {
    const key = `${route.host} ${route.pathType ?? ''} ${route.matcher.kind} ${route.path ?? ''}`;
    const owner = first.get(key);
    if (owner === undefined) first.set(key, route);
    (owner === undefined ? kept : dropped).push(route);
  }
  const contested = new Set(dropped.map(({ host, path, pathType }) => `${host} ${pathType} ${path}`));
  return {
    routes: kept.map((route) =>
      contested.has(`${route.host} ${route.pathType} ${route.path}`) ? { ...route, isAssumed: true } : route,
    ),
    dropped: dropped.map((route) => ({ route, reason: 'SHADOWED' })),
  };
}

function buildRoutes(ingresses: readonly Ingress[]): BuiltRoutes {
  const routes = toSpecRoutes(listRulePaths(ingresses));
  const withDefault = ingresses.flatMap((ingress) => {
    const { defaultBackend } = ingress.spec;
    return defaultBackend === undefined ? [] : [toDefaultRoute(ingress, defaultBackend)];
  });
  return {
    ...keepFirst(routes),
    defaults: withDefault.map((route) => (withDefault.length > 1 ? { ...route, isAssumed: true } : route)),
    hosts: listRuleHosts(ingresses),
    tlsHosts: new Set(),
  };
}

/** [TRC-2] to [TRC-10] The letter of the Ingress API, with the choices that most controllers make where it is silent. */
export const specProfile: RoutingProfile = {
  name: 'spec',
  hostOrder: () => 'best-host',
  hasDeepWildcards: false,
  keepsFinalDot: false,
  normalizePath: toUrlPath,
  findClass,
  listTiedHosts: () => [],
  buildRoutes,
  backendRules: {},
  statusOf: () => 503,
};
