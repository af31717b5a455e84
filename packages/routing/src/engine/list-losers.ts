import type { NormalizedRequest } from '../request.ts';
import type { LoserReason, TraceLoser } from '../trace.ts';
import { wouldTake, type Outcome } from './decide-outcome.ts';
import { ingressIdOf, type Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';
import { takesRequest } from './find-route.ts';

const toLoser = (route: Route, reason: LoserReason): TraceLoser => ({
  ingress: ingressIdOf(route.ingress),
  hostRule: route.hostRule,
  path: route.path,
  pathType: route.pathType,
  reason,
});

/** Why a route of a matching host does not get the request. */
function reasonOf(route: Route, winner: Route | undefined, isMatching: boolean): LoserReason {
  if (!isMatching) return 'OTHER_PATH';
  return winner !== undefined && winner.host !== route.host ? 'LESS_SPECIFIC_HOST' : 'LATER_IN_ORDER';
}

const isSameRule = (a: TraceLoser, b: Route): boolean =>
  a.ingress === ingressIdOf(b.ingress) &&
  a.hostRule === b.hostRule &&
  a.path === b.path &&
  a.pathType === b.pathType;

/** Each rule once, though several lines of the table come from it: a line that matches says more than one that does not. */
function listOnce(losers: readonly TraceLoser[]): readonly TraceLoser[] {
  const byRule = new Map<string, TraceLoser>();
  for (const loser of losers) {
    const { ingress, hostRule, path, pathType } = loser;
    const key = JSON.stringify([ingress, hostRule, path, pathType]);
    const known = byRule.get(key);
    if (known === undefined || known.reason === 'OTHER_PATH') byRule.set(key, loser);
  }
  return [...byRule.values()];
}

/** The hosts of rules that a request may belong to, whether the controller has made tables of them or not. */
function listHosts({ profile }: RoutingIndex, host: string): readonly string[] {
  const wildcards: string[] = [];
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    wildcards.push(`*${host.slice(dot)}`);
    if (!profile.hasDeepWildcards) break;
  }
  return [host, ...wildcards, ''];
}

/** [TRC-9] Everything that has to do with the request and does not get it, with why. */
export function listLosers(
  index: RoutingIndex,
  request: NormalizedRequest,
  { route: winner, selection }: Outcome,
): readonly TraceLoser[] {
  const { path = request.path, tables } = selection;
  const inTables = tables.flatMap(({ routes }) =>
    routes
      .filter(
        (route) => route !== winner && route.action !== 'slash-redirect' && route.action !== 'not-found',
      )
      .map((route) => toLoser(route, reasonOf(route, winner, takesRequest(route, path, request)))),
  );
  const dropped = listHosts(index, request.host).flatMap((host) =>
    (index.droppedByHost.get(host) ?? [])
      .filter(({ route }) => takesRequest(route, path, request))
      .map(({ route, reason }) => toLoser(route, reason)),
  );
  const rejected = index.rejected
    .filter((each) => wouldTake(each, request))
    .map(({ ingress, reason, field }) => ({
      ingress: ingressIdOf(ingress),
      hostRule: null,
      path: null,
      pathType: null,
      reason,
      ...(field === undefined ? {} : { field }),
    }));
  const others = inTables.filter((loser) => winner === undefined || !isSameRule(loser, winner));
  return [...listOnce([...others, ...dropped]), ...rejected];
}
