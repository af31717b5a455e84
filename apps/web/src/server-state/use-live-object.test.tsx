import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { ClusterClient } from '../workers/cluster-client.ts';
import { ClusterContext } from '../workers/cluster-context.ts';
import type { ApiClient } from './api-client.ts';
import { ServerContext, type ServerConnection } from './server-context.ts';
import { useLiveObject } from './use-live-object.ts';

afterEach(cleanup);

const ref = { kind: 'Service', namespace: 'shop', name: 'orders' } as const;

function Version({ streamVersion }: { readonly streamVersion: string | undefined }): ReactNode {
  const reading = useLiveObject(ref, streamVersion);
  return (
    <output>{reading.kind === 'read' ? JSON.stringify(reading.object['metadata']) : reading.kind}</output>
  );
}

/** An API that answers when it is told to, in the order of the questions. */
function heldApi(): { readonly api: ApiClient; readonly answer: (resourceVersion: string) => Promise<void> } {
  const waiting: ((reply: unknown) => void)[] = [];
  const get = (): Promise<never> =>
    new Promise((resolve) => waiting.push(resolve as (reply: unknown) => void));
  return {
    api: { get, post: get },
    answer: async (resourceVersion) => {
      await waitFor(() => expect(waiting).toHaveLength(1));
      const next = waiting.shift();
      await act(async () => next?.({ object: { metadata: { resourceVersion } } }));
    },
  };
}

/** Shows the object; the function says what the stream has of it from then on. */
function showWith(api: ApiClient, first: string | undefined): (streamVersion: string | undefined) => void {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = (streamVersion: string | undefined): ReactNode => (
    <QueryClientProvider client={queries}>
      <ServerContext value={{ api } as ServerConnection}>
        <ClusterContext value={{ context: 'demo' } as ClusterClient}>
          <Version streamVersion={streamVersion} />
        </ClusterContext>
      </ServerContext>
    </QueryClientProvider>
  );
  const { rerender } = render(page(first));
  return (streamVersion) => rerender(page(streamVersion));
}

test('a change that is told while the object is being read leads to another reading', async () => {
  const { api, answer } = heldApi();
  const tell = showWith(api, '1');
  tell('2');
  await answer('1');
  await answer('2');
  expect((await screen.findByText(/"2"/)).textContent).toBe('{"resourceVersion":"2"}');
});

test('an object that leaves the stream is read again, also when the stream came later than the page', async () => {
  const { api, answer } = heldApi();
  const tell = showWith(api, undefined);
  await answer('1');
  await answer('1');
  tell('1');
  tell(undefined);
  await answer('2');
  expect((await screen.findByText(/"2"/)).textContent).toBe('{"resourceVersion":"2"}');
});
