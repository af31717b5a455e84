export type * from './finding.ts';
export type { CheckInfo, UnitKind } from './check.ts';
export { listChecks, type Catalogue } from './catalogue.ts';
export { diagnose } from './diagnose.ts';
export { Diagnosis, type DiagnosisOptions } from './diagnosis.ts';
export { compareFindings } from './compare-findings.ts';
export type { SkippedCheck } from './skipped-checks.ts';
export type { CheckWords } from './words/check-words.ts';
export { englishChecks } from './words/english.ts';
