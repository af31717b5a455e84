import type { ObjectReader } from '@fairlead/kube-objects';
import { Diagnosis, type DiagnosisOptions } from './diagnosis.ts';
import type { Finding } from './finding.ts';
import type { SkippedCheck } from './skipped-checks.ts';

/** Everything that is broken or risky in a cluster at one moment, in order of harm, and what could not be checked. */
export function diagnose(
  reader: ObjectReader,
  nowMs: number,
  options: DiagnosisOptions,
): { readonly findings: readonly Finding[]; readonly skipped: readonly SkippedCheck[] } {
  const diagnosis = new Diagnosis(reader, nowMs, options);
  return { findings: diagnosis.list(), skipped: diagnosis.skipped() };
}
