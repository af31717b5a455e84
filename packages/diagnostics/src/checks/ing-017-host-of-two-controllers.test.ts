import { expect, test } from 'vitest';
import { ing017Cases } from '../testing/cases/ing-017.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing017Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-017', ...objects)).toHaveLength(count);
});
