import type { Ingress } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { withAlbBackend } from './alb-backends.ts';
import { albAnnotation, listenersOf, type AlbGroup } from './alb-groups.ts';
import { listOrderedPaths, toAlbRule, type AlbRule } from './alb-rules.ts';
import { indexAlbRules, type AlbRuleIndex } from './alb-tables.ts';
import { specMatcher, toDefaultRoute, toRoute, type RulePath } from './list-rules.ts';
import type { BuildContext } from './routing-profile.ts';

/** A load balancer: its rules in order, by what they ask of hosts, and what it listens for. */
export interface LoadBalancer {
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
  /** Those among them that are not there at all. */
  readonly refused: readonly Route[];
  readonly isStale: boolean;
}

const bareRoute = (rulePath: RulePath): Route =>
  toRoute(rulePath, { matcher: specMatcher(rulePath.path), priority: 0 });

/** [ALB-10] [ALB-16] The rules of a member, without redirects to themselves. */
function listMemberRules(ingress: Ingress, context: BuildContext): MemberRules {
  const listened = listenersOf(ingress);
  const paths = listOrderedPaths(ingress);
  if (listened === undefined) return { rules: [], refused: paths.map(bareRoute), isStale: true };
  const rules: AlbRule[] = [];
  const refused: Route[] = [];
  let isStale = false;
  for (const rulePath of paths) {
    const rule = toAlbRule(rulePath);
    const built = rule && withAlbBackend(rule.route, context);
    if (built?.isRefused !== false) isStale = true;
    if (rule === undefined || built === undefined) {
      refused.push(bareRoute(rulePath));
      continue;
    }
    const { hosts } = rule;
    const { route } = built;
    const schemes = new Set([...listened].filter((scheme) => !isLoop(route, hosts, scheme)));
    if (schemes.size > 0) rules.push({ hosts, route: onSchemes(route, schemes) });
  }
  return { rules, refused, isStale };
}

/** [ALB-15] The default backend of the first member that has one. */
function listDefaults({ members }: AlbGroup, context: BuildContext): MemberRules {
  const ingress = members.find(({ spec }) => spec.defaultBackend !== undefined);
  const { defaultBackend } = ingress?.spec ?? {};
  if (ingress === undefined || defaultBackend === undefined)
    return { rules: [], refused: [], isStale: false };
  const given = toDefaultRoute(ingress, defaultBackend);
  const built = withAlbBackend(given, context);
  const schemes = listenersOf(ingress);
  return built === undefined || schemes === undefined
    ? { rules: [], refused: [given], isStale: true }
    : {
        rules: [{ hosts: [], route: onSchemes(built.route, schemes) }],
        refused: [],
        isStale: built.isRefused,
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
export function toLoadBalancer(group: AlbGroup, context: BuildContext): LoadBalancer {
  const parts = [
    ...group.members.map((ingress) => listMemberRules(ingress, context)),
    listDefaults(group, context),
  ];
  const schemes = new Set(group.members.flatMap((ingress) => [...(listenersOf(ingress) ?? [])]));
  const redirects = listHttpsRedirects(group);
  const hasRedirect = redirects.length > 0 && schemes.has('https');
  const isStale =
    group.isBroken || parts.some((part) => part.isStale) || (redirects.length > 0 && !hasRedirect);
  const rules = [...(hasRedirect ? redirects : []), ...parts.flatMap((part) => part.rules)];
  return {
    rules: indexAlbRules(
      rules.map((rule) => (isStale ? { ...rule, route: { ...rule.route, isAssumed: true } } : rule)),
    ),
    schemes,
    dropped: parts.flatMap((part) => part.refused),
  };
}
