import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { ing019Cases } from '../testing/cases/ing-019.ts';

test.each(ing019Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-019', ...objects)).toHaveLength(count);
});
