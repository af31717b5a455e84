import type { DryRunReply } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import type { ReviewStep } from './editor-state.ts';
import { listFieldProblems, listTextMarks } from './list-field-problems.ts';
import { anObject, buildOpenDraft } from './testing/build-open-draft.ts';

const english = messagesOf('en');

const text = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  labels:
    tier: not valid!
spec:
  type: NodePort
  clusterIP: 10.96.0.9
  loadBalancerSourceRanges:
    - 10.0.0.1
  ports:
    - name: http
      port: 80
      nodePort: 30132
`;
const base = anObject(text);
const { reading } = buildOpenDraft({ base, text });

const refused = (field: string, message: string, refusedText = text): ReviewStep => ({
  kind: 'checked',
  reply: {
    outcome: 'refused',
    statusCode: 422,
    reason: 'Invalid',
    kubernetesMessage: message,
    fieldErrors: [{ field, message, reason: 'FieldValueInvalid' }],
    warnings: [],
  } satisfies DryRunReply,
  text: refusedText,
  liveVersion: '7',
  atMs: 0,
});

const taken = 'Invalid value: 30132: provided port is already allocated';

test.each<[string, string, string, (string | number)[], number]>([
  ['a field of a port', 'spec.ports[0].nodePort', taken, ['spec', 'ports', 0, 'nodePort'], 16],
  [
    'a name as the code of the API server has it',
    'spec.LoadBalancerSourceRanges[0]',
    'Invalid value: "10.0.0.1": must be a valid CIDR value',
    ['spec', 'loadBalancerSourceRanges', 0],
    12,
  ],
  [
    'a map whose key is named by its value only',
    'metadata.labels',
    'Invalid value: "not valid!": a valid label must be …',
    ['metadata', 'labels', 'tier'],
    7,
  ],
  [
    'the list where the text has the single field',
    'spec.clusterIPs[0]',
    'may not change once set',
    ['spec', 'clusterIP'],
    10,
  ],
  [
    'a key without its owner and without brackets',
    'annotations.kubernetes.io/ingress.class',
    'Invalid value: "traefik": must match `ingressClassName` when both are specified',
    ['metadata', 'annotations', 'kubernetes.io/ingress.class'],
    3,
  ],
  ['a field that is absent', 'spec.externalName', 'Required value', ['spec', 'externalName'], 8],
])('the words of the API server stand at their field and line: %s', (_title, field, message, path, line) => {
  const sources = { reading, step: refused(field, message) };
  const expected = { path, severity: 'error', message, source: 'cluster' };
  expect(listFieldProblems(sources, english.review)).toEqual([expected]);
  expect(listTextMarks(sources, english.review)).toMatchObject([{ ...expected, range: { startLine: line } }]);
});

test('an objection to a field goes when the field says something else, and stays while others change', () => {
  const step = refused('spec.ports[0].nodePort', taken);
  const changed = (next: string) => buildOpenDraft({ base, text: next }).reading;
  const elsewhere = changed(text.replace('name: http', 'name: web'));
  expect(listFieldProblems({ reading: elsewhere, step }, english.review)).toHaveLength(1);
  const there = changed(text.replace('30132', '30011'));
  expect(listFieldProblems({ reading: there, step }, english.review)).toEqual([]);
});

test('a text that cannot be followed says where and why', () => {
  const broken = buildOpenDraft({ base, text: `${text}spec:\n  type: ClusterIP\n` }).reading;
  const marks = listTextMarks({ reading: broken, step: { kind: 'none' } }, english.review);
  expect(marks).toMatchObject([
    { severity: 'error', message: 'spec stands twice here, first in line 8.', range: { startLine: 17 } },
  ]);
});

test('a field of another type than the API gives it is marked', () => {
  const wrong = buildOpenDraft({ base, text: text.replace('type: NodePort', 'type: 5') }).reading;
  expect(listFieldProblems({ reading: wrong, step: { kind: 'none' } }, english.review)).toMatchObject([
    { path: ['spec', 'type'], severity: 'error', source: 'text' },
  ]);
});
