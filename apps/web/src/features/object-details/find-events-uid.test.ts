import { aNode, aPod, aReplicaSet, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findEventsUid } from './find-events-uid.ts';

test('Events name most objects by their uid', () => {
  expect(findEventsUid(aService('shop/web').withUid('7').build())).toBe('7');
  expect(findEventsUid(aPod('shop/web-1').withUid('8').ownedBy(aReplicaSet('shop/web')).build())).toBe('8');
});

test('Events of the kubelet name a Node by its name, so its uid finds none of them', () => {
  expect(findEventsUid(aNode('edge-1').withUid('9').build())).toBeUndefined();
});

test('Events name a static Pod by another uid than its mirror has', () => {
  const mirror = aPod('kube-system/etcd-edge-1').withUid('10').ownedBy(aNode('edge-1')).build();
  expect(findEventsUid(mirror)).toBeUndefined();
});

test('an object that came without a uid is looked for by its name', () => {
  expect(findEventsUid(aService('shop/web').withUid('').build())).toBeUndefined();
});
