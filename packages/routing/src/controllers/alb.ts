import type { Ingress } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import type { NormalizedRequest } from '../request.ts';
import { listAlbGroups } from './alb-groups.ts';
import { toLoadBalancer, type LoadBalancer } from './alb-load-balancer.ts';
import { listTableHosts, listTableRoutes } from './alb-tables.ts';
import {
  annotationOf,
  type BuildContext,
  type BuiltRoutes,
  type ClassAnswer,
  type DroppedRoute,
  type RouteRedirect,
  type RoutingProfile,
} from './routing-profile.ts';

const taken: ClassAnswer = { isTaken: true };

/** [ALB-1] The annotation by its text. */
const answerByAnnotation = (text: string, own: string): ClassAnswer =>
  text === own || (own === '' && text === 'alb')
    ? taken
    : { isTaken: false, reason: text === '' ? 'NO_CLASS' : 'CLASS_OTHER_CONTROLLER' };

/** [ALB-1] [ALB-2] The annotation before the field by its class's object; neither only where no class is set. */
function findClass(ingress: Ingress, { reader, options }: BuildContext): ClassAnswer {
  const own = options.ingressClass ?? 'alb';
  const annotation = annotationOf(ingress, classAnnotation);
  if (annotation !== undefined) return answerByAnnotation(annotation, own);
  const field = ingress.spec.ingressClassName;
  if (field === undefined)
    return own === '' || options.watchIngressWithoutClass === true
      ? taken
      : { isTaken: false, reason: 'NO_CLASS' };
  const found = reader.find('IngressClass', undefined, field);
  if (found === undefined) return { isTaken: false, reason: 'CLASS_NOT_FOUND' };
  const isOwn = found.spec.controller === (options.controllerClass ?? 'ingress.k8s.aws/alb');
  return isOwn ? taken : { isTaken: false, reason: 'CLASS_OTHER_CONTROLLER' };
}

/** [ALB-6] The table of one host: the rules of the first load balancer that names it, and those of others, which are not asked. */
function toTable(
  table: string,
  claimants: readonly LoadBalancer[],
): { readonly routes: readonly Route[]; readonly dropped: readonly DroppedRoute[] } {
  const [owner, ...others] = claimants;
  const routesOf = (balancer: LoadBalancer | undefined): readonly Route[] =>
    balancer === undefined ? [] : listTableRoutes(balancer.rules, table);
  const routes = routesOf(owner);
  return {
    routes: routes.map((route, index) => ({
      ...route,
      priority: routes.length - index,
      isAssumed: route.isAssumed || others.length > 0,
    })),
    dropped: others.flatMap((other) => routesOf(other).map((route) => ({ route, reason: 'SHADOWED' }))),
  };
}

function buildRoutes(ingresses: readonly Ingress[], context: BuildContext): BuiltRoutes {
  const balancers = listAlbGroups(ingresses).map((group) => toLoadBalancer(group, context));
  const claims = new Map<string, LoadBalancer[]>();
  for (const balancer of balancers)
    for (const table of listTableHosts(balancer.rules)) {
      const claimants = claims.get(table);
      if (claimants === undefined) claims.set(table, [balancer]);
      else claimants.push(balancer);
    }
  const tables = [...claims].map(([host, claimants]) => ({
    host,
    schemes: claimants[0]?.schemes ?? new Set<string>(),
    ...toTable(host, claimants),
  }));
  const broken = balancers.flatMap(({ dropped }) =>
    dropped.map((route) => ({ route, reason: 'ROUTE_NOT_BUILT' as const })),
  );
  return {
    routes: tables.flatMap(({ routes }) => routes),
    defaults: [],
    dropped: [...tables.flatMap(({ dropped }) => dropped), ...broken],
    hosts: [],
    tlsHosts: new Set(),
    listeners: new Map(tables.map(({ host, schemes }) => [host, schemes])),
  };
}

const portOf = ({ port, scheme }: NormalizedRequest): string => port ?? (scheme === 'http' ? '80' : '443');

/** [ALB-11] [ALB-14] A whole URL, with its port. */
function findRedirect({ redirect }: Route, request: NormalizedRequest): RouteRedirect | undefined {
  if (redirect === undefined) return undefined;
  const { scheme, hostText, path, query } = request;
  const fill = (text: string): string =>
    text
      .replaceAll('#{protocol}', scheme.toUpperCase())
      .replaceAll('#{host}', hostText)
      .replaceAll('#{port}', portOf(request))
      .replaceAll('#{path}', path.slice(1))
      .replaceAll('#{query}', query);
  const { protocol = '#{protocol}', host = '#{host}', port = '#{port}', status } = redirect;
  const search = fill(redirect.query ?? '#{query}');
  const url = `${fill(protocol).toLowerCase()}://${fill(host)}:${fill(port)}${fill(redirect.path ?? '/#{path}')}`;
  return { status, location: search === '' ? url : `${url}?${search}` };
}

/** The AWS Load Balancer Controller with Application Load Balancers (SPEC, ALB rules). */
export const albProfile: RoutingProfile = {
  name: 'alb',
  hostOrder: () => 'best-host',
  hasDeepWildcards: true,
  keepsFinalDot: false,
  findTlsClaim: () => 'elsewhere',
  normalizePath: (path) => path,
  findClass,
  buildRoutes,
  backendRules: {},
  statusOf: () => 503,
  findRedirect,
};
