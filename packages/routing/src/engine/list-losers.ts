import type { NormalizedRequest } from '../request.ts';
import type { LoserReason, TraceLoser } from '../trace.ts';
import type { Outcome } from './decide-outcome.ts';
import { listDropped } from './find-unbuilt.ts';
import { ingressIdOf, type Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';
import { takesRequest } from './find-route.ts';
import { wouldTake } from './would-take.ts';

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

/** [TRC-9] Everything that has to do with the request and does not get it, with why. */
export function listLosers(
  index: RoutingIndex,
  request: NormalizedRequest,
  { route: winner, missed, selection }: Outcome,
): readonly TraceLoser[] {
  const { path = request.path, tables } = selection;
  const inTables = tables.flatMap(({ routes }) =>
    routes
      .filter(
        (route) => route !== winner && route.action !== 'slash-redirect' && route.action !== 'not-found',
      )
      .map((route) => toLoser(route, reasonOf(route, winner, takesRequest(route, path, request)))),
  );
  const dropped = listDropped(index, request, path).map(({ route, reason }) => toLoser(route, reason));
  const rejected = index.rejected
    .filter((each) => each === missed || wouldTake(each, request, 'any'))
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
