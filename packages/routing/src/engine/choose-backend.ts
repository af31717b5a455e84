import type { NormalizedRequest } from '../request.ts';
import type { CanaryBackend, Route } from './route.ts';

/** Whether a canary gets a request: by its headers and cookies, or with a share of all. */
function shareOf(canary: CanaryBackend, { headers, cookies }: NormalizedRequest): number {
  const value = canary.header === undefined ? undefined : headers.get(canary.header);
  if (value !== undefined) {
    if (canary.headerValue !== undefined) {
      if (value === canary.headerValue) return 1;
    } else if (canary.headerPattern !== undefined) {
      if (canary.headerPattern.test(value)) return 1;
    } else if (value === 'always') return 1;
    else if (value === 'never') return 0;
  }
  const cookie = canary.cookie === undefined ? undefined : cookies.get(canary.cookie);
  if (cookie === 'always') return 1;
  if (cookie === 'never') return 0;
  return Math.min(1, canary.weight / canary.weightTotal);
}

/** The share of a route's requests like this one that its canary gets, 0 to 1. */
export const canaryShareOf = (route: Route, request: NormalizedRequest): number =>
  route.canary === undefined ? 0 : shareOf(route.canary, request);
