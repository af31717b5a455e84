import { aboutOfKind, type Finding, type FindingAbout } from '@fairlead/diagnostics';
import { keyOfRef } from '@fairlead/kube-objects';
import type { ClusterModel } from './cluster-model.ts';
import { buildNamespaceFilter, buildTextFilter } from './match-filter.ts';
import type { FindingFilter, FindingsAnswer, Question } from './questions.ts';

type FindingsQuestion = Extract<Question, { readonly kind: 'findings' }>;

const aboutOf = ({ place }: Finding): FindingAbout => aboutOfKind(place.ref.kind);

/** Whether a finding passes all filters but the named one: a filter shows what choosing another of its values would give. */
function passes(finding: Finding, filter: FindingFilter, but?: 'severity' | 'effect' | 'about'): boolean {
  return (
    (but === 'severity' || filter.severity === undefined || finding.severity === filter.severity) &&
    (but === 'effect' || filter.effect === undefined || finding.effect === filter.effect) &&
    (but === 'about' || filter.about === undefined || aboutOf(finding) === filter.about) &&
    (filter.checkId === undefined || finding.checkId === filter.checkId)
  );
}

function countEach(findings: readonly Finding[], filter: FindingFilter): FindingsAnswer['counts'] {
  const severity = { error: 0, warning: 0, info: 0 };
  const effect = { 'requests-fail': 0, 'wrong-backend': 0, tls: 0, exposure: 0, hygiene: 0 };
  const about = { Service: 0, Ingress: 0, Workload: 0, Pod: 0, EndpointSlice: 0, IngressClass: 0, Other: 0 };
  for (const finding of findings) {
    if (passes(finding, filter, 'severity')) severity[finding.severity] += 1;
    if (passes(finding, filter, 'effect')) effect[finding.effect] += 1;
    if (passes(finding, filter, 'about')) about[aboutOf(finding)] += 1;
  }
  return { severity, effect, about };
}

/** A finding that follows from another one is told there. */
const isOwn = ({ causedBy }: Finding): boolean => causedBy === undefined;

/** The findings that pass the filter, in order of harm. */
export function answerFindings(model: ClusterModel, question: FindingsQuestion): FindingsAnswer {
  const { filter, from, count } = question;
  const isInNamespace = buildNamespaceFilter(filter);
  const matchesText = buildTextFilter(filter);
  const all = model.diagnosis.list().filter(isOwn);
  const narrowed = all.filter(
    ({ place, title, requests, checkId }) =>
      isInNamespace(place.ref.namespace) && matchesText([title, keyOfRef(place.ref), checkId, ...requests]),
  );
  const kept = narrowed.filter((finding) => passes(finding, filter));
  return {
    total: kept.length,
    unfiltered: all.length,
    from,
    rows: kept.slice(from, from + count),
    counts: countEach(narrowed, filter),
  };
}

export const answerFinding = (
  { diagnosis }: ClusterModel,
  { id }: Extract<Question, { readonly kind: 'finding' }>,
): Finding | undefined => diagnosis.list().find((finding) => finding.id === id);
