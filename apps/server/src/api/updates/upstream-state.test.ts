import { expect, test } from 'vitest';
import type { KindFeed } from '../../cluster/context-reader.ts';
import { liveFeed } from '../../testing/fake-reader.ts';
import { toUpstream } from './upstream-state.ts';

const problem = { code: 'CLUSTER_UNREACHABLE', message: 'Nothing answers.', hint: 'Start it.' } as const;
const broken: KindFeed = {
  ...liveFeed,
  phase: 'reconnecting',
  problem,
  nextAttemptAtMs: 9_000,
  lastByteAtMs: 500,
};
const forbidden: KindFeed = { ...liveFeed, phase: 'unavailable', lastByteAtMs: undefined };

test('live when every kind that may be read is watched', () => {
  expect(toUpstream([liveFeed, forbidden])).toMatchObject({ state: 'live', lastHeardAtMs: 1_000 });
});

test('disconnected when no kind is read: with the reason and the next attempt', () => {
  const sooner = { ...broken, nextAttemptAtMs: 7_000 };
  expect(toUpstream([broken, sooner, forbidden])).toEqual({
    state: 'disconnected',
    lastHeardAtMs: 500,
    retryAtMs: 7_000,
    code: 'CLUSTER_UNREACHABLE',
    message: 'Nothing answers.',
  });
});

test('catching up when only some kinds are read, or a list is under way', () => {
  expect(toUpstream([liveFeed, broken])).toMatchObject({ state: 'catching-up', code: 'CLUSTER_UNREACHABLE' });
  expect(toUpstream([liveFeed, { ...liveFeed, phase: 'listing' }]).state).toBe('catching-up');
});
