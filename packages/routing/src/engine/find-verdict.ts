import { normalizeRequest, type RoutingRequest } from '../request.ts';
import { decideOutcome, toVerdict, type Verdict } from './decide-outcome.ts';
import type { RoutingIndex } from './routing-index.ts';

/** [TRC-15] Where a request goes, by names alone; its cost does not grow with the number of hosts. */
export const findVerdict = (index: RoutingIndex, request: RoutingRequest): Verdict =>
  toVerdict(decideOutcome(index, normalizeRequest(request)));
