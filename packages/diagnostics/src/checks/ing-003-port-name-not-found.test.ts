import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { ing003Cases, ing003FixCases } from '../testing/cases/ing-003.ts';
import { classes } from '../testing/cases/web-ingress.ts';

test.each(ing003Cases)('%s', (_, objects, severity) => {
  expect(findingsAbout('ING-003', ...classes, ...objects)[0]?.severity).toBe(severity);
});

test.each(ing003FixCases)('what the fix offers: %s', (_, objects, expected) => {
  const change = findingsAbout('ING-003', ...classes, ...objects)[0]?.fixes[0]?.change;
  const field = change?.field.replace(/^.*service\./, '');
  expect(change && `${field}: ${change.from} -> ${change.to}`).toBe(expected);
});
