import { expect, test } from 'vitest';
import { ing049Cases } from '../testing/cases/ing-049.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing049Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-049', ...objects)).toHaveLength(count);
});
