import { expect, test } from 'vitest';
import { ing024Cases } from '../testing/cases/ing-022.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing024Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-024', ...objects)).toHaveLength(count);
});
