import type { CheckWords } from '../words/check-words.ts';
import type { AffectedRequests } from './ingress-answer.ts';

/**
 * What requests get when their backend has no endpoint. ingress-nginx answers 503 itself; of other controllers only that
 * the request fails is sure.
 */
export const failureOf = (
  { requests }: CheckWords,
  { texts, answerer }: AffectedRequests,
): { happens: string; effectNow: string } => ({
  happens: requests.fail(texts, answerer),
  effectNow: requests.failNow(answerer),
});
