// First: it fills what jsdom lacks.
import './testing/fill-dom-gaps.ts';
import type { RetryReply } from '@fairlead/api-contract';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ApiFailure } from '../server-state/api-failure.ts';
import type { ConnectionState } from '../workers/questions.ts';
import { aShop } from '../workers/testing/shop.ts';
import { renderPage } from './testing/render-page.tsx';

afterEach(cleanup);

const inSeconds = (seconds: number): number => Date.now() + seconds * 1_000;

const clusterLost = (change: Partial<ConnectionState> = {}): ConnectionState => ({
  kind: 'cluster-lost',
  sinceMs: inSeconds(-14),
  lastUpdateMs: inSeconds(-14),
  retryAtMs: inSeconds(600),
  ...change,
});

/** The page with a connection as told, and every POST it makes. */
async function renderWith(
  state: ConnectionState,
  reply: () => Promise<RetryReply> = () => Promise.resolve({ retried: 12 }),
) {
  const posted: string[] = [];
  const page = renderPage('/c/demo/ingresses', aShop(), {
    api: {
      get: () => new Promise(() => undefined),
      post: async (path, body, schema) => {
        posted.push(`${path} ${JSON.stringify(body)}`);
        return schema.parse(await reply());
      },
    },
  });
  await screen.findByRole('grid');
  const show = (next: ConnectionState): void =>
    act(() => page.worker.say({ type: 'connection', state: next }));
  show(state);
  return { ...page, posted, show };
}

test('when the cluster is lost, "Try now" asks the server to try at once', async () => {
  const user = userEvent.setup();
  const { posted } = await renderWith(clusterLost());
  expect(screen.getByText(/^Trying again in .*\.$/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  await waitFor(() => expect(posted).toEqual(['/api/contexts/demo/retry {}']));
});

test('"Try now" is reached and pressed by keyboard, and keeps the focus while it tries', async () => {
  const user = userEvent.setup();
  let answer: (reply: RetryReply) => void = () => undefined;
  const { posted } = await renderWith(clusterLost(), () => new Promise((resolve) => (answer = resolve)));
  const button = screen.getByRole('button', { name: 'Try now' });
  while (document.activeElement !== button) await user.tab();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Trying again now.')).toBeDefined();
  expect(button.textContent).toBe('Trying…');
  expect(document.activeElement).toBe(button);
  await user.keyboard('{Enter}{Enter}');
  expect(posted).toHaveLength(1);
  await act(async () => answer({ retried: 12 }));
  await waitFor(() => expect(button.textContent).toBe('Try now'));
});

test('a try that is under way anyway needs no second one', async () => {
  const user = userEvent.setup();
  const { retryAtMs: _none, ...trying } = clusterLost();
  const { posted } = await renderWith(trying);
  expect(screen.getByText('Trying again now.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /Trying…/ }));
  expect(posted).toEqual([]);
});

test('why nothing could be tried is said beside it', async () => {
  const user = userEvent.setup();
  await renderWith(clusterLost(), () =>
    Promise.reject(
      new ApiFailure({
        code: 'KUBECONFIG_INVALID',
        statusCode: 503,
        title: 'The kubeconfig /home/ann/config is no YAML',
        hint: 'Look at line 3.',
      }),
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  expect(await screen.findByText(/is no YAML\. Look at line 3\./)).toBeDefined();
});

test('when Fairlead itself is lost, "Try now" opens the socket anew and asks nothing else', async () => {
  const user = userEvent.setup();
  const { worker, posted } = await renderWith({
    kind: 'server-lost',
    sinceMs: inSeconds(-3),
    retryAtMs: inSeconds(600),
  });
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  expect(worker.countReconnects()).toBe(1);
  expect(posted).toEqual([]);
});

test('without a token nothing is tried, and nothing says so: another address is wanted', async () => {
  await renderWith({ kind: 'no-token', sinceMs: inSeconds(-3), retryAtMs: inSeconds(5) });
  expect(screen.getByRole('button', { name: 'Paste address' })).toBeDefined();
  expect(screen.queryByText(/Trying again/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull();
});
