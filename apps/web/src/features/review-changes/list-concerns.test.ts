import type { Finding } from '@fairlead/diagnostics';
import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import { concernWords, listConcerns, listConcernsOf } from './list-concerns.ts';
import { anObject } from './testing/build-open-draft.ts';
import type { AcceptedReply } from './use-review.ts';

const english = messagesOf('en');

const yaml = (type: string, labels = '{}'): string => `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, uid: u1, resourceVersion: "7", labels: ${labels}}
spec:
  type: ${type}
  clusterIP: 10.96.0.9
  selector: {app: web}
  ports: [{port: 80, nodePort: 30010}]
`;
const accepted = (live: string, merged: string, more: Partial<AcceptedReply> = {}): AcceptedReply => ({
  outcome: 'accepted',
  live: { ...anObject(live) },
  merged: { ...anObject(merged) },
  assignedOnApply: [],
  warnings: [],
  isRebased: false,
  ...more,
});
const small = yaml('NodePort').replace('port: 80', 'port: 81');

test('a change without danger is sent without another look', () => {
  expect(listConcernsOf(accepted(yaml('NodePort'), small), undefined)).toEqual([]);
});

test.each<[string, AcceptedReply]>([
  ['warnings of the API server', accepted(yaml('NodePort'), small, { warnings: ['deprecated'] })],
  ['an object that Argo CD owns', accepted(yaml('NodePort', '{argocd.argoproj.io/instance: shop}'), small)],
  ['an immutable field', accepted(yaml('NodePort'), yaml('NodePort').replace('10.96.0.9', '10.96.0.8'))],
  ['another type', accepted(yaml('LoadBalancer'), yaml('NodePort'))],
])('%s is looked at first', (_title, reply) => {
  expect(listConcernsOf(reply, undefined)).not.toEqual([]);
});

const lost: Finding = {
  checkId: 'SVC-001',
  id: 'SVC-001 web',
  severity: 'error',
  effect: 'requests-fail',
  place: { ref: { kind: 'Service', namespace: 'shop', name: 'web' } },
  related: [],
  label: '',
  title: 'No Pod carries the labels this Service selects',
  happens: '',
  why: '',
  fixes: [],
  requests: [],
  requestCount: 0,
};

test('requests that lose their backend come first, then the rest in words', () => {
  const concerns = listConcerns({
    live: anObject(yaml('NodePort', '{app.kubernetes.io/managed-by: Helm}')),
    result: anObject(yaml('NodePort').replace('selector: {app: web}', 'selector: {}')),
    warnings: ['deprecated'],
    impact: {
      nodesAdded: [],
      rowsChanged: [],
      findings: [],
      nodesRemoved: [],
      edgesAdded: [],
      edgesRemoved: [],
      counts: { added: 0, changed: 1, removed: 0 },
      conflicts: [],
      introduced: [lost, { ...lost, id: 'x', effect: 'hygiene' }],
      fixed: [],
    },
  });
  const words = concerns.map((concern) => concernWords(concern, english.review));
  expect(words[0]).toBe('Requests fail: No Pod carries the labels this Service selects');
  expect(words).toContain(
    'Managed by Helm. The edit stays until its next release or apply writes the same fields.',
  );
  expect(words.at(-1)).toBe('The API server warns: deprecated');
  expect(words.filter((text) => text.startsWith('Requests fail'))).toHaveLength(1);
});

test('every danger has its words', () => {
  const { text } = english.review.dangers;
  expect(text({ code: 'delete', finalizers: ['a/b'] })).toBe(
    'The object is deleted as soon as a/b let it go.',
  );
  expect(text({ code: 'immutable', keys: ['spec', 'clusterIP'], from: 'a', to: 'b' })).toBe(
    'spec.clusterIP cannot be changed once it is set: the API server refuses b in place of a.',
  );
  expect(text({ code: 'type-change', from: 'A', to: 'B', clears: ['c'], allocates: [] })).toBe(
    'The type changes from A to B. The API server clears c.',
  );
});
