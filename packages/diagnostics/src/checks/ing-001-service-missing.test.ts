import { aCluster, anIngressClass, aService, type Buildable } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { Diagnosis } from '../diagnosis.ts';
import { findingsAbout, findingsIn, inEnglish, nowOfTests } from '../testing/diagnose-objects.ts';
import { ing001Cases, ing001FixCases, toPay } from '../testing/cases/ing-001.ts';

const nginx = anIngressClass('nginx');

test.each(ing001Cases)('%s', (_, objects, count) => {
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
    [
      'Delete Ingress sec/missing',
      'It has no other path. `pay.example.com/` is then left to other rules, or answers 404.',
    ],
  ]);
});

test.each(ing001FixCases)('what the first fix sends to: %s', (_, objects, to) => {
  expect(findingsAbout('ING-001', nginx, ...objects)[0]?.fixes[0]?.change?.to).toBe(to);
});

test('the only path of a rule is removed with the rule', () => {
  const others = toPay.withPath('other.example.com', '/', 'Prefix', 'pays', 80);
  const kindsOfRemoval = (...objects: readonly Buildable[]) =>
    findingsAbout('ING-001', nginx, aService('sec/pays'), ...objects)[0]
      ?.fixes.at(-1)
      ?.edits?.edits.map(({ kind }) => kind);
  expect(kindsOfRemoval(others)).toEqual(['remove-rule']);
  expect(kindsOfRemoval(toPay.withPath('pay.example.com', '/x', 'Prefix', 'pays', 80))).toEqual([
    'remove-path',
  ]);
  expect(kindsOfRemoval(toPay.withDefaultBackend('pays', 80))).toEqual(['remove-rule']);
  expect(kindsOfRemoval(toPay)).toBeUndefined();
});

test('a Service that appears takes it away', () => {
  const store = aCluster().with(nginx, toPay).build();
  const diagnosis = new Diagnosis(store, nowOfTests, inEnglish);
  const applied = store.apply([
    { op: 'put', object: aService('sec/pay').createdAt('2026-01-31T23:59:59Z').build() },
  ]);
  const { removed, touched } = diagnosis.update(applied, nowOfTests);
  expect(removed.map(({ checkId }) => checkId)).toEqual(['ING-001']);
  expect(touched).toEqual(['Ingress/sec/missing']);
});
