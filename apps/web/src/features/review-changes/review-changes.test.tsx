import type { DryRunReply } from '@fairlead/api-contract';
import '../../app/testing/fill-dom-gaps.ts';
import type { Edit } from '@fairlead/edits';
import { aCluster, aService } from '@fairlead/kube-objects/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { textOf, type OpenDraft } from '../../drafts/use-open-draft.ts';
import type { ImpactAnswer } from '../../workers/draft-answers.ts';
import type { EditorState, ReviewStep } from './editor-state.ts';
import { ReviewChanges } from './review-changes.tsx';
import { anObject, buildOpenDraft } from './testing/build-open-draft.ts';
import { noImpact } from './testing/no-impact.ts';
import { renderReview } from './testing/render-review.tsx';
import type { Review } from './use-review.ts';

afterEach(cleanup);

const yaml = (more = '', version = '7'): string => `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  uid: u1
  resourceVersion: "${version}"
  labels: {app.kubernetes.io/managed-by: Helm}
${more}spec:
  type: NodePort
  ports:
    - name: http
      port: 80
      targetPort: 8080
      nodePort: 30010
`;
const base = anObject(yaml());
const text = textOf(base).replace('8080', '9090').replace('30010', '30132');

const reviewOf = (step: ReviewStep): Review => ({
  step,
  applied: undefined,
  check: () => Promise.resolve(),
  apply: () => Promise.resolve(),
  reset: () => undefined,
});
const dirty: EditorState = { kind: 'dirty' };

const show = (open: OpenDraft, step: ReviewStep, state: EditorState = dirty, shown: unknown[] = []) =>
  renderReview(
    <ReviewChanges
      open={open}
      review={reviewOf(step)}
      state={state}
      impact={undefined}
      onShowField={(path) => shown.push(path)}
    />,
    { cluster: aCluster().with(aService('games/minecraft-udp').withPort(19132, { nodePort: 30132 })) },
  );

const checked = (reply: DryRunReply, of = text): ReviewStep => ({
  kind: 'checked',
  reply,
  text: of,
  liveVersion: '7',
  atMs: Date.now(),
});

test('a change is shown as lines and in words', () => {
  show(buildOpenDraft({ base, text }), { kind: 'none' });
  const lines = within(screen.getByRole('region', { name: 'Text before and after' }));
  expect(lines.getByText(/targetPort: 8080/)).toBeTruthy();
  expect(lines.getByText(/targetPort: 9090/)).toBeTruthy();
  const words = within(screen.getByRole('list', { name: 'In words' }));
  expect(words.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'targetPort of port 80/TCP80809090changed',
    'nodePort of port 80/TCP3001030132changed',
  ]);
  expect(screen.getByText('2 edits')).toBeTruthy();
});

test('who manages the object is named, with the change as a patch for its source', async () => {
  const user = userEvent.setup();
  show(buildOpenDraft({ base, text }), { kind: 'none' });
  expect(screen.getByText('Managed by Helm.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Copy as patch for the source' }));
  const patch = await navigator.clipboard.readText();
  expect(patch).toContain('targetPort: 9090');
  expect(patch).not.toContain('resourceVersion');
});

test('a refusal: the words of the API server, its field, who has the port, and edits that help', async () => {
  const user = userEvent.setup();
  const message = 'Invalid value: 30132: provided port is already allocated';
  const refused: DryRunReply = {
    outcome: 'refused',
    statusCode: 422,
    reason: 'Invalid',
    kubernetesMessage: `Service "web" is invalid: spec.ports[0].nodePort: ${message}`,
    fieldErrors: [{ field: 'spec.ports[0].nodePort', message, reason: 'FieldValueInvalid' }],
    warnings: [],
  };
  const edits: Edit[] = [];
  const open = buildOpenDraft(
    { base, text },
    {
      edit: (some) => {
        edits.push(...some);
        return true;
      },
    },
  );
  const shown: unknown[] = [];
  show(open, checked(refused), { kind: 'refused', message: '' }, shown);
  const card = within(screen.getByRole('alert'));
  expect(card.getByText(refused.kubernetesMessage)).toBeTruthy();
  expect(screen.getByText('422 Invalid, by the API server')).toBeTruthy();
  expect(await card.findByText(/NodePort 30132 is taken by games\/minecraft-udp/)).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'Go to spec.ports[0].nodePort' }));
  expect(shown).toEqual([['spec', 'ports', 0, 'nodePort']]);
  await user.click(card.getByRole('button', { name: 'Keep 30010' }));
  expect(edits).toMatchObject([{ kind: 'set-port-field', field: 'nodePort', from: 30132, to: 30010 }]);
  expect(card.getByRole('button', { name: 'Use 30000' })).toBeTruthy();
});

test('an accepted check: warnings, what is assigned on apply, and the object as it would be stored', async () => {
  const user = userEvent.setup();
  const reply: DryRunReply = {
    outcome: 'accepted',
    object: { ...anObject(yaml('', '8')) },
    assignedOnApply: ['spec.clusterIP', 'metadata.uid'],
    warnings: ['spec.loadBalancerIP is deprecated'],
    isRebased: false,
  };
  show(buildOpenDraft({ base, text }), checked(reply), { kind: 'accepted', warnings: [], atMs: 0 });
  expect(screen.getByText('spec.loadBalancerIP is deprecated')).toBeTruthy();
  expect(screen.getByText(/spec\.clusterIP is given by the API server when you apply/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Object as it would be stored' }));
  expect(screen.getByText(/resourceVersion: "8"/)).toBeTruthy();
});

test('an answer that was given before the last edit says so', () => {
  const reply: DryRunReply = { outcome: 'accepted', assignedOnApply: [], warnings: [], isRebased: false };
  show(buildOpenDraft({ base, text }), checked(reply, 'another text'));
  expect(screen.getByText(/That was before your last edit\./)).toBeTruthy();
});

test('what changed live since is told with who did it', () => {
  const managed = `  managedFields: [{manager: kubectl-edit, operation: Update, time: '2026-05-01T12:00:00Z'}]\n`;
  const live = anObject(yaml(managed, '8').replace('name: http', 'name: web'));
  show(buildOpenDraft({ base, text, live }), { kind: 'none' });
  const section = within(screen.getByRole('region', { name: 'Changed live since you began' }));
  expect(section.getByText(/kubectl-edit, .* ago/)).toBeTruthy();
  expect(section.getByText('name of port 80/TCP')).toBeTruthy();
});

test('side by side, and the switch for what the API server fills in', async () => {
  const user = userEvent.setup();
  show(buildOpenDraft({ base, text }), { kind: 'none' });
  await user.click(screen.getByRole('radio', { name: 'Side by side' }));
  expect(screen.getByText(/targetPort: 9090/)).toBeTruthy();
});

const impact: ImpactAnswer = {
  ...noImpact,
  rowsChanged: [{ id: 'web#http', label: 'web:http', was: '8080', value: '9090' }],
};

test('what the draft does stays on the screen while it is computed anew, and goes when the text cannot be followed', () => {
  const open = buildOpenDraft({ base, text });
  const reviewWith = (draft: OpenDraft, current: ImpactAnswer | undefined) => (
    <ReviewChanges
      open={draft}
      review={reviewOf({ kind: 'none' })}
      state={dirty}
      impact={current}
      onShowField={() => undefined}
    />
  );
  const section = () => screen.queryByRole('region', { name: 'Impact' });
  const { showInstead } = renderReview(reviewWith(open, undefined));
  expect(section()).toBeNull();
  showInstead(reviewWith(open, impact));
  expect(section()?.getAttribute('aria-busy')).toBe('false');
  showInstead(reviewWith(open, undefined));
  expect(section()?.textContent).toContain('8080 → 9090');
  expect(section()?.getAttribute('aria-busy')).toBe('true');
  showInstead(reviewWith(buildOpenDraft({ base, text: `${text}nonsense\n` }), undefined));
  expect(section()).toBeNull();
});
