import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { ing034Cases } from '../testing/cases/ing-034.ts';

test.each(ing034Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-034', ...objects)).toHaveLength(count);
});
