import type { Finding } from '../finding.ts';
import type { CheckWords } from '../words/check-words.ts';
import { englishChecks } from '../words/english.ts';

function mark(words: unknown): unknown {
  if (typeof words === 'string') return `⟦${words}⟧`;
  if (typeof words === 'function') return (...facts: readonly unknown[]): unknown => mark(words(...facts));
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, mark(inner)]));
}

/** Another language, as far as checks can tell: English, with marks around whatever the catalogue answers. */
export const markedChecks = mark(englishChecks) as CheckWords;

const textsOf = ({ label, title, happens, effectNow, why, fixes }: Finding): readonly string[] => [
  label,
  title,
  happens,
  ...(effectNow === undefined ? [] : [effectNow]),
  why,
  ...fixes.flatMap((fix) => [fix.title, fix.explanation]),
];

/** Texts of a finding worded with {@link markedChecks} that are not one answer of the catalogue, from end to end. */
export const listOwnTexts = (finding: Finding): readonly string[] =>
  textsOf(finding).filter((text) => !/^⟦[^⟦⟧]+⟧$/.test(text));

/** The same finding as English has it. */
export const withoutMarks = (finding: Finding): Finding => ({
  ...finding,
  label: unmarked(finding.label),
  title: unmarked(finding.title),
  happens: unmarked(finding.happens),
  ...(finding.effectNow === undefined ? {} : { effectNow: unmarked(finding.effectNow) }),
  why: unmarked(finding.why),
  fixes: finding.fixes.map((fix) => ({
    ...fix,
    title: unmarked(fix.title),
    explanation: unmarked(fix.explanation),
  })),
});

const unmarked = (text: string): string => text.replaceAll(/[⟦⟧]/g, '');
