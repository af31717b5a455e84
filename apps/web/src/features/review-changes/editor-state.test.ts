import type { DryRunReply } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { canApply, canAsk, editorStateOf, type EditorFacts, type ReviewStep } from './editor-state.ts';

const facts = (change: Partial<EditorFacts> = {}): EditorFacts => ({
  operation: 'update',
  text: 'mine',
  editCount: 2,
  errorCount: 0,
  isReadable: true,
  step: { kind: 'none' },
  liveVersion: '7',
  live: 'same',
  choices: 0,
  refusal: 'none',
  ...change,
});

const checked = (reply: Partial<DryRunReply>, change: Partial<ReviewStep> = {}): ReviewStep =>
  ({ kind: 'checked', reply, text: 'mine', liveVersion: '7', atMs: 1_000, ...change }) as ReviewStep;

const accepted: DryRunReply = { outcome: 'accepted', warnings: [], assignedOnApply: [], isRebased: false };

test.each<[string, Partial<EditorFacts>, string]>([
  ['nothing changed', { editCount: 0 }, 'clean'],
  ['nothing changed, with an old answer', { editCount: 0, step: checked(accepted) }, 'clean'],
  ['edits, nobody asked', {}, 'dirty'],
  ['a text that cannot be followed', { errorCount: 1, isReadable: false }, 'invalid'],
  ['a field that is refused for certain', { errorCount: 1 }, 'invalid'],
  ['one that the server takes all the same', { errorCount: 1, step: checked(accepted) }, 'accepted'],
  ['the server is asked', { step: { kind: 'checking' } }, 'checking'],
  ['sending', { step: { kind: 'applying' } }, 'applying'],
  ['the server accepts', { step: checked(accepted) }, 'accepted'],
  ['typed on since', { step: checked(accepted), text: 'more' }, 'dirty'],
  ['live moved on since', { step: checked(accepted), liveVersion: '8', live: 'moved' }, 'rebased'],
  ['live moved on, both changed the same', { step: checked(accepted), live: 'conflict' }, 'conflict'],
  ['deleted while editing', { live: 'deleted' }, 'deleted-live'],
  ['deleted, nothing edited', { live: 'deleted', editCount: 0 }, 'deleted-live'],
  [
    'refused',
    {
      step: checked({
        outcome: 'refused',
        statusCode: 422,
        reason: 'Invalid',
        kubernetesMessage: 'no',
        fieldErrors: [],
        warnings: [],
      }),
    },
    'refused',
  ],
  ['forbidden by access review', { refusal: 'forbidden' }, 'forbidden'],
  ['read-only', { refusal: 'read-only' }, 'read-only'],
  [
    'read-only, but the demo accepted a dry run',
    { refusal: 'read-only', step: checked(accepted) },
    'accepted',
  ],
  ['a new object that nobody edited', { operation: 'create', editCount: 0 }, 'dirty'],
  [
    'no answer, cannot be read',
    { step: { kind: 'answered', reply: { outcome: 'unknown' }, text: 'mine', atMs: 1 } },
    'unknown',
  ],
  ['the server was not reached', { step: { kind: 'failed', title: 'x', hint: undefined } }, 'failed'],
])('%s', (_title, change, expected) => {
  expect(editorStateOf(facts(change)).kind).toBe(expected);
});

test('nothing that was refused, forbidden or is in conflict can be applied', () => {
  for (const kind of ['forbidden', 'conflict', 'deleted-live', 'invalid', 'checking', 'clean'] as const)
    expect(canApply({ kind })).toBe(false);
  expect(canApply({ kind: 'dirty' })).toBe(true);
});

test('the API server may be asked about a wrong field, not about a text that cannot be followed', () => {
  expect(canAsk(editorStateOf(facts({ errorCount: 1 })))).toBe(true);
  expect(canAsk(editorStateOf(facts({ errorCount: 1, isReadable: false })))).toBe(false);
});
