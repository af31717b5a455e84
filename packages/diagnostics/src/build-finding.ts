import { keyOfRef, type ObjectRef } from '@fairlead/kube-objects';
import type { CheckInfo } from './check.ts';
import type { Finding, FindingEffect, FindingFix, FindingPlace, Severity } from './finding.ts';

const shownRequests = 20;

/** What a check says; everything it leaves out has the usual value. */
export interface FindingParts {
  readonly place: FindingPlace;
  /** Tells findings of one check in one object apart; made of names, never of positions. */
  readonly row?: string;
  readonly severity?: Severity;
  readonly effect?: FindingEffect;
  readonly related?: readonly ObjectRef[];
  readonly label: string;
  readonly title: string;
  readonly happens: string;
  readonly effectNow?: string | undefined;
  readonly why: string;
  readonly fixes?: readonly FindingFix[];
  /** All of them; the finding carries the first few and the number. */
  readonly requests?: readonly string[];
  readonly since?: string | undefined;
  readonly causedBy?: string | undefined;
}

export const findingId = (checkId: string, ref: ObjectRef, row = ''): string =>
  `${checkId}:${keyOfRef(ref)}${row === '' ? '' : `~${row}`}`;

export function buildFinding(check: CheckInfo, parts: FindingParts): Finding {
  const { place, row, label, title, happens, why, requests = [], effectNow, since, causedBy } = parts;
  return {
    checkId: check.id,
    id: findingId(check.id, place.ref, row),
    severity: parts.severity ?? check.severity,
    effect: parts.effect ?? check.effect,
    place,
    related: parts.related ?? [],
    label,
    title,
    happens,
    ...(effectNow === undefined ? {} : { effectNow }),
    why,
    fixes: parts.fixes ?? [],
    requests: requests.slice(0, shownRequests),
    requestCount: requests.length,
    ...(since === undefined ? {} : { since }),
    ...(causedBy === undefined ? {} : { causedBy }),
  };
}
