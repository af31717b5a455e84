import type { Route } from '../engine/route.ts';
import type { RoutingIndex } from '../engine/routing-index.ts';
import { toClaim, whyBefore, type RouteConflict } from './route-conflict.ts';

const isRule = ({ action, viaDefaultBackend }: Route): boolean => action === 'backend' && !viaDefaultBackend;

const claimKey = ({ hostRule, host, path, pathType }: Route): string =>
  JSON.stringify([host, hostRule, path ?? '/', pathType]);

/** The rules of a table by what they claim, one for each path of an object. */
function groupRules(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const groups = new Map<string, Map<string, Route>>();
  for (const route of routes) {
    if (!isRule(route)) continue;
    const key = claimKey(route);
    const group = groups.get(key) ?? new Map<string, Route>();
    groups.set(key, group);
    const place = route.id.split(' ').slice(0, 3).join(' ');
    if (!group.has(place)) group.set(place, route);
  }
  return new Map([...groups].map(([key, group]) => [key, [...group.values()]]));
}

const exampleHost = (host: string): string =>
  host === '' ? 'any.example' : host.startsWith('*.') ? `any${host.slice(1)}` : host;

const urlOf = (host: string, path: string | null): string => `http://${exampleHost(host)}${path ?? '/'}`;

/** [CFL-1] The same claim several times: one is kept, or all are and nobody knows which is asked. */
function toSamePath(
  [winner, ...others]: readonly Route[],
  dropped: readonly Route[],
): RouteConflict | undefined {
  if (winner === undefined || (others.length === 0 && dropped.length === 0)) return undefined;
  const [loser = winner] = dropped;
  return {
    code: 'SAME_PATH',
    host: winner.host,
    winner: toClaim(winner),
    losers: [...others, ...dropped].map(toClaim),
    why: others.length > 0 ? 'UNDECIDED' : whyBefore(winner, loser),
    isAssumed: others.length > 0 || winner.isAssumed,
    url: urlOf(winner.host, winner.path),
  };
}

/** [CFL-2] Rules that are left out though nobody else makes their claim: the host is another Ingress's. */
function toSameHost(host: string, kept: readonly Route[], lost: readonly Route[]): RouteConflict | undefined {
  const [first] = lost;
  const winner = kept.find(isRule);
  if (first === undefined || winner === undefined) return undefined;
  return {
    code: 'SAME_HOST',
    host,
    winner: { ...toClaim(winner), path: null, pathType: null },
    losers: lost.map(toClaim),
    why: whyBefore(winner, first),
    isAssumed: false,
    url: urlOf(host, first.path),
  };
}

/** The conflicts of rules that make the same claim, host by host. */
export function findSameClaims(index: RoutingIndex): readonly RouteConflict[] {
  const tables = [...index.exactHosts.values(), ...index.wildcardHosts.values(), index.anyHost];
  return tables.flatMap((table) => {
    if (table === undefined) return [];
    const { host, routes } = table;
    const shadowed = (index.droppedByHost.get(host) ?? []).flatMap(({ route, reason }) =>
      reason === 'SHADOWED' ? [route] : [],
    );
    const kept = groupRules(routes);
    const dropped = groupRules(shadowed);
    const unclaimed = [...dropped].flatMap(([key, group]) => (kept.has(key) ? [] : group));
    return [
      ...[...kept].map(([key, group]) => toSamePath(group, dropped.get(key) ?? [])),
      toSameHost(host, routes, unclaimed),
    ].flatMap((conflict) => conflict ?? []);
  });
}
