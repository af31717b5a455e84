import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { ing035Cases } from '../testing/cases/ing-034.ts';

test.each(ing035Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-035', ...objects)).toHaveLength(count);
});
