import { expect, test } from 'vitest';
import { toPermission, type PermissionFacts } from './permission.ts';

const facts: PermissionFacts = {
  session: { readOnly: false, mode: 'serve' },
  reply: {
    reviews: [
      { verb: 'update', kind: 'Ingress', namespace: 'shop', isAllowed: true },
      { verb: 'delete', kind: 'Ingress', namespace: 'shop', isAllowed: false, reason: 'no RBAC rule' },
      { verb: 'update', kind: 'Service', namespace: 'shop', isAllowed: false },
    ],
  },
  hasFailed: false,
};

test('an access review decides for its verb and kind alone', () => {
  expect(toPermission(facts, 'update', 'Ingress')).toEqual({ state: 'allowed' });
  expect(toPermission(facts, 'delete', 'Ingress')).toEqual({
    state: 'forbidden',
    verb: 'delete',
    reason: 'no RBAC rule',
  });
  expect(toPermission(facts, 'update', 'Service')).toEqual({
    state: 'forbidden',
    verb: 'update',
    reason: undefined,
  });
});

test('read-only comes before what the identity may do', () => {
  for (const mode of ['demo', 'serve'] as const)
    expect(toPermission({ ...facts, session: { readOnly: true, mode } }, 'update', 'Ingress')).toEqual({
      state: 'read-only',
      mode,
    });
});

test('without an answer it is being asked, or not known when asking failed', () => {
  const unanswered = { ...facts, reply: undefined };
  expect(toPermission(unanswered, 'update', 'Ingress')).toEqual({ state: 'asking' });
  expect(toPermission({ ...unanswered, hasFailed: true }, 'update', 'Ingress')).toEqual({
    state: 'not-known',
  });
  expect(toPermission(facts, 'create', 'Ingress')).toEqual({ state: 'not-known' });
});
