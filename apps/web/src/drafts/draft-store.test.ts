import type { Draft } from '@fairlead/edits';
import { beforeEach, expect, test } from 'vitest';
import { browserDraftStorage, type DraftStorage } from './draft-storage.ts';
import { openDraftStore, type DraftStore } from './draft-store.ts';
import { parseDraft, printDraft } from './parse-draft.ts';

const aService = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop', uid: 'u1', resourceVersion: '7' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
} as unknown as NonNullable<Draft['base']>;

const aDraft = (change: Partial<Draft> = {}): Draft => ({
  id: 'c1/Service/shop/web',
  clusterId: 'c1',
  operation: 'update',
  ref: { kind: 'Service', namespace: 'shop', name: 'web' },
  base: aService,
  text: 'kind: Service\n',
  undoSteps: [],
  redoSteps: [],
  changedAt: '2026-05-01T11:00:00Z',
  ...change,
});

let pending: (() => void) | undefined;
const open = (storage: DraftStorage = browserDraftStorage(localStorage)): DraftStore =>
  openDraftStore({ storage, now: () => '2026-05-01T12:00:00Z', schedule: (flush) => (pending = flush) });

const replaceText = (store: DraftStore, text: string): void =>
  store.change(aDraft().id, { reason: 'text', edits: [], text });

beforeEach(() => {
  localStorage.clear();
  pending = undefined;
});

test('a draft with its undo history is there again after a reload', () => {
  const store = open();
  store.begin(aDraft());
  replaceText(store, 'kind: Service # mine\n');
  pending?.();
  const reopened = open();
  expect(reopened.state.getState().drafts.get(aDraft().id)?.text).toBe('kind: Service # mine\n');
  reopened.undo(aDraft().id);
  expect(reopened.state.getState().drafts.get(aDraft().id)).toMatchObject({
    text: 'kind: Service\n',
    base: aService,
  });
});

test('beginning a draft that exists leaves it as it is', () => {
  const store = open();
  store.begin(aDraft());
  replaceText(store, 'mine');
  store.begin(aDraft());
  expect(store.state.getState().drafts.get(aDraft().id)?.text).toBe('mine');
});

test('a discarded draft leaves nothing in storage', () => {
  const store = open();
  store.begin(aDraft());
  store.flush();
  expect(localStorage.length).toBe(1);
  store.discard(aDraft().id);
  store.flush();
  expect(localStorage.length).toBe(0);
});

test('what another tab wrote shows here, but does not displace what is not written yet', () => {
  const store = open();
  store.begin(aDraft());
  store.flush();
  const tell = (text: string): void => {
    const newValue = printDraft(aDraft({ text }), true);
    globalThis.dispatchEvent(
      new StorageEvent('storage', {
        key: `fairlead.draft.${aDraft().id}`,
        newValue,
        storageArea: localStorage,
      }),
    );
  };
  tell('of the other tab');
  expect(store.state.getState().drafts.get(aDraft().id)?.text).toBe('of the other tab');
  replaceText(store, 'of this tab');
  tell('late');
  expect(store.state.getState().drafts.get(aDraft().id)?.text).toBe('of this tab');
});

test('a draft that the browser has no room for is said to be unkept', () => {
  const storage: DraftStorage = { list: () => [], write: () => false, remove: () => {}, listen: () => {} };
  const store = open(storage);
  store.begin(aDraft());
  store.flush();
  expect([...store.state.getState().unkept]).toEqual([aDraft().id]);
  store.discard(aDraft().id);
  store.flush();
});

test('a draft of several bases is read back with each of them', () => {
  const older = { ...aService, metadata: { ...aService.metadata, resourceVersion: '6' } };
  const draft = aDraft({ undoSteps: [{ reason: 'rebase', edits: [], text: 'old', base: older }] });
  expect(parseDraft(printDraft(draft, true))).toEqual(draft);
  expect(parseDraft(printDraft(draft, false))).toEqual({ ...draft, undoSteps: [] });
});

test('only so much history is stored, the latest', () => {
  const step = (text: string) => ({ reason: 'text', edits: [], text, base: aService }) as const;
  const draft = aDraft({ undoSteps: [step('x'.repeat(600_000)), step('y'.repeat(300_000)), step('z')] });
  expect(parseDraft(printDraft(draft, true))?.undoSteps.map(({ text }) => text[0])).toEqual(['y', 'z']);
});

test.each([
  'no JSON',
  '{}',
  '{"version":2}',
  JSON.stringify({ version: 1, draft: { ...aDraft(), base: 0 }, bases: [{ kind: 'Secret' }] }),
  JSON.stringify({
    version: 1,
    draft: { ...aDraft(), base: 0, ref: { kind: 'Secret', name: 'a' } },
    bases: [aService],
  }),
])('something else in storage is no draft: %s', (text) => {
  expect(parseDraft(text)).toBeUndefined();
});
