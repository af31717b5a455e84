import { expect, test } from 'vitest';
import { ing016Cases } from '../testing/cases/ing-016.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing016Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-016', ...objects)).toHaveLength(count);
});

test('who takes the requests is said, and a priority mends it where the path stands alone', () => {
  const [, objects] = ing016Cases[0] ?? ['', []];
  const [, both] = ing016Cases[1] ?? ['', []];
  expect(findingsAbout('ING-016', ...objects)).toMatchObject([
    {
      severity: 'info',
      place: { ref: { name: 'exact' }, path: { path: '/foo', pathType: 'Exact' } },
      related: [{ name: 'prefix' }],
      title: 'With Traefik `a.example.com/foo` gets no requests: `a.example.com/foo` takes them',
      fixes: [{ title: 'Give it priority 10000' }],
    },
  ]);
  expect(findingsAbout('ING-016', ...both)[0]?.fixes[0]?.edits).toBe(undefined);
});
