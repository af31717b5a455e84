import { expect, test } from 'vitest';
import { ing023Cases } from '../testing/cases/ing-022.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing023Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-023', ...objects)).toHaveLength(count);
});
