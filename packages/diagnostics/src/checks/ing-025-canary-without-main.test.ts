import { expect, test } from 'vitest';
import { ing025Cases, ing025Others } from '../testing/cases/ing-025.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing025Cases)('%s', (_, objects, to) => {
  const [found, ...others] = findingsAbout('ING-025', ...objects).filter(
    ({ place }) => place.ref.name === 'canary',
  );
  expect(found?.severity).toBe('error');
  expect(others).toEqual([]);
  expect(found?.fixes[0]?.change?.to).toBe(to);
});

test.each(ing025Others)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-025', ...objects)).toHaveLength(count);
});
