import type { FindingAbout, FindingEffect } from '@fairlead/diagnostics';
import type { Formats } from './format.ts';

const effects: Readonly<Record<FindingEffect, string>> = {
  'requests-fail': 'Requests fail',
  'wrong-backend': 'Wrong backend',
  tls: 'TLS',
  exposure: 'Exposure',
  hygiene: 'Hygiene',
};

const abouts: Readonly<Record<FindingAbout, string>> = {
  Service: 'Services',
  Ingress: 'Ingresses',
  Workload: 'Workloads',
  Pod: 'Pods',
  EndpointSlice: 'EndpointSlices',
  IngressClass: 'IngressClasses',
  Other: 'Other objects',
};

/** Words of the Problems page. */
export const buildFindingMessages = ({ count, plural, shortClock, list }: Formats) => ({
  title: () => 'Problems',
  detailsLabel: () => 'Details',
  filterHint: () => 'Filter by problem, request or object',
  linkNotCopied: () => 'The browser did not let the link be copied. Copy it from the address bar.',
  filters: () => 'Filters',
  counts: (numbers: { error: number; warning: number; info: number; namespaces: number }) => {
    const { error, warning, info, namespaces } = numbers;
    return `${count(error)} ${plural(error, { one: 'error', other: 'errors' })}, ${count(warning)} ${plural(warning, { one: 'warning', other: 'warnings' })} and ${count(info)} ${plural(info, { one: 'hint', other: 'hints' })} in ${count(namespaces)} ${plural(namespaces, { one: 'namespace', other: 'namespaces' })}`;
  },
  severity: () => 'Severity',
  all: () => 'All',
  errors: () => 'Errors',
  warnings: () => 'Warnings',
  hints: () => 'Hints',
  effect: () => 'Effect',
  effectName: (effect: FindingEffect) => effects[effect],
  about: () => 'About',
  aboutName: (about: FindingAbout) => abouts[about],
  check: () => 'Check',
  columns: {
    problem: () => 'Problem',
    object: () => 'Object',
    effect: () => 'Effect now',
    since: () => 'Since',
  },
  listLabel: () => 'Problems, in order of harm',
  moreRequests: (rest: number) => `and ${count(rest)} more`,
  since: (age: string) => `since ${age}`,
  whatHappens: () => 'What happens',
  requests: () => 'Requests it touches',
  why: () => 'Why',
  howToFix: () => 'How to fix it',
  copyFix: () => 'Copy the change',
  sameObject: () => 'Same object',
  showInGraph: () => 'Show in graph',
  openObject: () => 'Open the object',
  chooseOne: () => 'Choose a problem to see what happens, why, and how to fix it.',
  gone: () => 'This problem is solved.',
  goneHint: () => 'It was there when the address was copied, or until just now.',
  noneTitle: () => 'No problems found.',
  noneText: (checks: number, namespaces: number, atMs: number) =>
    `${count(checks)} ${plural(checks, { one: 'check', other: 'checks' })} ran over ${count(namespaces)} ${plural(namespaces, { one: 'namespace', other: 'namespaces' })} at ${shortClock(atMs)}.`,
  noneWithSkipped: (checks: number) =>
    `No problems found by ${count(checks)} ${plural(checks, { one: 'check', other: 'checks' })}.`,
  noneMatches: () => 'No problem matches the filter.',
  skipped: (checks: number, reasons: readonly string[]) =>
    `${count(checks)} ${plural(checks, { one: 'check was', other: 'checks were' })} skipped: ${list(reasons)}.`,
  skippedToo: (checks: number, reasons: readonly string[]) =>
    `${count(checks)} ${plural(checks, { one: 'was', other: 'were' })} skipped: ${list(reasons)}.`,
  whichChecks: () => 'Which checks',
  skippedTitle: () => 'Skipped checks',
});

export type FindingMessages = ReturnType<typeof buildFindingMessages>;
