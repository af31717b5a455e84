import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { ing048Cases } from '../testing/cases/ing-048.ts';

test.each(ing048Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-048', ...objects)).toHaveLength(count);
});
