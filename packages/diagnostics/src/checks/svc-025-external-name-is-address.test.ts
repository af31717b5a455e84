import { aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each([
  ['10.20.30.40', 1],
  ['10.20.30.40.', 1],
  ['2001:db8::7', 1],
  ['10.20.30', 0],
  ['10.20.30.400', 0],
  ['10.20.30.40.nip.io', 0],
  ['api.example.org', 0],
  ['', 0],
])('externalName %j', (externalName, count) => {
  expect(findingsAbout('SVC-025', aService('shop/old').external(externalName))).toHaveLength(count);
});

test('an externalName left over on another type does nothing', () => {
  const service = aService('shop/old').withSpec({ externalName: '10.20.30.40' });
  expect(findingsAbout('SVC-025', service)).toEqual([]);
});
