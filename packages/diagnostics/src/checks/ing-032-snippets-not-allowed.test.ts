import { expect, test } from 'vitest';
import { ing032Cases } from '../testing/cases/ing-032.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing032Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-032', ...objects)).toHaveLength(count);
});
