import { mergeThreeWay, type EditedObject } from '@fairlead/edits';
import { expect, test } from 'vitest';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { readDraft } from '../../drafts/draft-reading.ts';
import { buildUndoDraft, countOthersChanges } from './build-undo-draft.ts';
import { anObject } from './testing/build-open-draft.ts';

const yaml = (version: string, port: number, label = 'a'): string => `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, uid: u1, resourceVersion: "${version}", labels: {team: ${label}}}
spec:
  clusterIP: 10.96.0.9
  ports: [{port: 80, targetPort: ${port}}]
`;
const before = anObject(yaml('7', 8080));
const after = anObject(yaml('8', 9090));
const change = (parts: Partial<AppliedChange> = {}): AppliedChange => ({
  id: 'a',
  clusterId: 'c1',
  operation: 'update',
  ref: { kind: 'Service', namespace: 'shop', name: 'web' },
  before,
  after,
  appliedAt: '2026-05-01T12:00:00Z',
  undoneBy: undefined,
  ...parts,
});
const undoOf = (parts: Partial<AppliedChange> = {}) =>
  buildUndoDraft(change(parts), '2026-05-01T12:01:00Z', 'd1');

function mergedOnto(live: EditedObject) {
  const draft = undoOf();
  const mine = draft === undefined ? undefined : readDraft(draft).object;
  if (draft?.base === undefined || mine === undefined) throw new Error('no draft');
  return mergeThreeWay({ base: draft.base, mine, theirs: live });
}

test('taking a change back keeps what others changed since', () => {
  const merge = mergedOnto(anObject(yaml('9', 9090, 'b')));
  expect(merge.kind).toBe('merged');
  expect(merge.fromMine).toMatchObject([{ kind: 'set-port-field', from: 9090, to: 8080 }]);
  expect(countOthersChanges(change(), merge.object)).toBe(1);
});

test('where others changed the same since, it is a conflict', () => {
  expect(mergedOnto(anObject(yaml('9', 7070))).kind).toBe('conflicts');
});

test('it names the change that it takes back, and begins without steps', () => {
  expect(undoOf()).toMatchObject({ operation: 'update', undoes: 'a', undoSteps: [], base: after });
});

test('a deletion is taken back by creating the object again, without what the API server gave it', () => {
  const draft = undoOf({ operation: 'delete', after: undefined });
  expect(draft).toMatchObject({ operation: 'create', base: undefined, undoes: 'a' });
  expect(draft?.text).not.toContain('uid');
  expect(draft?.text).not.toContain('resourceVersion');
});

test('a create is taken back by a deletion: there is no draft for it', () => {
  expect(undoOf({ operation: 'create', before: undefined })).toBeUndefined();
});
