import { applyEdits, type ObjectEdit } from '@fairlead/edits';
import type { JsonObject } from '@fairlead/manifests';
import { expect, test } from 'vitest';
import { listFamilyEdits, listFamilyPolicyEdits } from './list-family-edits.ts';
import { aStoredService } from './testing/render-service-form.tsx';

const single: JsonObject = {
  ports: [{ port: 80 }],
  clusterIP: '10.96.0.10',
  clusterIPs: ['10.96.0.10'],
  ipFamilies: ['IPv4'],
  ipFamilyPolicy: 'SingleStack',
};
const dual: JsonObject = {
  ...single,
  clusterIPs: ['10.96.0.10', 'fd00::10'],
  ipFamilies: ['IPv4', 'IPv6'],
  ipFamilyPolicy: 'RequireDualStack',
};

type Service = ReturnType<typeof aStoredService>;

function after(spec: JsonObject, list: (service: Service) => readonly ObjectEdit[]): Service['spec'] {
  const service = aStoredService(spec);
  const applied = applyEdits(service, list(service));
  if (applied.kind === 'stale') throw new Error('An edit does not fit.');
  return applied.object.spec;
}

test('a second family asks for a policy that allows it; the address stays for the API server to complete', () => {
  expect(after(single, (service) => listFamilyEdits(service, ['IPv4', 'IPv6']))).toMatchObject({
    ipFamilies: ['IPv4', 'IPv6'],
    ipFamilyPolicy: 'PreferDualStack',
    clusterIPs: ['10.96.0.10'],
  });
});

test('a policy that requires two families stays when a family is chosen', () => {
  expect(after(dual, (service) => listFamilyEdits(service, ['IPv4', 'IPv6'])).ipFamilyPolicy).toBe(
    'RequireDualStack',
  );
});

test('one family keeps the first address', () => {
  expect(after(dual, (service) => listFamilyEdits(service, ['IPv4']))).toMatchObject({
    ipFamilies: ['IPv4'],
    clusterIPs: ['10.96.0.10'],
  });
});

test('a single stack keeps the first family and address', () => {
  expect(after(dual, (service) => listFamilyPolicyEdits(service, 'SingleStack'))).toMatchObject({
    ipFamilyPolicy: 'SingleStack',
    ipFamilies: ['IPv4'],
    clusterIPs: ['10.96.0.10'],
  });
});

test('as the cluster has it takes the list out', () => {
  expect(after(single, (service) => listFamilyEdits(service, undefined)).ipFamilies).toBeUndefined();
});
