import '../../app/testing/fill-dom-gaps.ts';
import { aCluster, anIngress, aService } from '@fairlead/kube-objects/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeleteReview } from './delete-review.tsx';
import { anObject } from './testing/build-open-draft.ts';
import { renderReview, type ReviewSetup } from './testing/render-review.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const live = anObject(`apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, uid: u1, resourceVersion: "7", finalizers: [example.com/lb]}
spec: {ports: [{port: 80}]}
`);
const cluster = aCluster().with(
  aService('shop/web').withPort(80),
  anIngress('shop/a')
    .withPath('shop.example.com', '/', 'Prefix', 'web', 80)
    .withPath('shop.example.com', '/x', 'Prefix', 'web', 80),
  anIngress('shop/b').withPath('other.example.com', '/', 'Prefix', 'web', 80),
);

const show = (setup: ReviewSetup, isAllowed = true) =>
  renderReview(
    <DeleteReview
      clusterId="c1"
      live={live}
      mayDelete={isAllowed}
      impact={undefined}
      requests={<p>2 requests change</p>}
      onUndo={() => undefined}
      onCancel={() => undefined}
    />,
    { cluster, ...setup },
  );
const button = () => screen.getByRole('button', { name: 'Delete Service web' });
const isOff = (): boolean => button().hasAttribute('disabled');

test('what depends on it is named first', async () => {
  show({});
  expect(await screen.findByText('3 paths in 2 Ingresses point here.')).toBeTruthy();
  expect(screen.getByText('The object is deleted as soon as example.com/lb let it go.')).toBeTruthy();
  expect(screen.getByText('2 requests change')).toBeTruthy();
});

test('the name is typed, the version that was looked at is deleted, and the history can take it back', async () => {
  const user = userEvent.setup();
  const { sent, drafts } = show({
    replies: [{ outcome: 'applied', warnings: [], isConfirmedByReading: false }],
  });
  expect(isOff()).toBe(true);
  await user.type(screen.getByRole('textbox', { name: 'Type web to confirm' }), 'web');
  await user.click(button());
  expect(await screen.findByRole('heading', { level: 1, name: 'web was deleted.' })).toBeTruthy();
  expect(sent).toMatchObject([
    { operation: 'delete', clusterId: 'c1', reviewedResourceVersion: '7', base: { metadata: { uid: 'u1' } } },
  ]);
  expect(drafts.history.state.getState()).toMatchObject([{ operation: 'delete', before: live }]);
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
});

test('a check deletes nothing and tells what the API server said', async () => {
  const user = userEvent.setup();
  const { sent } = show({
    replies: [{ outcome: 'forbidden', verb: 'delete', kubernetesMessage: 'services "web" is forbidden' }],
  });
  await user.click(screen.getByRole('button', { name: 'Check with the cluster' }));
  expect(await screen.findByText('services "web" is forbidden')).toBeTruthy();
  expect(sent).toMatchObject([{ operation: 'delete' }]);
  await user.type(screen.getByRole('textbox'), 'web');
  expect(isOff()).toBe(true);
});

test('an object that changed meanwhile is looked at again', async () => {
  const user = userEvent.setup();
  show({ replies: [{ outcome: 'rebased', live: { ...live } }] });
  await user.type(screen.getByRole('textbox'), 'web');
  await user.click(button());
  await waitFor(() => expect(screen.getByText(/It changed while you looked at this page/)).toBeTruthy());
});

test('without the right it stays off', async () => {
  const user = userEvent.setup();
  show({}, false);
  await user.type(screen.getByRole('textbox'), 'web');
  expect(isOff()).toBe(true);
});
