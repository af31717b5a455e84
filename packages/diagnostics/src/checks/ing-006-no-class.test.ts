import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { ing006Cases } from '../testing/cases/ing-006.ts';

test.each(ing006Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-006', ...objects)).toHaveLength(count);
});
