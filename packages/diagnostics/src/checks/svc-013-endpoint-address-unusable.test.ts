import { anIngress, aService, aSlice } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const db = aService('shop/db').withPort(5432);
const other = aService('far/other').withClusterIps('10.96.0.10', 'fd00::10');
const slice = (address: string) => aSlice('shop/db-1').of('db').withPort(5432).withEndpoint(address);

test.each([
  ['loopback', '127.0.0.1', 1],
  ['anywhere in 127/8', '127.8.9.1', 1],
  ['IPv6 loopback', '::1', 1],
  ['link-local', '169.254.169.254', 1],
  ['IPv6 link-local', 'fe80::1', 1],
  ['multicast', '224.0.0.1', 1],
  ['IPv6 multicast', 'ff02::1', 1],
  ['a cluster IP of another namespace', '10.96.0.10', 1],
  ['a second cluster IP, written at length', 'fd00:0:0:0:0:0:0:10', 1],
  ['an ordinary address', '192.0.2.7', 0],
  ['nearly link-local', '169.253.0.1', 0],
  ['next to the cluster IP', '10.96.0.11', 0],
])('%s', (_, address, count) => {
  expect(findingsAbout('SVC-013', db, other, slice(address))).toHaveLength(count);
});

test.each([
  [
    'a slice of the cluster’s own controller',
    slice('127.0.0.1').managedBy('endpointslice-controller.k8s.io'),
    0,
  ],
  [
    'a mirrored one is written by hand',
    slice('127.0.0.1').managedBy('endpointslicemirroring-controller.k8s.io'),
    1,
  ],
  ['domain names', slice('127.0.0.1').withAddressType('FQDN'), 0],
])('%s', (_, given, count) => {
  expect(findingsAbout('SVC-013', db, given)).toHaveLength(count);
});

test('all unusable addresses of a slice are one finding that names the Services behind them', () => {
  const ingress = anIngress('shop/db').withPath('a.example.com', '/', 'Prefix', 'db', 5432);
  const [finding, ...more] = findingsAbout(
    'SVC-013',
    db,
    other,
    ingress,
    slice('127.0.0.1').withEndpoint('10.96.0.10').withEndpoint('192.0.2.7'),
  );
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    title: '2 endpoints of EndpointSlice db-1 cannot work',
    related: [
      { kind: 'Service', namespace: 'shop', name: 'db' },
      { kind: 'Service', namespace: 'far', name: 'other' },
    ],
    requests: ['a.example.com/'],
  });
  expect(finding?.why).toContain(
    '`127.0.0.1` is a loopback address and `10.96.0.10` is the cluster IP of Service other.',
  );
});
