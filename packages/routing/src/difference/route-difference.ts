import type { Verdict } from '../engine/verdict.ts';
import type { RoutingRequest } from '../request.ts';

/**
 * What keeps a comparison from being a proof. `REGEX`: of a pattern only examples are tried. `LIMIT`: there are more requests
 * to tell apart than may be tried. `PROFILE`: two ways of routing are compared, which may read requests differently.
 */
export interface IncompleteComparison {
  readonly reason: 'REGEX' | 'LIMIT' | 'PROFILE';
  readonly ingress?: string;
  readonly host?: string;
  readonly path?: string;
}

/** Requests that end otherwise than before because of one thing, with one of them as the example. */
export interface RequestChange {
  readonly request: RoutingRequest;
  /** Of the example. Headers and cookies of it stand in `request` only. */
  readonly url: string;
  readonly before: Verdict;
  readonly after: Verdict;
  /** How many of the requests that were tried change like this. */
  readonly count: number;
}

/** What a change of rules does to requests. Nothing in `changes` is a proof only where `isComplete`. */
export interface RouteDifference {
  readonly isComplete: boolean;
  readonly incomplete: readonly IncompleteComparison[];
  /** How many requests were tried. */
  readonly requestCount: number;
  readonly changes: readonly RequestChange[];
}
