import type { Verdict } from '../engine/verdict.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a === b ||
  (a.length === b.length && a.toSorted(compareText).join(' ') === b.toSorted(compareText).join(' '));

const isSameSplit = (a: Verdict['split'], b: Verdict['split']): boolean =>
  a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));

/** The rule that answers: not by its place, which moves when a rule is put before it. */
export const ruleOf = ({ ingress, hostRule, path, viaDefaultBackend }: Verdict): string =>
  JSON.stringify([ingress, hostRule, path, viaDefaultBackend]);

/**
 * [DIF-1] Whether a request ends the same: the same result and status, answered by the same rule, at the same endpoints of
 * the same Service port, with the same path or redirect. Why a request fails is no difference to the client.
 */
export const isSameVerdict = (a: Verdict, b: Verdict): boolean =>
  a.result === b.result &&
  a.httpStatus === b.httpStatus &&
  a.service === b.service &&
  a.servicePort === b.servicePort &&
  a.externalName === b.externalName &&
  a.location === b.location &&
  a.rewrittenPath === b.rewrittenPath &&
  ruleOf(a) === ruleOf(b) &&
  isSameSet(a.endpoints, b.endpoints) &&
  isSameSplit(a.split, b.split);

/** What two changes have in common that come from the same edit: rule, Service and status, not the single request. */
export const groupOf = (before: Verdict, after: Verdict): string =>
  [before, after]
    .map((verdict) =>
      [
        ruleOf(verdict),
        verdict.result,
        verdict.httpStatus,
        verdict.service,
        verdict.servicePort,
        verdict.split.length > 0,
      ].join(' '),
    )
    .join(' -> ');
