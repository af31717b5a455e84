import { expect, test } from 'vitest';
import { ing028Cases } from '../testing/cases/ing-028.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing028Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-028', ...objects)).toHaveLength(count);
});
