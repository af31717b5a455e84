import type { RoutingIndex } from '../engine/routing-index.ts';
import { findHiddenWildcards } from './find-hidden-wildcards.ts';
import { findSameClaims } from './find-same-claims.ts';
import { findUnreached } from './find-unreached.ts';
import type { RouteConflict } from './route-conflict.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * [CFL-1] to [CFL-6] Rules of all Ingresses of the controller that are in each other's way, by host: who wins, who loses and
 * why. Nothing listed means that every path gets some request, as far as patterns can be tried.
 */
export const listRouteConflicts = (index: RoutingIndex): readonly RouteConflict[] =>
  [...findSameClaims(index), ...findHiddenWildcards(index), ...findUnreached(index)].toSorted(
    (a, b) =>
      compareText(a.host, b.host) ||
      compareText(a.losers[0]?.path ?? '', b.losers[0]?.path ?? '') ||
      compareText(a.code, b.code),
  );
