import type { ApplyReply, ApplyRequest } from '@fairlead/api-contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { ClusterClient } from '../workers/cluster-client.ts';
import { ClusterContext } from '../workers/cluster-context.ts';
import type { ApiClient } from './api-client.ts';
import { ServerContext, type ServerConnection } from './server-context.ts';
import { useEditRequests } from './use-edit-requests.ts';
import { useLiveObject } from './use-live-object.ts';

afterEach(cleanup);

const at = (resourceVersion: string) => ({
  apiVersion: 'v1',
  kind: 'Service' as const,
  metadata: { name: 'orders', namespace: 'shop', uid: 'u1', resourceVersion },
});
const request: ApplyRequest = {
  operation: 'update',
  base: at('1'),
  mine: at('1'),
  clusterId: 'c1',
  reviewedResourceVersion: '1',
};

/** An object that is followed, on a stream that has told of version 1 only, and a button that applies. */
function Page(): ReactNode {
  const reading = useLiveObject({ kind: 'Service', namespace: 'shop', name: 'orders' }, '1');
  const { apply } = useEditRequests();
  return (
    <>
      <output>{reading.kind === 'read' ? JSON.stringify(reading.object['metadata']) : reading.kind}</output>
      <button type="button" onClick={() => void apply(request)}>
        Apply
      </button>
    </>
  );
}

/** Shows the page with version 1 read, applies, and hands out the answers to later readings. */
async function applyWith(reply: ApplyReply): Promise<((object: object) => void)[]> {
  const waiting: ((object: object) => void)[] = [];
  const api: ApiClient = {
    get: () => new Promise((resolve) => waiting.push((object) => resolve({ object } as never))),
    post: async (_path, _body, schema) => schema.parse(reply),
  };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ServerContext value={{ api } as ServerConnection}>
        <ClusterContext value={{ context: 'demo' } as ClusterClient}>
          <Page />
        </ClusterContext>
      </ServerContext>
    </QueryClientProvider>,
  );
  await waitFor(() => expect(waiting).toHaveLength(1));
  await act(async () => waiting.shift()?.(at('1')));
  await screen.findByText(/"resourceVersion":"1"/);
  screen.getByRole('button', { name: 'Apply' }).click();
  return waiting;
}

const applied: ApplyReply = { outcome: 'applied', warnings: [], isConfirmedByReading: false };

test('what was stored is what readers have, before the stream or another reading brings it', async () => {
  const waiting = await applyWith({ ...applied, object: at('2') });
  expect(await screen.findByText(/"resourceVersion":"2"/)).toBeDefined();
  await waitFor(() => expect(waiting).toHaveLength(1));
  await act(async () => waiting.shift()?.(at('3')));
  expect(await screen.findByText(/"resourceVersion":"3"/)).toBeDefined();
});

test('where nothing was stored, readers keep what they have', async () => {
  const waiting = await applyWith({ outcome: 'rebased', live: at('5') });
  await act(async () => undefined);
  expect(screen.getByText(/"resourceVersion":"1"/)).toBeDefined();
  expect(waiting).toHaveLength(0);
});
