import { expect, test } from 'vitest';
import { ing056Cases } from '../testing/cases/ing-055.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing056Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-056', ...objects)).toHaveLength(count);
});
