import { normalizeRequest, type RoutingRequest } from '../request.ts';
import { decideOutcome } from './decide-outcome.ts';
import type { RoutingIndex } from './routing-index.ts';
import { toVerdict, type Verdict } from './verdict.ts';

/** [TRC-15] Where a request goes, by names alone; its cost does not grow with the number of hosts. */
export function findVerdict(index: RoutingIndex, given: RoutingRequest): Verdict {
  const request = normalizeRequest(given);
  return toVerdict(index, request, decideOutcome(index, request));
}
