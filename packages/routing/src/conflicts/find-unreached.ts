import { listHostClasses } from '../difference/host-classes.ts';
import { readPattern } from '../difference/read-pattern.ts';
import { ingressIdOf, type Route } from '../engine/route.ts';
import type { RoutingIndex } from '../engine/routing-index.ts';
import { probeHost, type Probe } from './probe-host.ts';
import { toClaim, whyBefore, type ConflictClaim, type RouteConflict } from './route-conflict.ts';

const isRule = ({ action, viaDefaultBackend }: Route): boolean => action === 'backend' && !viaDefaultBackend;

/** One path of an object, whatever number of routes a controller makes of it. */
const ruleKey = (route: Route): string =>
  JSON.stringify([ingressIdOf(route.ingress), route.host, route.path, route.pathType]);

const isPattern = ({ matcher }: Route): boolean =>
  matcher.kind === 'pattern' && readPattern(matcher.regex).literal === undefined;

/** A rule that got none of the requests it would have taken, and the first of those. */
interface Unreached {
  readonly loser: Route;
  readonly winner: Route;
  readonly url: string;
  readonly isSampled: boolean;
}

/** What is known while hosts are tried. */
class Reach {
  readonly #reached = new Set<string>();
  readonly #lost = new Map<string, Unreached>();
  /** Patterns that took every request of a host that was tried. */
  readonly swallowing = new Set<Route>();

  add(probes: readonly Probe[], isSampled: boolean): void {
    for (const { winner, claimants, rivals, url } of probes) {
      if (winner === undefined) continue;
      this.#reached.add(ruleKey(winner));
      for (const loser of claimants) {
        const key = ruleKey(loser);
        if (rivals.includes(loser)) this.#reached.add(key);
        else if (loser !== winner && isRule(loser) && !this.#lost.has(key))
          this.#lost.set(key, { loser, winner, url, isSampled });
      }
    }
    const [first] = probes;
    if (
      first?.winner !== undefined &&
      isPattern(first.winner) &&
      probes.every(({ winner }) => winner === first.winner)
    )
      this.swallowing.add(first.winner);
  }

  listUnreached(): readonly Unreached[] {
    return [...this.#lost].flatMap(([key, unreached]) => (this.#reached.has(key) ? [] : [unreached]));
  }
}

const toConflict = ({ loser, winner, url, isSampled }: Unreached): RouteConflict => ({
  code: 'PATH_NEVER_REACHED',
  host: loser.host,
  winner: toClaim(winner),
  losers: [toClaim(loser)],
  why: winner.host === loser.host ? orderOf(winner, loser) : 'HOST',
  isAssumed: isSampled,
  url,
});

const orderOf = (winner: Route, loser: Route): RouteConflict['why'] =>
  winner.priority === loser.priority ? whyBefore(winner, loser) : 'ORDER';

const comparePaths = ({ path: a }: ConflictClaim, { path: b }: ConflictClaim): number =>
  (a ?? '') < (b ?? '') ? -1 : 1;

/** [CFL-3] [CFL-5] Rules that no request reaches, those behind one pattern together. */
export function findUnreached(index: RoutingIndex): readonly RouteConflict[] {
  const reach = new Reach();
  for (const hostClass of listHostClasses([index])) {
    const { probes, isSampled } = probeHost(index, hostClass);
    reach.add(probes, isSampled);
  }
  const single: RouteConflict[] = [];
  const swallowed = new Map<Route, Unreached[]>();
  for (const unreached of reach.listUnreached()) {
    if (!reach.swallowing.has(unreached.winner)) single.push(toConflict(unreached));
    else swallowed.set(unreached.winner, [...(swallowed.get(unreached.winner) ?? []), unreached]);
  }
  const together = [...swallowed].map(([winner, all]): RouteConflict => ({
    code: 'REGEX_SWALLOWS_HOST',
    host: winner.host,
    winner: toClaim(winner),
    losers: all.map(({ loser }) => toClaim(loser)).toSorted(comparePaths),
    why: 'ORDER',
    isAssumed: true,
    url: all[0]?.url ?? '',
  }));
  return [...single, ...together];
}
