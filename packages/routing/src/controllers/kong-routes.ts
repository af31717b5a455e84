import type { Ingress } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import { elementsMatcher, patternMatcher, type PathMatcher } from '../engine/path-matcher.ts';
import type { RouteCondition } from '../engine/route-condition.ts';
import type { Route } from '../engine/route.ts';
import { kongAnnotation, listHeaderConditions, listKongAnnotation, schemeOf } from './kong-annotations.ts';
import { toRoute, type RulePath } from './list-rules.ts';
import type { BuildContext, DroppedRoute } from './routing-profile.ts';

/** A path as Kong is told: what it matches, how long it counts, and whether as a regular expression. */
interface KongPath {
  readonly matcher: PathMatcher | undefined;
  readonly length: number;
  readonly isRegex: boolean;
}

/** [KNG-5] A text after `/~`, or after a prefix of the Ingress's own, is a pattern; any other the beginning of a text. */
function readOwnPath(ingress: Ingress, path: string): KongPath {
  const prefix = kongAnnotation(ingress, 'regex-prefix') ?? '/~';
  if (path === '') return { matcher: { kind: 'everything' }, length: 0, isRegex: false };
  if (!path.startsWith(prefix))
    return { matcher: { kind: 'text', path }, length: path.length, isRegex: false };
  const source = path.slice(prefix.length) || '^/';
  const matcher = patternMatcher(source.startsWith('^') ? source : `^${source}`);
  return { matcher, length: path.length - prefix.length, isRegex: true };
}

/** [KNG-4] [KNG-5] [KNG-6] */
function readKongPath({ ingress, path: { path = '', pathType } }: RulePath): KongPath {
  if (pathType === 'Exact') {
    const text = `/${path.replace(/^\/+/, '')}`;
    return { matcher: { kind: 'exact', path: text }, length: text.length, isRegex: true };
  }
  if (pathType !== 'Prefix') return readOwnPath(ingress, path);
  const base = path.replaceAll(/^\/+|\/+$/g, '');
  if (base === '') return { matcher: { kind: 'everything' }, length: 1, isRegex: true };
  return { matcher: elementsMatcher(`/${base}`), length: base.length + 2, isRegex: true };
}

/** [KNG-8] The host of the rule and the aliases of its Ingress; of none any host. */
function hostsOf({ ingress, host }: RulePath): readonly string[] {
  const aliases = listKongAnnotation(ingress, 'host-aliases').map((alias) => alias.toLowerCase());
  const hosts = [...new Set([host, ...aliases])].filter((each) => each !== '');
  return hosts.length === 0 ? [''] : hosts;
}

/** [KNG-9] Methods, headers and the name asked for in the TLS handshake. */
function conditionsOf(ingress: Ingress): readonly RouteCondition[] {
  const methods = listKongAnnotation(ingress, 'methods').map((method) => method.toUpperCase());
  const snis = listKongAnnotation(ingress, 'snis').map((name) => name.toLowerCase());
  return [
    ...(methods.length > 0 ? [{ kind: 'method' as const, methods }] : []),
    ...listHeaderConditions(ingress),
    ...(snis.length > 0
      ? [
          {
            kind: 'host' as const,
            patterns: snis.map((name) => new RegExp(`^${name.replaceAll('.', '\\.')}$`)),
          },
        ]
      : []),
  ];
}

interface Traits {
  readonly hosts: readonly string[];
  readonly conditions: readonly RouteCondition[];
  readonly path: KongPath;
}

/** [KNG-6] More kinds of conditions first, then more headers, plain hosts, patterns and long paths. */
function priorityOf({ hosts, conditions, path }: Traits): number {
  const hasHost = hosts.some((host) => host !== '');
  const headers = conditions.filter(({ kind }) => kind === 'header').length;
  const others = conditions.length - headers;
  const fields = 1 + Number(hasHost) + Number(headers > 0) + others;
  const isPlain = hasHost && hosts.every((host) => !host.startsWith('*'));
  return (
    fields * 2 ** 41 +
    headers * 2 ** 33 +
    Number(isPlain) * 2 ** 32 +
    Number(path.isRegex) * 2 ** 16 +
    path.length
  );
}

/** [KNG-12] What depends on settings that are not looked at. */
function isUncertain({ ingress, path }: RulePath, { targetOf }: BuildContext): boolean {
  const target = targetOf({ ingress, backend: path.backend });
  const service = target.kind === 'failed' ? undefined : target.service;
  return (
    labelValue(service?.metadata.annotations, 'konghq.com/path') !== undefined ||
    kongAnnotation(ingress, 'rewrite') !== undefined ||
    kongAnnotation(ingress, 'snis') !== undefined ||
    schemeOf(ingress) === 'http'
  );
}

/** [KNG-7] An Exact path asked for where a Prefix of the same text comes first: nobody promises that it does. */
function toContested(route: Route, exactPaths: ReadonlySet<string>): readonly Route[] {
  const { matcher } = route;
  if (matcher.kind !== 'elements' || !exactPaths.has(`${route.host} ${matcher.path}`)) return [];
  return [
    {
      ...route,
      id: `${route.id} whole`,
      matcher: { kind: 'exact', path: matcher.path },
      priority: route.priority + 0.5,
      isAssumed: true,
    },
  ];
}

function toRoutes(rule: RulePath, context: BuildContext): readonly Route[] {
  const path = readKongPath(rule);
  const { ingress } = rule;
  if (path.matcher === undefined || rule.path.backend.service === undefined) return [];
  const [hosts, conditions] = [hostsOf(rule), conditionsOf(ingress)];
  const route = toRoute(rule, {
    matcher: path.matcher,
    priority: priorityOf({ hosts, conditions, path }),
    isAssumed: isUncertain(rule, context),
  });
  const hasSni = kongAnnotation(ingress, 'snis') !== undefined;
  const scheme = hasSni ? 'https' : schemeOf(ingress) === 'http' ? 'http' : undefined;
  return hosts.map((host) => ({
    ...route,
    id: host === rule.host ? route.id : `${route.id} alias ${host}`,
    host,
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(scheme === undefined ? {} : { scheme }),
  }));
}

/** Every path of every host as a route of its own, and the paths that Kong is not told. */
export function toKongRoutes(
  rules: readonly RulePath[],
  context: BuildContext,
): { readonly routes: readonly Route[]; readonly dropped: readonly DroppedRoute[] } {
  const exactPaths = new Set(
    rules
      .filter(({ path }) => path.pathType === 'Exact')
      .flatMap((rule) => hostsOf(rule).map((host) => `${host} ${rule.path.path ?? ''}`)),
  );
  const routes: Route[] = [];
  const dropped: DroppedRoute[] = [];
  for (const rule of rules) {
    const own = toRoutes(rule, context);
    if (own.length === 0) {
      const matcher = readKongPath(rule).matcher ?? { kind: 'everything' };
      dropped.push({ route: toRoute(rule, { matcher, priority: 0 }), reason: 'ROUTE_NOT_BUILT' });
    }
    for (const route of own) routes.push(route, ...toContested(route, exactPaths));
  }
  return { routes, dropped };
}
