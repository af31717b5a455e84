import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { ing008Cases } from '../testing/cases/ing-008.ts';

test.each(ing008Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-008', ...objects)).toHaveLength(count);
});
