import type { HttpIngressPath, Ingress } from '@fairlead/kube-objects';
import type { CanaryBackend } from '../engine/route.ts';
import { patternMatcher } from '../engine/path-matcher.ts';
import { isCanary, nginxAnnotation } from './ingress-nginx-annotations.ts';
import { addLocation, typeOf, type NginxServer } from './ingress-nginx-locations.ts';
import { specMatcher, toRoute, type RulePath } from './list-rules.ts';
import type { DroppedRoute } from './routing-profile.ts';

/** What names an upstream of nginx: namespace, Service and port as written. */
function upstreamOf(ingress: Ingress, { backend }: Pick<HttpIngressPath, 'backend'>): string {
  const { name, port } = backend.service ?? { name: '' };
  return `${ingress.metadata.namespace ?? ''}/${name}:${port?.name || (port?.number ?? '')}`;
}

/**
 * [NGX-15] Upstreams that a canary names first: nothing but canaries gets them, so that ordinary paths to the same Service
 * and port are left out.
 */
function findCanaryUpstreams(rules: readonly RulePath[]): ReadonlySet<string> {
  const first = new Map<string, boolean>();
  for (const { ingress, path } of rules) {
    const upstream = upstreamOf(ingress, path);
    if (!first.has(upstream)) first.set(upstream, isCanary(ingress));
  }
  return new Set([...first].flatMap(([upstream, isFirst]) => (isFirst ? [upstream] : [])));
}

/** An upstream that a canary has to itself, and the ordinary paths that are lost on account of it. */
export interface CanaryUpstream {
  /** The path of the canary that names it first. */
  readonly canary: RulePath;
  /** At least one. */
  readonly lost: readonly RulePath[];
}

/** [NGX-15] `rules` in the order in which the controller takes them. */
export function listCanaryUpstreams(rules: readonly RulePath[]): readonly CanaryUpstream[] {
  const first = new Map<string, { readonly canary: RulePath; readonly lost: RulePath[] }>();
  for (const rule of rules) {
    const upstream = upstreamOf(rule.ingress, rule.path);
    const known = first.get(upstream);
    if (known === undefined) first.set(upstream, { canary: rule, lost: [] });
    else if (!isCanary(rule.ingress)) known.lost.push(rule);
  }
  return [...first.values()].filter(({ canary, lost }) => isCanary(canary.ingress) && lost.length > 0);
}

function toCanary({ ingress, path }: RulePath): CanaryBackend {
  const pattern = nginxAnnotation(ingress, 'canary-by-header-pattern');
  const matcher = pattern === undefined ? undefined : patternMatcher(pattern);
  const numberOf = (name: string, otherwise: number): number => {
    const value = Number(nginxAnnotation(ingress, name) ?? otherwise);
    return Number.isFinite(value) && value >= 0 ? value : otherwise;
  };
  return {
    ingress,
    backend: path.backend,
    header: nginxAnnotation(ingress, 'canary-by-header')?.toLowerCase(),
    headerValue: nginxAnnotation(ingress, 'canary-by-header-value'),
    headerPattern: matcher?.kind === 'pattern' ? matcher.regex : undefined,
    cookie: nginxAnnotation(ingress, 'canary-by-cookie'),
    weight: numberOf('canary-weight', 0),
    weightTotal: numberOf('canary-weight-total', 100) || 100,
  };
}

/** [NGX-15] The first canary of a host, path and type goes with the ordinary location there. */
function addCanary(servers: ReadonlyMap<string, NginxServer>, rule: RulePath): void {
  const wanted = rule.path.path || '/';
  const location = servers
    .get(rule.host)
    ?.locations.find(({ path, type }) => path === wanted && type === typeOf(rule.path.pathType));
  if (location?.route.action !== 'backend') return;
  location.route = { canary: toCanary(rule), ...location.route };
}

const notBuilt = 'ROUTE_NOT_BUILT' as const;

/** Adds all paths of all Ingresses to the servers, ordinary ones first; returns those that have no effect. */
export function addRules(
  servers: ReadonlyMap<string, NginxServer>,
  rules: readonly RulePath[],
): readonly DroppedRoute[] {
  const upstreams = findCanaryUpstreams(rules);
  const isOfCanary = ({ ingress, path }: RulePath): boolean => upstreams.has(upstreamOf(ingress, path));
  const dropped = rules.map((rule) => {
    const server = servers.get(rule.host) ?? servers.get('');
    if (server === undefined || isOfCanary(rule)) return undefined;
    if (rule.path.backend.service !== undefined) return addLocation(server, rule);
    return { route: toRoute(rule, { matcher: specMatcher(rule.path), priority: 0 }), reason: notBuilt };
  });
  for (const rule of rules) if (isCanary(rule.ingress) && isOfCanary(rule)) addCanary(servers, rule);
  return dropped.flatMap((each) => each ?? []);
}
