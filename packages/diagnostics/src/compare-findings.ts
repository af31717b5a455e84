import { keyOfRef } from '@fairlead/kube-objects';
import type { Finding, FindingEffect, Severity } from './finding.ts';

const effectRank: Readonly<Record<FindingEffect, number>> = {
  'requests-fail': 0,
  'wrong-backend': 1,
  tls: 2,
  exposure: 3,
  hygiene: 4,
};

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** After every time the API can write, so that findings of unknown age come last. */
const noTime = '~';

/** In order of harm: effect on requests, severity, age (oldest first), then object and id, so that no two are equal. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    effectRank[a.effect] - effectRank[b.effect] ||
    severityRank[a.severity] - severityRank[b.severity] ||
    compareText(a.since ?? noTime, b.since ?? noTime) ||
    compareText(keyOfRef(a.place.ref), keyOfRef(b.place.ref)) ||
    compareText(a.id, b.id)
  );
}
