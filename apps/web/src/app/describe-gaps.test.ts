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
    refused: [{ verb: 'list', kinds: ['Pod'], namespaces: ['billing'] }],
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

test('what is refused in a namespace asks for no right in the whole cluster', () => {
  const { refused, role } = describeGaps([
    { kind: 'Namespace', namespace: undefined, state: 'forbidden', missingVerb: 'list' },
    { kind: 'StatefulSet', namespace: 'shop', state: 'forbidden', missingVerb: 'list' },
    { kind: 'Job', namespace: 'shop', state: 'forbidden', missingVerb: 'list' },
    { kind: 'Job', namespace: 'billing', state: 'forbidden', missingVerb: 'watch' },
    ready('Service'),
  ]);
  expect(refused).toEqual([
    { verb: 'list', kinds: ['Namespace'], namespaces: [] },
    { verb: 'list', kinds: ['StatefulSet', 'Job'], namespaces: ['shop'] },
    { verb: 'watch', kinds: ['Job'], namespaces: ['billing'] },
  ]);
  const [clusterRole = '', ofBilling = '', ofShop = '', ...others] = (role ?? '').split('---\n');
  expect(others).toEqual([]);
  expect(clusterRole).toContain('kind: ClusterRole\n');
  expect(clusterRole).toContain('resources: ["namespaces"]');
  expect(clusterRole).not.toContain('jobs');
  expect(ofBilling).toContain('namespace: billing');
  expect(ofBilling).not.toContain('statefulsets');
  expect(ofShop).toContain('namespace: shop');
  expect(ofShop).toContain('resources: ["statefulsets"]');
});

test('an identity without any right is told so', () => {
  expect(describeGaps([{ kind: 'Pod', namespace: undefined, state: 'forbidden' }]).isEverything).toBe(true);
});
