import type { EditedObject } from '@fairlead/edits';
import { beforeEach, expect, test } from 'vitest';
import type { AppliedChange } from './applied-change.ts';
import { openAppliedHistory } from './applied-history.ts';

const object = (resourceVersion: string): EditedObject =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop', uid: 'u1', resourceVersion },
    spec: {},
  }) as unknown as EditedObject;

const change = (id: string): AppliedChange => ({
  id,
  clusterId: 'c1',
  operation: 'update',
  ref: { kind: 'Service', namespace: 'shop', name: 'web' },
  before: object('1'),
  after: object('2'),
  appliedAt: '2026-05-01T12:00:00Z',
  undoneBy: undefined,
});

beforeEach(() => localStorage.clear());

test('what was applied is there again in a new tab, latest first', () => {
  const history = openAppliedHistory(localStorage);
  history.add(change('a'));
  history.add(change('b'));
  expect(openAppliedHistory(localStorage).state.getState()).toEqual([change('b'), change('a')]);
});

test('a change that was taken back says by which', () => {
  const history = openAppliedHistory(localStorage);
  history.add(change('a'));
  history.add(change('b'), 'a');
  expect(history.state.getState()[1]).toMatchObject({ id: 'a', undoneBy: 'b' });
});

test('where there is room for fewer, the latest are kept', () => {
  const room = 1_500;
  const storage = {
    getItem: () => null,
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      localStorage.setItem(key, text);
    },
  } as unknown as Storage;
  const history = openAppliedHistory(storage);
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) history.add(change(id));
  const kept = openAppliedHistory(localStorage).state.getState();
  expect(kept[0]?.id).toBe('f');
  expect(kept.length).toBeLessThan(6);
});

test.each(['', 'null', '{"version":1,"changes":[{"id":"a"},null]}', '{"version":2,"changes":[]}'])(
  'something else in storage is no history: %s',
  (text) => {
    localStorage.setItem('fairlead.history', text);
    expect(openAppliedHistory(localStorage).state.getState()).toEqual([]);
  },
);
