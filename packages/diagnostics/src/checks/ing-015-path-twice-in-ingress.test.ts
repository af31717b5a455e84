import { anIngress } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { allClasses } from '../testing/cases/controllers.ts';
import { ing015Cases } from '../testing/cases/ing-015.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing015Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-015', ...objects)).toHaveLength(count);
});

test('told at the one that the controller leaves out', () => {
  const ordinalOf = (className: string) =>
    findingsAbout(
      'ING-015',
      anIngress('shop/web')
        .withClass(className)
        .withPath('a.example.com', '/x', 'Prefix', 'first', 80)
        .withPath('a.example.com', '/x', 'Prefix', 'second', 80),
      ...allClasses,
    ).map(({ place, label }) => `${place.path?.ordinal} ${label}`);
  expect(ordinalOf('nginx')).toEqual(['1 only the first counts']);
  expect(ordinalOf('traefik')).toEqual(['0 only the last counts']);
});
