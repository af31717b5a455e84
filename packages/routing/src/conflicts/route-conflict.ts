import { ingressIdOf, type Route } from '../engine/route.ts';

/** A path of a rule as it is written; `path` and `pathType` are `null` where a whole host is meant. */
export interface ConflictClaim {
  readonly ingress: string;
  readonly hostRule: string | null;
  readonly path: string | null;
  readonly pathType: string | null;
}

/**
 * `SAME_PATH`: host, path and type stand in several rules. `SAME_HOST`: a host belongs to one Ingress alone.
 * `PATH_NEVER_REACHED`: other rules take every request of a path. `WILDCARD_HIDDEN`: a host under a wildcard has a rule of
 * its own, so that the wildcard's paths are not found there. `REGEX_SWALLOWS_HOST`: a pattern takes every request of its
 * host, so that no other path of the host gets one.
 */
export type RouteConflictCode =
  | 'SAME_PATH'
  | 'SAME_HOST'
  | 'PATH_NEVER_REACHED'
  | 'WILDCARD_HIDDEN'
  | 'REGEX_SWALLOWS_HOST';

/**
 * `OLDER`: its Ingress was created earlier. `NAME`: equally old, the order of names decides. `PLACE`: by its place within
 * one Ingress. `ORDER`: the controller asks it earlier. `HOST`: its host is more specific. `UNDECIDED`: nothing promises
 * which of them is asked.
 */
export type ConflictWhy = 'OLDER' | 'NAME' | 'PLACE' | 'ORDER' | 'HOST' | 'UNDECIDED';

/** Rules that are in each other's way: who gets the requests, who does not, and why. */
export interface RouteConflict {
  readonly code: RouteConflictCode;
  /** Of the table that it happens in, empty for any host. */
  readonly host: string;
  readonly winner: ConflictClaim;
  readonly losers: readonly ConflictClaim[];
  readonly why: ConflictWhy;
  /** The answer rests on something that nobody promises, or on examples of a pattern. */
  readonly isAssumed: boolean;
  /** A request about which they disagree. */
  readonly url: string;
}

export const toClaim = ({ ingress, hostRule, path, pathType }: Route): ConflictClaim => ({
  ingress: ingressIdOf(ingress),
  hostRule,
  path,
  pathType,
});

/** Why a route comes before another one. */
export function whyBefore(winner: Route, loser: Route): ConflictWhy {
  if (ingressIdOf(winner.ingress) === ingressIdOf(loser.ingress)) return 'PLACE';
  const [own = '', other = ''] = [winner, loser].map(({ ingress }) => ingress.metadata.creationTimestamp);
  if (own === other) return 'NAME';
  return own !== '' && (other === '' || own < other) ? 'OLDER' : 'ORDER';
}
