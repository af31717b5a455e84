import { labelValue } from '@fairlead/kube-objects';
import type { PathMatcher } from '../engine/path-matcher.ts';
import type { Route } from '../engine/route.ts';
import { haproxytechAnnotation } from './haproxytech-annotations.ts';
import { toRoute, type RulePath } from './list-rules.ts';
import type { BuildContext, DroppedRoute } from './routing-profile.ts';

/** A row of one of HAProxy's maps: the key that a request is compared with, and the backend behind it. */
interface MapRow {
  readonly key: string;
  /** The backend's name, whose order decides between rows of the same key. */
  readonly backend: string;
  readonly route: Route;
}

const exactMap = 3e6;
const prefixExactMap = 2e6;

/** The name of a rule's backend, `namespace_svc_service_port`; `undefined`: its Service or port is not there. */
function backendNameOf(route: Route, { targetOf }: BuildContext): string | undefined {
  const target = targetOf(route);
  const { service } = route.backend;
  if (service === undefined || (target.kind === 'failed' && target.stage === 'backend')) return undefined;
  const number = target.kind === 'external' ? target.port : target.port?.port;
  const name = target.kind === 'external' ? undefined : target.port?.name;
  return `${route.ingress.metadata.namespace ?? ''}_svc_${service.name}_${name || (number ?? '')}`;
}

/** [HPT-11] What these maps do not show: conditions of the Service, TLS that is passed on, TLS without hosts. */
function isBeyondMaps({ ingress }: RulePath, route: Route, { targetOf }: BuildContext): boolean {
  const target = targetOf(route);
  const service = target.kind === 'failed' ? undefined : target.service;
  const { tls = [] } = ingress.spec;
  return (
    labelValue(service?.metadata.annotations, 'haproxy.org/route-acl') !== undefined ||
    haproxytechAnnotation(ingress, 'ssl-passthrough') === 'true' ||
    (tls.length > 0 && tls.every(({ hosts = [] }) => hosts.length === 0))
  );
}

interface MapEntry {
  readonly map: 'exact' | 'prefix-exact' | 'prefix';
  readonly matcher: PathMatcher;
  readonly text: string;
}

/** [HPT-3] [HPT-4] The entries of a path: Exact in the first map alone, others whole and as beginning of a text. */
function entriesOf({ path: { path = '', pathType } }: RulePath): readonly MapEntry[] {
  if (pathType === 'Exact') return [{ map: 'exact', matcher: { kind: 'exact', path }, text: path }];
  if (path === '' || path === '/') return [{ map: 'prefix', matcher: { kind: 'everything' }, text: '/' }];
  const bare = path.replace(/\/$/, '');
  const start = pathType === 'Prefix' ? `${bare}/` : bare;
  return [
    { map: 'prefix-exact', matcher: { kind: 'exact', path: bare }, text: bare },
    { map: 'prefix', matcher: { kind: 'text', path: start }, text: start },
  ];
}

const priorityOf = ({ map, text }: MapEntry): number =>
  map === 'exact' ? exactMap : map === 'prefix-exact' ? prefixExactMap : text.length;

function toRows(rule: RulePath, context: BuildContext): readonly MapRow[] | undefined {
  const bare = toRoute(rule, { matcher: { kind: 'everything' }, priority: 0 });
  const backend = backendNameOf(bare, context);
  const isNowhere = rule.host === '' && (rule.path.path ?? '') === '';
  if (backend === undefined || isNowhere) return undefined;
  const isAssumed = isBeyondMaps(rule, bare, context);
  return entriesOf(rule).map((entry) => ({
    key: `${entry.map} ${rule.host}${entry.text}`,
    backend,
    route: {
      ...bare,
      id: entry.map === 'prefix-exact' ? `${bare.id} whole` : bare.id,
      matcher: entry.matcher,
      priority: priorityOf(entry),
      isAssumed,
    },
  }));
}

/** Of two rows with the same key the first by the name of the backend; nobody knows which of two with the same. */
function chooseRow(a: MapRow, b: MapRow): { readonly winner: MapRow; readonly loser: MapRow } {
  if (a.backend !== b.backend)
    return a.backend < b.backend ? { winner: a, loser: b } : { winner: b, loser: a };
  return { winner: { ...a, route: { ...a.route, isAssumed: true } }, loser: b };
}

/** A rule that is in no map, as it would match if it were. */
function toUnbuilt(rule: RulePath): Route {
  const [whole, start] = entriesOf(rule);
  const matcher: PathMatcher =
    rule.path.pathType === 'Prefix' && start !== undefined
      ? { kind: 'elements', path: whole?.text ?? '' }
      : ((start ?? whole)?.matcher ?? { kind: 'everything' });
  return toRoute(rule, { matcher, priority: 0 });
}

/** [HPT-5] [HPT-6] HAProxy's maps of hosts and paths as routes, and the rules that are in none. */
export function toMapRoutes(
  rules: readonly RulePath[],
  context: BuildContext,
): { readonly routes: readonly Route[]; readonly dropped: readonly DroppedRoute[] } {
  const rows = new Map<string, MapRow>();
  const dropped: DroppedRoute[] = [];
  for (const rule of rules) {
    const own = toRows(rule, context);
    if (own === undefined) {
      dropped.push({ route: toUnbuilt(rule), reason: 'ROUTE_NOT_BUILT' });
    }
    for (const row of own ?? []) {
      const known = rows.get(row.key);
      if (known === undefined) {
        rows.set(row.key, row);
        continue;
      }
      const { winner, loser } = chooseRow(known, row);
      rows.set(row.key, winner);
      dropped.push({ route: loser.route, reason: 'SHADOWED' });
    }
  }
  return { routes: [...rows.values()].map(({ route }) => route), dropped };
}
