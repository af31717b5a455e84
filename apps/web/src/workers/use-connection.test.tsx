import { aCluster } from '@fairlead/kube-objects/testing';
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ClusterClient } from './cluster-client.ts';
import { ClusterContext } from './cluster-context.ts';
import type { ConnectionState } from './questions.ts';
import { buildInPageWorker } from './testing/in-page-worker.ts';
import { modelOf } from './testing/model-of.ts';
import { useConnectionKind } from './use-connection.ts';

afterEach(cleanup);

test('who asks for the kind of connection alone is drawn anew when that changes, not with every update', () => {
  const worker = buildInPageWorker(modelOf(aCluster().build()));
  const client = new ClusterClient(worker.port, { origin: 'http://127.0.0.1', context: 'test', token: 't' });
  const drawn: string[] = [];
  renderHook(() => drawn.push(useConnectionKind()), {
    wrapper: ({ children }) => <ClusterContext value={client}>{children}</ClusterContext>,
  });
  const say = (state: ConnectionState): void => act(() => worker.say({ type: 'connection', state }));
  say({ kind: 'live', sinceMs: 0, lastUpdateMs: 0 });
  const before = drawn.length;
  say({ kind: 'live', sinceMs: 0, lastUpdateMs: 50 });
  say({ kind: 'live', sinceMs: 0, lastUpdateMs: 100 });
  expect(drawn).toHaveLength(before);
  say({ kind: 'cluster-lost', sinceMs: 150 });
  expect(drawn.slice(before)).toEqual(['cluster-lost']);
});
