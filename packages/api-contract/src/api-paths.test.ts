import { expect, test } from 'vitest';
import { objectEventsPath, objectPath, snapshotPath, updatesPath } from './api-paths.ts';

test('a context whose name holds slashes and colons stays one part of the address', () => {
  expect(snapshotPath('arn:aws:eks:eu-west-1:1:cluster/shop')).toBe(
    '/api/contexts/arn%3Aaws%3Aeks%3Aeu-west-1%3A1%3Acluster%2Fshop/snapshot',
  );
});

test('a cluster-scoped object has - in the place of its namespace', () => {
  expect(objectPath('demo', { kind: 'Node', namespace: undefined, name: 'edge-1' })).toBe(
    '/api/contexts/demo/objects/Node/-/edge-1',
  );
});

test('the events of an object live below it', () => {
  expect(objectEventsPath('demo', { kind: 'Service', namespace: 'shop', name: 'web' })).toBe(
    '/api/contexts/demo/objects/Service/shop/web/events',
  );
});

test('the events of one very object are named by its uid', () => {
  expect(objectEventsPath('demo', { kind: 'Pod', namespace: 'shop', name: 'web' }, 'a&b')).toBe(
    '/api/contexts/demo/objects/Pod/shop/web/events?uid=a%26b',
  );
});

test('updates go on from an epoch and a revision', () => {
  expect(updatesPath('demo', { epoch: 'a/b', revision: 7 })).toBe(
    '/api/contexts/demo/updates?epoch=a%2Fb&revision=7',
  );
});
