import { expect, test } from 'vitest';
import { ing027Cases } from '../testing/cases/ing-025.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing027Cases)('%s', (_, objects, severity) => {
  expect(findingsAbout('ING-027', ...objects)[0]?.severity).toBe(severity);
});
