import type { Kind } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { aboutOfKind, findingAbouts } from './finding-about.ts';

test.each<[Kind, string]>([
  ['Service', 'Service'],
  ['Deployment', 'Workload'],
  ['Job', 'Workload'],
  ['IngressClass', 'IngressClass'],
  ['Node', 'Other'],
])('a problem of a %s is about: %s', (kind, about) => {
  expect(aboutOfKind(kind)).toBe(about);
  expect(findingAbouts).toContain(about);
});
