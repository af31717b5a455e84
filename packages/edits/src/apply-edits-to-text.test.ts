import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printManifest, readManifest } from '@fairlead/manifests';
import { applyEdits } from './apply-edit.ts';
import { applyEditsToText } from './apply-edits-to-text.ts';
import type { Edit } from './edit.ts';
import { parseEditedObject, treeOf } from './parse-edited-object.ts';
import { anEditedObject, editsOf } from './testing/index.ts';

const text = `# the shop's front
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: 'shop' # quoted
  labels:
spec:
  type: ClusterIP
  ports:
    - port: 80 # plain
      targetPort: 8080
`;
const setTarget: Edit = {
  kind: 'set-port-field',
  target: { port: 80, protocol: 'TCP', ordinal: 0 },
  field: 'targetPort',
  from: 8080,
  to: 9090,
};

test('[EDIT-8] one value changes, all else stays to the letter', () => {
  expect(applyEditsToText(text, [setTarget])).toEqual({
    kind: 'applied',
    text: text.replace('8080', '9090'),
  });
});

test('[EDIT-8] a form edit then a text edit equals the text edit then the form edit', () => {
  const changed = text.replace('type: ClusterIP', 'type: NodePort');
  const typed: Edit = { kind: 'replace-text', from: text, to: changed };
  const after = applyEditsToText(text, [setTarget]);
  if (after.kind !== 'applied') throw new Error(after.kind);
  const typedLater: Edit = {
    ...typed,
    from: after.text,
    to: after.text.replace('type: ClusterIP', 'type: NodePort'),
  };
  expect(applyEditsToText(text, [typed, setTarget])).toEqual(applyEditsToText(text, [setTarget, typedLater]));
});

test('[EDIT-8] what is stale or unreadable is said, and nothing changes', () => {
  expect(applyEditsToText(text, [setTarget, setTarget])).toMatchObject({ kind: 'stale', found: 9090 });
  expect(applyEditsToText('a: [', [setTarget])).toMatchObject({ kind: 'unreadable', objectProblems: [] });
  expect(applyEditsToText('kind: Pod', [setTarget])).toMatchObject({ kind: 'unreadable', problems: [] });
  expect(applyEditsToText(text, [{ kind: 'replace-text', from: 'other', to: '' }]).kind).toBe('stale');
});

test('[EDIT-8] a text after edits says the object after the edits, and keeps a comment', () => {
  const aCase = anEditedObject.chain((object) => fc.tuple(fc.constant(object), editsOf(object)));
  fc.assert(
    fc.property(aCase, ([object, edits]) => {
      const written = `# kept\n${printManifest(treeOf(object))}`;
      const changed = applyEditsToText(written, edits);
      const expected = applyEdits(object, edits);
      if (changed.kind !== 'applied' || expected.kind !== 'applied') throw new Error(changed.kind);
      expect(readManifest(changed.text).object).toEqual(expected.object);
      expect(changed.text.startsWith('# kept\n')).toBe(true);
    }),
  );
});

test.each([
  [{ kind: 'Pod', apiVersion: 'v1', metadata: { name: 'a', namespace: 'b' } }, ['kind'], 'kind-not-editable'],
  [{ metadata: { name: 'a', namespace: 'b' } }, ['kind'], 'kind-missing'],
  [
    { kind: 'Ingress', apiVersion: 'v1', metadata: { name: 'a', namespace: 'b' } },
    ['apiVersion'],
    'api-version-wrong',
  ],
  [{ kind: 'Service', apiVersion: 'v1' }, ['metadata'], 'metadata-missing'],
  [{ kind: 'Service', apiVersion: 'v1', metadata: { namespace: 'b' } }, ['metadata', 'name'], 'name-missing'],
  [
    { kind: 'Service', apiVersion: 'v1', metadata: { name: 'b' } },
    ['metadata', 'namespace'],
    'namespace-missing',
  ],
  [
    {
      kind: 'Service',
      apiVersion: 'v1',
      metadata: { name: 'a', namespace: 'b' },
      spec: { ports: [{ port: '80' }] },
    },
    ['spec', 'ports'],
    'field-of-wrong-type',
  ],
  [
    {
      kind: 'Service',
      apiVersion: 'v1',
      metadata: { name: 'a', namespace: 'b', labels: { 'x.y/z': 1 } },
      spec: {},
    },
    ['metadata', 'labels', 'x.y/z'],
    'field-of-wrong-type',
  ],
])('[EDIT-9] %o is no object to edit', (json, path, code) => {
  expect(parseEditedObject(json)).toMatchObject({ kind: 'problems', problems: [{ path, code }] });
});
