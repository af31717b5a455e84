import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { claim, ing013Cases } from '../testing/cases/ing-013.ts';
import { classes } from '../testing/cases/web-ingress.ts';

test.each(ing013Cases)('%s', (_, ingresses, losers) => {
  const found = findingsAbout('ING-013', ...classes, ...ingresses);
  expect(found.map(({ place: { ref } }) => `${ref.namespace}/${ref.name}`).toSorted()).toEqual(losers);
});

test('one that is not stored yet is the youngest', () => {
  const stored = claim('x/stored').createdAt('2025-01-01T00:00:00Z');
  const [found] = findingsAbout('ING-013', ...classes, stored, claim('x/draft'));
  expect(found?.place.ref.name).toBe('draft');
});

test('of two made at the same second ingress-nginx keeps the last by name, others are assumed to keep the first', () => {
  const [nginx] = findingsAbout('ING-013', ...classes, claim('x/a'), claim('x/b'));
  expect(nginx).toMatchObject({ severity: 'error', label: 'x/b wins', related: [{ name: 'b' }] });
  const [traefik] = findingsAbout(
    'ING-013',
    ...classes,
    claim('x/a').withClass('traefik'),
    claim('x/b').withClass('traefik'),
  );
  expect(traefik).toMatchObject({
    severity: 'warning',
    label: 'x/a wins',
    happens: 'Requests for `a.example.com/` go where one of the two says. This path is assumed to get none.',
  });
});
