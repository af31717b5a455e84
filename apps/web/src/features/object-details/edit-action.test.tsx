import type { AccessReply, SessionReply } from '@fairlead/api-contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ServerContext } from '../../server-state/server-context.ts';
import { ClusterClient } from '../../workers/cluster-client.ts';
import { ClusterContext } from '../../workers/cluster-context.ts';
import { EditAction } from './edit-action.tsx';

afterEach(cleanup);

const writable: SessionReply = {
  mode: 'serve',
  readOnly: false,
  canDryRun: true,
  version: '0.1.0',
  port: 7420,
  startId: 'start',
  contexts: [],
};

const silent = { listen: () => undefined, close: () => undefined, send: () => undefined };

interface Asked {
  readonly bodies: unknown[];
  edits: number;
}

function renderAction(session: SessionReply, post: () => Promise<AccessReply>): Asked {
  const asked: Asked = { bodies: [], edits: 0 };
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const cluster = new ClusterClient(silent, { origin: 'http://127.0.0.1', context: 'test', token: 't' });
  const api = {
    get: () => Promise.reject(new Error('not used')),
    post: async <Reply,>(_path: string, body: unknown, schema: { parse: (body: unknown) => Reply }) => {
      asked.bodies.push(body);
      return schema.parse(await post());
    },
  };
  render(
    <QueryClientProvider client={queries}>
      <ServerContext value={{ api, session }}>
        <ClusterContext value={cluster}>
          <EditAction
            target={{ kind: 'Ingress', namespace: 'shop', name: 'web' }}
            onEdit={() => void (asked.edits += 1)}
          />
        </ClusterContext>
      </ServerContext>
    </QueryClientProvider>,
  );
  return asked;
}

const answer = (isAllowed: boolean) => (): Promise<AccessReply> =>
  Promise.resolve({ reviews: [{ verb: 'update', kind: 'Ingress', namespace: 'shop', isAllowed }] });

const button = (): HTMLElement => screen.getByRole('button', { name: 'Edit' });
const isDisabled = (): boolean => button().getAttribute('aria-disabled') === 'true';
const reason = (): string =>
  document.getElementById(button().getAttribute('aria-describedby') ?? '')?.textContent ?? '';

test('who may update the object can edit it; one question asks for all verbs of the namespace', async () => {
  const user = userEvent.setup();
  const asked = renderAction(writable, answer(true));
  expect(isDisabled()).toBe(true);
  await waitFor(() => expect(isDisabled()).toBe(false));
  await user.click(button());
  expect(asked.edits).toBe(1);
  expect(asked.bodies).toHaveLength(1);
  expect(asked.bodies[0]).toMatchObject({
    reviews: ['Service', 'Ingress'].flatMap((kind) =>
      ['update', 'create', 'delete'].map((verb) => ({ verb, kind, namespace: 'shop' })),
    ),
  });
});

test('who may not is told the missing verb, and nothing happens', async () => {
  const user = userEvent.setup();
  const asked = renderAction(writable, answer(false));
  await waitFor(() =>
    expect(reason()).toBe('You may not update Ingresses in shop. Ask for update on ingresses.'),
  );
  await user.click(button());
  expect(asked.edits).toBe(0);
});

test('read-only: nothing is asked and the reason is said', () => {
  const asked = renderAction({ ...writable, readOnly: true }, answer(true));
  expect(isDisabled()).toBe(true);
  expect(reason()).toBe('Fairlead was started read-only.');
  expect(asked.bodies).toEqual([]);
});

test('the demo lets one edit up to the dry run', async () => {
  const user = userEvent.setup();
  const asked = renderAction({ ...writable, mode: 'demo', readOnly: true }, answer(true));
  await user.click(button());
  expect(asked.edits).toBe(1);
});

test('where nobody can tell the API server decides later', async () => {
  renderAction(writable, () => Promise.reject(new Error('unreachable')));
  await waitFor(() => expect(isDisabled()).toBe(false));
});
