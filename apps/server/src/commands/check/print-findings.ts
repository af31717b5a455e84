import type { Finding, Severity, SkippedCheck } from '@fairlead/diagnostics';
import { keyOfRef } from '@fairlead/kube-objects';
import { plain, type Paint } from '../paint.ts';
import type { FindingLocation } from './locate-finding.ts';

/** A finding and where in the files it sits. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly location: FindingLocation | undefined;
}

/** Everything that a check of a world gives. */
export interface CheckReport {
  readonly findings: readonly LocatedFinding[];
  readonly skipped: readonly SkippedCheck[];
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** How many findings of each severity there are. */
export const countSeverities = ({ findings }: CheckReport): Readonly<Record<Severity, number>> => {
  const countOf = (severity: Severity): number =>
    findings.filter(({ finding }) => finding.severity === severity).length;
  return { error: countOf('error'), warning: countOf('warning'), info: countOf('info') };
};

function describeFinding({ finding, location }: LocatedFinding, paint: Paint): string {
  const { severity, checkId, title, happens, why, fixes, place } = finding;
  const emphasis = severity === 'error' ? paint.bad : severity === 'warning' ? paint.doubt : paint.faint;
  const where = location === undefined ? keyOfRef(place.ref) : `${location.file}:${location.line}`;
  const lines = [
    `${paint.strong(plain(where))}: ${emphasis(severity)} ${checkId}: ${plain(title)}`,
    ...(location === undefined ? [] : [`  ${plain(keyOfRef(place.ref))}`]),
    `  ${plain(happens)}`,
    `  ${plain(why)}`,
    ...fixes.slice(0, 3).map((fix) => `  Fix: ${plain(fix.title)}`),
  ];
  return lines.join('\n');
}

function describeSkipped(skipped: readonly SkippedCheck[]): readonly string[] {
  if (skipped.length === 0) return [];
  const kinds = [...new Set(skipped.map(({ kind }) => kind))].join(', ');
  const ids = [...new Set(skipped.map(({ checkId }) => checkId))].join(', ');
  return [`Not checked, because ${kinds} cannot be read: ${ids}.`];
}

/** Every finding with its place, worst first, and how many there are. */
export function printFindings(report: CheckReport, paint: Paint): string {
  const counts = countSeverities(report);
  const summary = severities.map((severity) => `${counts[severity]} ${severity}`).join(', ');
  const isClean = report.findings.length === 0;
  const lines = [
    ...report.findings.map((located) => `${describeFinding(located, paint)}\n`),
    ...describeSkipped(report.skipped),
    isClean ? paint.good('Nothing found.') : `${report.findings.length} found: ${summary}.`,
  ];
  return `${lines.join('\n')}\n`;
}
