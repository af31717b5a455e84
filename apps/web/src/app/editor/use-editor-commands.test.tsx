import type { ApplyReply, DryRunReply } from '@fairlead/api-contract';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { browserDraftStorage } from '../../drafts/draft-storage.ts';
import { textOf } from '../../drafts/use-open-draft.ts';
import { editorStateOf, type EditorFacts } from '../../features/review-changes/editor-state.ts';
import { anObject, buildOpenDraft } from '../../features/review-changes/testing/build-open-draft.ts';
import { noImpact } from '../../features/review-changes/testing/no-impact.ts';
import { renderReview } from '../../features/review-changes/testing/render-review.tsx';
import { useConflictChoices } from '../../features/review-changes/use-conflict-choices.ts';
import { useReview } from '../../features/review-changes/use-review.ts';
import { Button } from '../../ui/button.tsx';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import { useEditorCommands } from './use-editor-commands.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const live = anObject(`apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, uid: u1, resourceVersion: "7"}
spec:
  ports: [{port: 80, targetPort: 8080}]
`);
const text = textOf(live).replace('8080', '9090');
const mine = anObject(JSON.stringify(live).replace('8080', '9090'));
const open = buildOpenDraft({ base: live, text });

const failing: ImpactAnswer = {
  ...noImpact,
  introduced: [
    {
      checkId: 'SVC-001',
      id: 'SVC-001 web',
      severity: 'error',
      effect: 'requests-fail',
      place: { ref: { kind: 'Service', namespace: 'shop', name: 'web' } },
      related: [],
      label: '',
      happens: '',
      title: 'No Pod is selected',
      why: '',
      fixes: [],
      requests: [],
      requestCount: 0,
    },
  ],
};

const accepted: DryRunReply = {
  outcome: 'accepted',
  live: { ...live },
  merged: { ...mine },
  assignedOnApply: [],
  warnings: [],
  isRebased: false,
};
const applied: ApplyReply = { outcome: 'applied', warnings: [], isConfirmedByReading: false };

interface PageProps {
  readonly readImpact: () => Promise<ImpactAnswer>;
}

function Page({ readImpact }: PageProps): ReactNode {
  const review = useReview(open);
  const [isAsked, setAsked] = useState(false);
  const facts: EditorFacts = {
    operation: 'update',
    text,
    editCount: 1,
    errorCount: 0,
    isReadable: true,
    step: review.step,
    liveVersion: '7',
    live: 'same',
    choices: 0,
    refusal: 'none',
  };
  const state = editorStateOf(facts);
  const { check, apply, send } = useEditorCommands(
    { open, review, state, facts, verb: 'update', applied: undefined },
    {
      choices: useConflictChoices(undefined),
      readImpact,
      mayCheck: true,
      mayApply: true,
      onConfirm: () => setAsked(true),
    },
  );
  return (
    <>
      <Button onPress={check}>Check</Button>
      <Button onPress={apply}>Apply</Button>
      <Button onPress={send}>Send</Button>
      <output>{review.applied === undefined ? state.kind : 'applied'}</output>
      {isAsked ? <p>Look at this first</p> : null}
    </>
  );
}

interface Rendered {
  readonly sent: readonly unknown[];
  readonly drafts: ReturnType<typeof renderReview>['drafts'];
  readonly tell: (impact: ImpactAnswer) => void;
  readonly press: (name: string) => Promise<void>;
}

/** A draft that the API server has accepted, and whose impact is not known yet. */
async function showAccepted(answer: ApplyReply | Promise<ApplyReply> = applied): Promise<Rendered> {
  browserDraftStorage(localStorage).write(open.draft);
  const waiting: ((impact: ImpactAnswer) => void)[] = [];
  const readImpact = (): Promise<ImpactAnswer> => new Promise((resolve) => waiting.push(resolve));
  const { sent, drafts } = renderReview(<Page readImpact={readImpact} />, {
    replies: [accepted, answer, applied],
  });
  const user = userEvent.setup();
  const press = (name: string): Promise<void> => user.click(screen.getByRole('button', { name }));
  await press('Check');
  await screen.findByText('accepted');
  const tell = (impact: ImpactAnswer): void => {
    for (const resolve of waiting) resolve(impact);
  };
  return { sent, drafts, press, tell };
}

test('what was accepted waits for its impact, and is looked at when requests fail by it', async () => {
  const { sent, press, tell } = await showAccepted();
  await press('Apply');
  tell(failing);
  expect(await screen.findByText('Look at this first')).toBeDefined();
  expect(sent).toHaveLength(1);
  await press('Send');
  expect(await screen.findByText('applied')).toBeDefined();
  expect(sent).toHaveLength(2);
});

test('without anything to look at it is sent, once, however often Apply is pressed', async () => {
  const { sent, press, tell } = await showAccepted();
  await press('Apply');
  await press('Apply');
  expect(sent).toHaveLength(1);
  tell(noImpact);
  expect(await screen.findByText('applied')).toBeDefined();
  expect(sent).toHaveLength(2);
});

test('a draft that was typed on meanwhile is not sent, and stays', async () => {
  const { sent, drafts, press, tell } = await showAccepted();
  await press('Apply');
  const typed = text.replace('9090', '9091');
  drafts.store.change(open.draft.id, { reason: 'text', edits: [], text: typed });
  tell(noImpact);
  await waitFor(() => expect(screen.getByText('accepted')).toBeDefined());
  await Promise.resolve();
  expect(sent).toHaveLength(1);
  expect(drafts.store.state.getState().drafts.get(open.draft.id)?.text).toBe(typed);
});

test('what is changed while the draft is being sent stays, as a draft of what was stored', async () => {
  let answer: (reply: ApplyReply) => void = () => undefined;
  const { sent, drafts, press, tell } = await showAccepted(new Promise((resolve) => (answer = resolve)));
  const draftNow = () => drafts.store.state.getState().drafts.get(open.draft.id);
  await press('Apply');
  tell(noImpact);
  await waitFor(() => expect(sent).toHaveLength(2));
  const typed = text.replace('9090', '9091');
  drafts.store.change(open.draft.id, { reason: 'text', edits: [], text: typed });
  const stored = { ...mine, metadata: { ...mine.metadata, resourceVersion: '8' } };
  answer({ ...applied, object: { ...stored } });
  expect(await screen.findByText('applied')).toBeDefined();
  expect(draftNow()).toMatchObject({ text: typed, base: { metadata: { resourceVersion: '8' } } });
});

test('a draft that was sent as it is, is none any more', async () => {
  const { drafts, press, tell } = await showAccepted();
  await press('Apply');
  tell(noImpact);
  expect(await screen.findByText('applied')).toBeDefined();
  expect(drafts.store.state.getState().drafts.size).toBe(0);
});
