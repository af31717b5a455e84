import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { ing018Cases } from '../testing/cases/ing-018.ts';

test.each(ing018Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-018', ...objects)).toHaveLength(count);
});
