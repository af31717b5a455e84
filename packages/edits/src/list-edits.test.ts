import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { applyEdits } from './apply-edit.ts';
import type { EditedObject } from './edit.ts';
import { listEdits } from './list-edits.ts';

const whole = (object: unknown): EditedObject => object as EditedObject;

test('a backend that changed is one edit of the path', () => {
  const before = whole(anIngress('shop/web').withPath('a.example', '/', 'Prefix', 'web', 80).build());
  const after = whole(anIngress('shop/web').withPath('a.example', '/', 'Prefix', 'web', 8080).build());
  const edits = listEdits(before, after);
  expect(edits.map(({ kind }) => kind)).toEqual(['set-path-field']);
  expect(applyEdits(before, edits)).toEqual({ kind: 'applied', object: after });
});

test('two ports that swap their numbers keep their names', () => {
  const before = whole(aService('shop/web').withPort(80, { name: 'a' }).withPort(443, { name: 'b' }).build());
  const after = whole(
    aService('shop/web')
      .withPort(443, { name: 'a', targetPort: 80 })
      .withPort(80, { name: 'b', targetPort: 443 })
      .build(),
  );
  const edits = listEdits(before, after);
  expect(edits.map((edit) => edit.kind === 'set-port-field' && edit.field)).toEqual(['port', 'port']);
  expect(applyEdits(before, edits)).toEqual({ kind: 'applied', object: after });
});
