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
