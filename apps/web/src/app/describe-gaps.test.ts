import { kinds, type KindAccess } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { describeGaps } from './describe-gaps.ts';

const ready = (kind: KindAccess['kind']): KindAccess => ({ kind, namespace: undefined, state: 'ready' });

test('nothing is missing when everything may be read', () => {
  expect(describeGaps(kinds.map(ready))).toMatchObject({
    forbidden: [],
    notServed: [],
    role: undefined,
    isEverything: false,
  });
});

test('a kind that is refused in some namespaces asks for a Role in each', () => {
  const gaps = describeGaps([
    ready('Service'),
    { kind: 'Pod', namespace: 'billing', state: 'forbidden', missingVerb: 'list' },
    { kind: 'Pod', namespace: 'shop', state: 'ready' },
  ]);
  expect(gaps).toMatchObject({
    forbidden: ['Pod'],
    namespaces: ['billing'],
    resources: ['pods'],
    isEverything: false,
  });
  expect(gaps.role).toContain('kind: Role\n');
  expect(gaps.role).toContain('namespace: billing');
});

test('a cluster-scoped kind needs a ClusterRole', () => {
  const { role } = describeGaps([
    { kind: 'IngressClass', namespace: undefined, state: 'forbidden' },
    ready('Service'),
  ]);
  expect(role).toContain('kind: ClusterRole\n');
  expect(role).toContain('apiGroups: ["networking.k8s.io"]');
});

test('an identity without any right is told so', () => {
  expect(describeGaps([{ kind: 'Pod', namespace: undefined, state: 'forbidden' }]).isEverything).toBe(true);
});
