import type { Ingress } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import type { NormalizedRequest } from '../request.ts';
import { withAlbBackend } from './alb-backends.ts';
import { albAnnotation, listAlbGroups, listenersOf, type AlbGroup } from './alb-groups.ts';
import { indexAlbRules, listTableHosts, listTableRoutes, type AlbRuleIndex } from './alb-tables.ts';
import { listOrderedPaths, toAlbRule, type AlbRule } from './alb-rules.ts';
import { toDefaultRoute, toRoute, type RulePath } from './list-rules.ts';
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

/** A load balancer: its rules in order, by what they ask of hosts, and what it listens for. */
interface LoadBalancer {
  readonly rules: AlbRuleIndex;
  readonly schemes: ReadonlySet<string>;
  /** Rules that the controller refuses. */
  readonly dropped: readonly Route[];
}

/** A route for the requests of these schemes alone. */
function onSchemes<T extends Route>(route: T, schemes: ReadonlySet<string>): T {
  if (schemes.size === 2) return route;
  return { ...route, scheme: schemes.has('https') ? 'https' : 'http' };
}

const keeps = (part: string | undefined, ...same: readonly string[]): boolean =>
  part === undefined || same.includes(part);

/** [ALB-11] A redirect that leads to where the request came from. */
function isLoop({ redirect }: Route, hosts: readonly string[], scheme: string): boolean {
  if (redirect === undefined) return false;
  const { protocol, host, port, path, query } = redirect;
  return (
    keeps(protocol, '#{protocol}', scheme.toUpperCase()) &&
    keeps(port, '#{port}', scheme === 'http' ? '80' : '443') &&
    keeps(host, '#{host}', ...hosts) &&
    keeps(path, '/#{path}') &&
    keeps(query, '#{query}')
  );
}

/** Rules with those that the controller refuses, for which it changes nothing of the whole load balancer. */
interface MemberRules {
  readonly rules: readonly AlbRule[];
  readonly refused: readonly Route[];
}

const bareRoute = (rulePath: RulePath): Route =>
  toRoute(rulePath, { matcher: { kind: 'everything' }, priority: 0 });

/** [ALB-10] [ALB-16] The rules of a member, without redirects to themselves. */
function listMemberRules(ingress: Ingress, context: BuildContext): MemberRules {
  const listened = listenersOf(ingress);
  const paths = listOrderedPaths(ingress);
  if (listened === undefined) return { rules: [], refused: paths.map(bareRoute) };
  const rules: AlbRule[] = [];
  const refused: Route[] = [];
  for (const rulePath of paths) {
    const rule = toAlbRule(rulePath);
    const built = rule && withAlbBackend(rule.route, context);
    if (rule === undefined || built === undefined || built.isRefused) refused.push(bareRoute(rulePath));
    if (rule === undefined || built === undefined) continue;
    const { hosts } = rule;
    const { route } = built;
    const schemes = new Set([...listened].filter((scheme) => !isLoop(route, hosts, scheme)));
    if (schemes.size > 0) rules.push({ hosts, route: onSchemes(route, schemes) });
  }
  return { rules, refused };
}

/** [ALB-15] The default backend of the first member that has one. */
function listDefaults({ members }: AlbGroup, context: BuildContext): MemberRules {
  const ingress = members.find(({ spec }) => spec.defaultBackend !== undefined);
  const { defaultBackend } = ingress?.spec ?? {};
  if (ingress === undefined || defaultBackend === undefined) return { rules: [], refused: [] };
  const given = toDefaultRoute(ingress, defaultBackend);
  const built = withAlbBackend(given, context);
  const schemes = listenersOf(ingress);
  return {
    rules:
      built === undefined || schemes === undefined
        ? []
        : [{ hosts: [], route: onSchemes(built.route, schemes) }],
    refused: built === undefined || built.isRefused || schemes === undefined ? [given] : [],
  };
}

/** [ALB-14] All that comes by http is sent to the port that one of the members names. */
function listHttpsRedirects({ members }: AlbGroup): readonly AlbRule[] {
  const ingress = members.find((each) => albAnnotation(each, 'ssl-redirect') !== undefined);
  if (ingress === undefined) return [];
  const port = albAnnotation(ingress, 'ssl-redirect') ?? '';
  const route: Route = {
    ...toDefaultRoute(ingress, {}),
    id: `${ingress.metadata.namespace ?? ''}/${ingress.metadata.name} ssl-redirect`,
    viaDefaultBackend: false,
    scheme: 'http',
    redirect: { status: 301, protocol: 'HTTPS', port },
  };
  return [{ hosts: [], route }];
}

/** [ALB-10] Where something is refused, what was built before stays: an assumption. */
function toLoadBalancer(group: AlbGroup, context: BuildContext): LoadBalancer {
  const parts = [
    ...group.members.map((ingress) => listMemberRules(ingress, context)),
    listDefaults(group, context),
  ];
  const schemes = new Set(group.members.flatMap((ingress) => [...(listenersOf(ingress) ?? [])]));
  const redirects = listHttpsRedirects(group);
  const hasRedirect = redirects.length > 0 && schemes.has('https');
  const refused = parts.flatMap((part) => part.refused);
  const isStale = group.isBroken || refused.length > 0 || (redirects.length > 0 && !hasRedirect);
  const rules = [...(hasRedirect ? redirects : []), ...parts.flatMap((part) => part.rules)];
  return {
    rules: indexAlbRules(
      rules.map((rule) => (isStale ? { ...rule, route: { ...rule.route, isAssumed: true } } : rule)),
    ),
    schemes,
    dropped: refused,
  };
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
  forwardsNormalizedPath: false,
  findClass,
  buildRoutes,
  backendRules: {},
  statusOf: () => 503,
  findRedirect,
};
