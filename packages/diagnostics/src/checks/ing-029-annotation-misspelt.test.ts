import { expect, test } from 'vitest';
import { ing029Cases } from '../testing/cases/ing-028.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing029Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-029', ...objects)).toHaveLength(count);
});
