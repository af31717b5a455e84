import { parseEditedObject, treeOf, type EditedObject, type ObjectEdit } from '@fairlead/edits';
import { aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { addStep, type NewStep } from './add-step.ts';
import { openDraftStore } from './draft-store.ts';
import { beginDraft } from './use-open-draft.ts';

const ref = { kind: 'Service', namespace: 'shop', name: 'web' } as const;
const edits: readonly ObjectEdit[] = [
  { kind: 'set-entry', map: 'selector', key: 'app', from: 'wbe', to: 'web' },
];
const fix: NewStep = { reason: 'fix', listEdits: () => edits };

function aServiceSelecting(app: string): EditedObject {
  const parsed = parseEditedObject(treeOf(aService('shop/web').withPort(80).selecting({ app }).build()));
  if (parsed.kind !== 'object') throw new Error('The Service of the test is none.');
  return parsed.object;
}

const openStore = () =>
  openDraftStore({
    storage: { list: () => [], write: () => true, remove: () => undefined, listen: () => undefined },
    now: () => '2026-02-01T00:00:00Z',
    schedule: () => undefined,
  });

const fresh = (app: string) => beginDraft('c/web', { clusterId: 'c', ref }, aServiceSelecting(app));

test('a fix begins the draft, as its one step', () => {
  const store = openStore();
  expect(addStep(store, fresh('wbe'), fix)).toBe('applied');
  const draft = store.state.getState().drafts.get('c/web');
  expect(draft?.text).toContain('app: web\n');
  expect(draft?.undoSteps).toMatchObject([{ reason: 'fix', edits }]);
});

test('a draft that is kept gets the fix as one more step, with its comments', () => {
  const store = openStore();
  const draft = fresh('wbe');
  store.begin(draft);
  store.change(draft.id, { reason: 'text', edits: [], text: `# mine\n${draft.text}` });
  expect(addStep(store, fresh('wbe'), fix)).toBe('applied');
  const changed = store.state.getState().drafts.get(draft.id);
  expect(changed?.text).toMatch(/^# mine\n/);
  expect(changed?.text).toContain('app: web\n');
  expect(changed?.undoSteps.map(({ reason }) => reason)).toEqual(['text', 'fix']);
});

test('a fix that does not fit begins no draft', () => {
  const store = openStore();
  expect(addStep(store, fresh('other'), fix)).toBe('stale');
  expect(store.state.getState().drafts.size).toBe(0);
});

test('edits are listed for the draft that is kept; without any, or without a readable text, nothing changes', () => {
  const store = openStore();
  const draft = fresh('wbe');
  store.begin(draft);
  store.change(draft.id, { reason: 'text', edits: [], text: draft.text.replace('app: wbe', 'app: other') });
  const asked: unknown[] = [];
  const listEdits: NewStep['listEdits'] = (object) => {
    asked.push('selector' in object.spec ? object.spec.selector : undefined);
    return [];
  };
  expect(addStep(store, fresh('wbe'), { reason: 'connect', listEdits })).toBe('nothing-to-do');
  expect(asked).toEqual([{ app: 'other' }]);
  store.change(draft.id, { reason: 'text', edits: [], text: 'a: [' });
  expect(addStep(store, fresh('wbe'), fix)).toBe('unreadable');
  expect(store.state.getState().drafts.get(draft.id)?.text).toBe('a: [');
});
