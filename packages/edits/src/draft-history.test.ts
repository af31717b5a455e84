import { expect, test } from 'vitest';
import { changeDraft, maxDraftSteps, redoDraft, undoDraft, type Draft } from './draft-history.ts';

const now = '2026-05-01T12:00:00Z';

const aDraft: Draft = {
  id: 'c1/Service/shop/web',
  clusterId: 'c1',
  operation: 'update',
  ref: { kind: 'Service', namespace: 'shop', name: 'web' },
  base: undefined,
  text: 'a',
  undoSteps: [],
  redoSteps: [],
  changedAt: '2026-05-01T11:00:00Z',
};

const type = (draft: Draft, text: string, isContinuation = false): Draft =>
  changeDraft(draft, { reason: 'text', edits: [], text, isContinuation }, now);

test('undo gives back the text before the step, redo the text after it', () => {
  const changed = type(type(aDraft, 'b'), 'c');
  const undone = undoDraft(changed, now);
  expect(undone.text).toBe('b');
  expect(undoDraft(undone, now).text).toBe('a');
  expect(redoDraft(undone, now)).toEqual(changed);
});

test('typing that goes on is one step with what was typed before', () => {
  const typed = type(type(type(aDraft, 'b'), 'bc', true), 'bcd', true);
  expect(typed.undoSteps).toHaveLength(1);
  expect(undoDraft(typed, now).text).toBe('a');
});

test('typing after an undo begins a step of its own', () => {
  const typed = type(undoDraft(type(type(aDraft, 'b'), 'c'), now), 'bx', true);
  expect(undoDraft(typed, now).text).toBe('b');
  expect(typed.redoSteps).toEqual([]);
});

test('a change that changes nothing is no step', () => {
  expect(type(aDraft, 'a')).toBe(aDraft);
  expect(undoDraft(aDraft, now)).toBe(aDraft);
  expect(redoDraft(aDraft, now)).toBe(aDraft);
});

test('the oldest steps are forgotten', () => {
  const texts = Array.from({ length: maxDraftSteps + 5 }, (_, index) => `t${index}`);
  const draft = texts.reduce((current, text) => type(current, text), aDraft);
  expect(draft.undoSteps).toHaveLength(maxDraftSteps);
  expect(draft.undoSteps[0]?.text).toBe('t4');
});
