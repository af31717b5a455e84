import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { messagesOf } from '../../messages/languages.ts';
import { describeOutcome, type OutcomeFacts } from './describe-outcome.ts';
import { anObject } from './testing/build-open-draft.ts';

const english = messagesOf('en');

const stored = anObject(`apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, resourceVersion: "10"}
spec: {ports: [{port: 80}]}
`);
const change: AppliedChange = {
  id: 'a',
  clusterId: 'c1',
  operation: 'update',
  ref: { kind: 'Service', namespace: 'shop', name: 'web' },
  before: undefined,
  after: stored,
  appliedAt: '2026-05-01T12:00:00Z',
  undoneBy: undefined,
};
const web = aService('shop/web').selecting({ app: 'web' }).atVersion('10');
const textsOf = (facts: Partial<OutcomeFacts>) => {
  const { lines, isSettled } = describeOutcome(
    { change, details: undefined, pods: undefined, ...facts },
    english.review.result,
  );
  return { texts: lines.map(({ text }) => text), isSettled };
};
const seen = (object: NonNullable<OutcomeFacts['details']>['object']) => ({ object, findings: [] });

test('an older version is not what was applied', () => {
  expect(textsOf({ details: seen(web.atVersion('9').build()) })).toEqual({
    texts: ['Stored. The update stream does not show it yet.'],
    isSettled: false,
  });
});

test('a Service is followed to its Pods', () => {
  const pods = { isKnown: true, pods: 3, readyPods: 1 };
  expect(textsOf({ details: seen(web.build()), pods })).toEqual({
    texts: ['The cluster shows the new version.', '1 of 3 Pods ready.', 'No problem is found with it.'],
    isSettled: true,
  });
});

test('a load balancer is waited for until it has an address', () => {
  const balanced = web.withType('LoadBalancer');
  expect(textsOf({ details: seen(balanced.build()) })).toMatchObject({ isSettled: false });
  const addressed = balanced.withLoadBalancerAddress({ ip: '192.0.2.7' });
  expect(textsOf({ details: seen(addressed.build()) })).toEqual({
    texts: ['The cluster shows the new version.', 'Address 192.0.2.7.', 'No problem is found with it.'],
    isSettled: true,
  });
});

test('an Ingress waits for its controller', () => {
  const details = seen(anIngress('shop/web').atVersion('11').build());
  expect(textsOf({ details }).texts).toContain('Waiting for the controller to report an address.');
});

test('a deleted object is gone, or says what holds it', () => {
  const deleted = { ...change, operation: 'delete', after: undefined } as const;
  expect(textsOf({ change: deleted, details: seen(undefined) })).toEqual({
    texts: ['It is gone from the cluster.'],
    isSettled: true,
  });
});

const service = {
  name: 'web',
  type: 'ClusterIP',
  readyPods: 2,
  allPods: 2,
  isAnswering: true,
  isCounted: true,
};
const port = { number: 80, protocol: 'TCP', canBeNamed: true, missingTarget: undefined };
const behind = {
  areServicesKnown: true,
  moreServices: 0,
  services: [
    {
      ...service,
      ports: [
        { ...port, name: 'http', readyPods: 2 },
        { ...port, name: 'idle', number: 81, readyPods: 0 },
      ],
    },
  ],
};
const withPaths = (...paths: readonly (readonly [string, string, string])[]) =>
  anObject(`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop, resourceVersion: "11"}
spec:
  rules: [{host: a.example.com, http: {paths: [${paths
    .map(
      ([path, name, of]) =>
        `{path: ${path}, pathType: Prefix, backend: {service: {name: ${name}, port: {name: ${of}}}}}`,
    )
    .join(', ')}]}}]
`);

test('an Ingress is followed to the endpoints of the paths that changed', () => {
  const details = seen(anIngress('shop/web').atVersion('11').withAddress({ ip: '192.0.2.7' }).build());
  const textsFor = (path: readonly [string, string, string]) =>
    textsOf({
      change: {
        ...change,
        before: withPaths(['/', 'web', 'idle']),
        after: withPaths(['/', 'web', 'idle'], path),
      },
      details,
      backends: behind,
    }).texts.slice(1);
  const address = 'Address 192.0.2.7.';
  expect(textsFor(['/a', 'web', 'http'])).toEqual([
    'a.example.com/a: 2 ready endpoints of web:http.',
    address,
    'No problem is found with it.',
  ]);
  expect(textsFor(['/a', 'web', 'idle'])).toEqual([
    'a.example.com/a: no endpoint of web:idle is ready, so its requests fail.',
    address,
  ]);
  expect(textsFor(['/a', 'gone', 'http'])).toEqual([
    'a.example.com/a: Service gone does not exist.',
    address,
  ]);
});
