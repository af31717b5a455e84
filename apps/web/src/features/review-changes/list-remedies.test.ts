import { applyEditsToText } from '@fairlead/edits';
import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import { listRemedies, type Remedy } from './list-remedies.ts';
import { anObject, buildOpenDraft } from './testing/build-open-draft.ts';

const english = messagesOf('en');

const text = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  resourceVersion: "7"
spec:
  type: NodePort
  ports:
    - name: http
      port: 80
      nodePort: 30010
`;
const base = anObject(text);

function remediesOf(
  next: string,
  field: string,
  message: string,
  reason = 'FieldValueInvalid',
): readonly Remedy[] {
  const { reading } = buildOpenDraft({ base, text: next });
  if (reading.object === undefined) throw new Error('the draft cannot be followed');
  return listRemedies(
    {
      object: reading.object,
      base,
      changes: reading.changes,
      fieldErrors: [{ field, message, reason }],
      freeNodePort: 30011,
    },
    english.review,
  );
}

const after = (next: string, remedy: Remedy | undefined): string => {
  const outcome = applyEditsToText(next, remedy?.edits ?? []);
  if (outcome.kind !== 'applied') throw new Error('the remedy does not fit');
  return outcome.text;
};

test('a node port that is taken: the next free one, none, or the one before', () => {
  const next = text.replace('30010', '30132');
  const remedies = remediesOf(
    next,
    'spec.ports[0].nodePort',
    'Invalid value: 30132: provided port is already allocated',
  );
  expect(remedies.map(({ label }) => label)).toEqual(['Use 30011', 'Leave it to Kubernetes', 'Keep 30010']);
  expect(after(next, remedies[0])).toContain('nodePort: 30011');
  expect(after(next, remedies[1])).not.toContain('nodePort');
  expect(after(next, remedies[2])).toBe(text);
});

test('a value in other letters: the one that the API server names', () => {
  const next = text.replace('type: NodePort', 'type: Nodeport');
  const remedies = remediesOf(
    next,
    'spec.type',
    'Unsupported value: "Nodeport": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
  );
  expect(remedies[0]?.label).toBe('Change to NodePort');
  expect(after(next, remedies[0])).toBe(text);
});

test('a field that the API server does not know can be removed', () => {
  const next = text.replace('  type:', '  typo: x\n  type:');
  const remedies = remediesOf(next, 'spec.typo', 'unknown field "spec.typo"', 'FieldUnknown');
  expect(remedies.map(({ label }) => label)).toEqual(['Remove spec.typo']);
  expect(after(next, remedies[0])).toBe(text);
});

test('where no edit can help none is offered', () => {
  expect(remediesOf(text, '', 'denied the request: no')).toEqual([]);
});
