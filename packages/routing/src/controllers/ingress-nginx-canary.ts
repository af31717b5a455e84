import type { Ingress } from '@fairlead/kube-objects';
import type { CanaryBackend, Route } from '../engine/route.ts';
import { patternMatcher } from '../engine/path-matcher.ts';
import { isCanary, nginxAnnotation } from './ingress-nginx-annotations.ts';
import { addLocation, typeOf, type Location, type NginxServer } from './ingress-nginx-locations.ts';
import { upstreamNameOf, type NginxUpstream } from './ingress-nginx-upstreams.ts';
import { listRulePaths, specMatcher, toRoute, type RulePath } from './list-rules.ts';
import type { DroppedRoute } from './routing-profile.ts';

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
    const upstream = upstreamNameOf(rule.ingress, rule.path.backend) ?? '';
    const known = first.get(upstream);
    if (known === undefined) first.set(upstream, { canary: rule, lost: [] });
    else if (!isCanary(rule.ingress)) known.lost.push(rule);
  }
  return [...first.values()].filter(({ canary, lost }) => isCanary(canary.ingress) && lost.length > 0);
}

function toCanary({ ingress, backend }: Pick<CanaryBackend, 'ingress' | 'backend'>): CanaryBackend {
  const pattern = nginxAnnotation(ingress, 'canary-by-header-pattern');
  const matcher = pattern === undefined ? undefined : patternMatcher(pattern);
  const numberOf = (name: string): number => {
    const value = Number(nginxAnnotation(ingress, name) ?? 0);
    return Number.isFinite(value) && value >= 0 ? value : 0;
  };
  return {
    ingress,
    backend,
    header: nginxAnnotation(ingress, 'canary-by-header')?.toLowerCase(),
    headerValue: nginxAnnotation(ingress, 'canary-by-header-value'),
    headerPattern: matcher?.kind === 'pattern' ? matcher.regex : undefined,
    cookie: nginxAnnotation(ingress, 'canary-by-cookie'),
    weight: numberOf('canary-weight'),
    weightTotal: Math.max(100, numberOf('canary-weight-total')),
    needsMain: true,
  };
}

/** The upstream that a location leads to; `undefined`: the controller's own answer. */
const upstreamOf = ({ route }: Location): string | undefined =>
  route.action === 'backend' ? upstreamNameOf(route.ingress, route.backend) : undefined;

type Upstreams = Map<string, NginxUpstream>;

/**
 * [NGX-15] A canary's upstream goes with those of the locations that its path names. One that finds none is taken away, for the
 * paths that it did find as well, unless it is itself what one of the host's locations leads to.
 */
function mergeUpstream(
  upstreams: Upstreams,
  {
    name,
    locations,
    isMeant,
  }: {
    readonly name: string;
    readonly locations: readonly Location[];
    readonly isMeant: (location: Location) => boolean;
  },
): void {
  if (!upstreams.has(name)) return;
  let isMerged = false;
  for (const location of locations) {
    const main = upstreamOf(location);
    if (main === name) return;
    const known = main === undefined ? undefined : upstreams.get(main);
    if (known === undefined || known.canary !== undefined || !isMeant(location)) continue;
    isMerged = true;
    if (!known.alternatives.includes(name)) known.alternatives.push(name);
  }
  if (!isMerged) upstreams.delete(name);
}

/** [NGX-15] All upstreams of a canary: of its default backend, which goes with every path to any host, and of its paths. */
function mergeCanary(upstreams: Upstreams, servers: ReadonlyMap<string, NginxServer>, canary: Ingress): void {
  const ofAnyHost = servers.get('')?.locations ?? [];
  const { defaultBackend } = canary.spec;
  const whole = defaultBackend === undefined ? undefined : upstreamNameOf(canary, defaultBackend);
  if (whole !== undefined)
    mergeUpstream(upstreams, { name: whole, locations: ofAnyHost, isMeant: () => true });
  for (const { host, path } of listRulePaths([canary])) {
    const locations = host === '' ? ofAnyHost : servers.get(host)?.locations;
    const name = upstreamNameOf(canary, path.backend);
    if (locations === undefined || name === undefined) continue;
    const [wanted, type] = [path.path || '/', typeOf(path.pathType)];
    const isMeant = (location: Location): boolean => location.path === wanted && location.type === type;
    mergeUpstream(upstreams, { name, locations, isMeant });
  }
}

/** [NGX-15] A route with the first canary that its upstream goes with. */
function withCanary(location: Location, upstreams: Upstreams): Route {
  const [first = ''] = upstreams.get(upstreamOf(location) ?? '')?.alternatives ?? [];
  const canary = upstreams.get(first)?.canary;
  return canary === undefined ? location.route : { ...location.route, canary: toCanary(canary) };
}

/** [NGX-15] Lets canaries go with the locations of all servers. `ingresses` in the order in which they are taken. */
export function mergeCanaries(
  upstreams: Upstreams,
  servers: ReadonlyMap<string, NginxServer>,
  ingresses: readonly Ingress[],
): void {
  const canaries = ingresses.filter(isCanary);
  if (canaries.length === 0 || canaries.length === ingresses.length) return;
  for (const canary of canaries) mergeCanary(upstreams, servers, canary);
  for (const { locations } of servers.values())
    for (const location of locations) location.route = withCanary(location, upstreams);
}

const notBuilt = 'ROUTE_NOT_BUILT' as const;

/** Adds all paths of all Ingresses to the servers; returns those that have no effect. */
export function addRules(
  servers: ReadonlyMap<string, NginxServer>,
  upstreams: ReadonlyMap<string, NginxUpstream>,
  rules: readonly RulePath[],
): readonly DroppedRoute[] {
  return rules.flatMap((rule) => {
    const server = servers.get(rule.host) ?? servers.get('');
    const name = upstreamNameOf(rule.ingress, rule.path.backend);
    if (name === undefined)
      return { route: toRoute(rule, { matcher: specMatcher(rule.path), priority: 0 }), reason: notBuilt };
    if (server === undefined || upstreams.get(name)?.canary !== undefined) return [];
    return addLocation(server, rule) ?? [];
  });
}
