import { normalizeRequest, type NormalizedRequest, type RoutingRequest } from '../request.ts';
import { decideOutcome } from './decide-outcome.ts';
import { receivedPathOf } from './destination.ts';
import { findRoute } from './find-route.ts';
import type { Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';
import { toVerdict, type Verdict } from './verdict.ts';

/** The verdicts of an index's routes that answer every request alike, as far as they were asked for. */
const knownVerdicts = new WeakMap<RoutingIndex, Map<Route, Verdict>>();

function knownVerdictsOf(index: RoutingIndex): Map<Route, Verdict> {
  let known = knownVerdicts.get(index);
  if (known === undefined) {
    known = new Map();
    knownVerdicts.set(index, known);
  }
  return known;
}

/** Whether a route leads to one backend, whatever else a request carries. */
const isPlain = ({ action, canary, fixedStatus }: Route): boolean =>
  action === 'backend' && canary === undefined && fixedStatus === undefined;

/** The answer for a route whose requests all go the same way, which is worked out once. */
function findPlainVerdict(
  index: RoutingIndex,
  request: NormalizedRequest,
  { route, path }: { readonly route: Route; readonly path: string },
): Verdict {
  const known = knownVerdictsOf(index);
  let verdict = known.get(route);
  if (verdict === undefined) {
    verdict = { ...toVerdict(index, request, decideOutcome(index, request)), rewrittenPath: null };
    known.set(route, verdict);
  }
  if (verdict.result !== 'ok' && verdict.result !== 'external') return verdict;
  const received = receivedPathOf(index.profile, request, { route, path });
  return received === request.path ? verdict : { ...verdict, rewrittenPath: received };
}

/** [TRC-15] Where a request goes, by names alone; its cost does not grow with the number of hosts. */
export function findVerdict(index: RoutingIndex, given: RoutingRequest): Verdict {
  const request = normalizeRequest(given);
  const { profile, built } = index;
  const path = profile.normalizePath(request.path);
  const route = path === undefined ? undefined : findRoute(index, request, path);
  const mayEndInHandshake = profile.needsCertificate === true && request.scheme === 'https';
  const isDirect =
    path !== undefined &&
    route !== undefined &&
    !mayEndInHandshake &&
    isPlain(route) &&
    profile.findRedirect?.(route, request, built) === undefined;
  return isDirect
    ? findPlainVerdict(index, request, { route, path })
    : toVerdict(index, request, decideOutcome(index, request));
}
