import { anIngress } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import type { EditedObject } from './edit.ts';
import { mergeThreeWay, resolveConflicts } from './merge-three-way.ts';

const whole = (object: unknown): EditedObject => object as EditedObject;
const base = anIngress('shop/web').withPath('a.example', '/', 'Prefix', 'web', 80);
const withBackend = (name: string) =>
  whole(anIngress('shop/web').withPath('a.example', '/', 'Prefix', name, 80).build());

test('both change a backend: a conflict, settled by id', () => {
  const merge = mergeThreeWay({
    base: whole(base.build()),
    mine: withBackend('mine'),
    theirs: withBackend('theirs'),
  });
  if (merge.kind !== 'conflicts') throw new Error(merge.kind);
  expect(merge.conflicts.map(({ place }) => place)).toEqual([
    {
      kind: 'path',
      path: { host: 'a.example', path: '/', pathType: 'Prefix', ordinal: 0 },
      field: 'backend',
    },
  ]);
  expect(merge.object).toEqual(withBackend('theirs'));
  const [conflict] = merge.conflicts;
  expect(resolveConflicts(merge, new Map([[conflict?.id ?? '', { take: 'mine' }]]))).toEqual(
    withBackend('mine'),
  );
});
