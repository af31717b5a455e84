import { aCluster, anIngress, anIngressClass, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { Diagnosis } from '../diagnosis.ts';
import { findingsAbout, findingsIn, nowOfTests } from '../testing/diagnose-objects.ts';

const nginx = anIngressClass('nginx');
const toPay = anIngress('sec/missing')
  .withClass('nginx')
  .withPath('pay.example.com', '/', 'Prefix', 'pay', 80);

test.each([
  ['no such Service', [toPay], 1],
  ['only in another namespace', [toPay, aService('billing/pay')], 1],
  ['the Service is there', [toPay, aService('sec/pay')], 0],
  [
    'the Service is there without that port: another check tells that',
    [toPay, aService('sec/pay').withPort(81)],
    0,
  ],
  ['a default backend', [anIngress('sec/x').withDefaultBackend('pay', 80)], 1],
  ['each path is told', [toPay.withPath('pay.example.com', '/x', 'Prefix', 'pay', 80)], 2],
  [
    'a resource backend',
    [
      anIngress('sec/x').withPathTo('', {
        pathType: 'Prefix',
        backend: { resource: { kind: 'Bucket', name: 'b' } },
      }),
    ],
    0,
  ],
])('%s', (_, objects, count) => {
  expect(findingsAbout('ING-001', nginx, ...objects)).toHaveLength(count);
});

test.each([undefined, 'sec'])('nothing is said while Services cannot be read (%s)', (namespace) => {
  const store = aCluster().with(nginx, toPay).withoutAccessTo('Service', namespace).build();
  expect(findingsIn(store, 'ING-001')).toEqual([]);
});

test('it sits at the path and names what is missing, for the ghost', () => {
  const [finding] = findingsAbout('ING-001', nginx, toPay, aService('billing/pay'), aService('sec/other'));
  expect(finding).toMatchObject({
    id: 'ING-001:Ingress/sec/missing~pay.example.com~/~Prefix~0',
    place: { path: { host: 'pay.example.com', path: '/', pathType: 'Prefix', ordinal: 0 } },
    related: [{ kind: 'Service', namespace: 'sec', name: 'pay' }],
    label: 'no Service',
    title: 'Service pay does not exist',
    happens: 'Requests for `pay.example.com/` get 503 now.',
    why: 'The rule sends to Service `pay`, port `80`. Namespace sec has no Service of that name. There is one in billing, but an Ingress can only use Services of its own namespace.',
    requests: ['pay.example.com/'],
  });
  expect(finding?.fixes.map(({ title, explanation }) => [title, explanation])).toEqual([
    ['Create Service pay', 'In namespace sec, in front of the Pods that are to answer.'],
    ['Send to another Service', 'Services in sec: other.'],
    ['Remove the path', '`pay.example.com/` is then left to other rules, or answers 404.'],
  ]);
});

test('a Service of nearly that name comes first among the fixes', () => {
  const [finding] = findingsAbout('ING-001', nginx, toPay, aService('sec/pays'));
  expect(finding?.fixes[0]).toMatchObject({
    title: 'Send to Service pays',
    change: { field: 'spec.rules[].http.paths[].backend.service.name', from: 'pay', to: 'pays' },
  });
});

test('a Service that appears takes it away', () => {
  const store = aCluster().with(nginx, toPay).build();
  const diagnosis = new Diagnosis(store, nowOfTests);
  const applied = store.apply([
    { op: 'put', object: aService('sec/pay').createdAt('2026-01-31T23:59:59Z').build() },
  ]);
  const { removed, touched } = diagnosis.update(applied, nowOfTests);
  expect(removed.map(({ checkId }) => checkId)).toEqual(['ING-001']);
  expect(touched).toEqual(['Ingress/sec/missing']);
});
