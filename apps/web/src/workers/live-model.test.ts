import { aNode, aPod, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { isSameAnswer } from './is-same-answer.ts';
import { PendingChanges } from './pending-changes.ts';
import { listSnapshotDifference } from './snapshot-difference.ts';
import { nowMs } from './testing/model-of.ts';
import { aShop } from './testing/shop.ts';

const at = (version: string, pod = aPod('shop/web-1').labelled({ app: 'web' })) =>
  pod.atVersion(version).build();

test('a new snapshot changes only what differs', () => {
  const model = aShop();
  const same = at('7');
  model.apply([{ op: 'put', object: same }], nowMs);
  const snapshot = [at('7'), aService('shop/new').build()];
  const changes = listSnapshotDifference(model.store, snapshot);
  const touched = changes.map((change) => (change.op === 'put' ? change.object.metadata.name : change.key));
  expect(touched).toContain('new');
  expect(touched).toContain('Ingress/shop/shop');
  expect(touched).not.toContain('web-1');
  model.replace(snapshot, nowMs);
  expect(model.store.count('Ingress')).toBe(0);
  expect(model.store.find('Pod', 'shop', 'web-1')).toBe(same);
});

test('waiting changes keep the last of each object, in the order of the last', () => {
  const pending = new PendingChanges();
  pending.add([
    { op: 'put', object: at('1') },
    { op: 'remove', key: 'Pod/shop/web-2' },
    { op: 'put', object: at('2') },
  ]);
  expect(pending.size).toBe(2);
  expect(pending.take()).toEqual([
    { op: 'remove', key: 'Pod/shop/web-2' },
    { op: 'put', object: at('2') },
  ]);
  expect(pending.size).toBe(0);
});

test('an event that changes no finding leaves the marks as they are', () => {
  const model = aShop();
  const { marks } = model;
  model.apply([{ op: 'put', object: aNode('edge-2').build() }], nowMs);
  expect(model.marks).toBe(marks);
  model.apply([{ op: 'remove', key: 'Ingress/sec/pay' }], nowMs);
  expect(model.marks).not.toBe(marks);
});

test.each([
  [{ a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, true],
  [{ a: undefined }, {}, false],
  [[1, 2], [1, 2, 3], false],
  [new Float32Array([1, 2]), new Float32Array([1, 2]), true],
  [new Float32Array([1, 2]), new Float32Array([1, 3]), false],
  [null, {}, false],
  [Number.NaN, Number.NaN, true],
])('whether %j and %j say the same: %s', (one, other, expected) => {
  expect(isSameAnswer(one, other)).toBe(expected);
});
