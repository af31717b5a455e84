import { expect, test } from 'vitest';
import { ing030Cases } from '../testing/cases/ing-028.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing030Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-030', ...objects)).toHaveLength(count);
});
