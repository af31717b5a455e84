import type { ApiError, UpstreamState } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import {
  backOffMs,
  describeConnection,
  initialLinkState,
  nextLinkState,
  type LinkEvent,
} from './link-state.ts';

const complete = { isComplete: true, loaded: 10, expected: 10 };
const running = { isPaused: false, waitingUpdates: 0 };
const follow = (...events: readonly LinkEvent[]) =>
  events.reduce(
    (state, event, index) => nextLinkState(state, event, 1_000 * (index + 1)),
    initialLinkState(0),
  );
const kindAfter = (...events: readonly LinkEvent[]) => describeConnection(follow(...events), running).kind;

const loaded: readonly LinkEvent[] = [
  { kind: 'connecting' },
  { kind: 'snapshot', progress: complete },
  { kind: 'updated' },
  { kind: 'open' },
];
const lost: LinkEvent = { kind: 'lost', retryAtMs: 9_000 };
const disconnected: UpstreamState = {
  state: 'disconnected',
  sinceMs: 2_000,
  lastHeardMs: 1_500,
  retryAtMs: 8_000,
};

test('a new tab is connecting, then loading, then live', () => {
  expect(kindAfter()).toBe('connecting');
  expect(
    kindAfter({ kind: 'connecting' }, { kind: 'snapshot', progress: { ...complete, isComplete: false } }),
  ).toBe('loading');
  expect(kindAfter(...loaded)).toBe('live');
});

test('a cluster still being listed is loading although the socket is open', () => {
  const progress = { isComplete: false, loaded: 5, expected: 10 };
  expect(kindAfter(...loaded, { kind: 'progress', progress })).toBe('loading');
});

test('a lost server stays lost through the next try, then catches up, then is live', () => {
  expect(kindAfter(...loaded, lost)).toBe('server-lost');
  expect(kindAfter(...loaded, lost, { kind: 'connecting' })).toBe('server-lost');
  expect(kindAfter(...loaded, lost, { kind: 'snapshot', progress: complete })).toBe('catching-up');
  expect(kindAfter(...loaded, lost, { kind: 'open' })).toBe('live');
});

test('several failures in a row began with the first and are counted', () => {
  const state = follow(...loaded, lost, { kind: 'connecting' }, lost);
  expect(state).toMatchObject({ attempt: 2, sinceMs: 5_000, retryAtMs: 9_000 });
  const open = nextLinkState(state, { kind: 'open' }, 20_000);
  expect(open).toMatchObject({ attempt: 2, retryAtMs: undefined });
  expect(nextLinkState(open, { kind: 'heartbeat', serverMs: 20_500 }, 21_000)).toMatchObject({ attempt: 0 });
});

test('a socket that opens and ends without a word is tried more and more rarely', () => {
  const state = follow(...loaded, lost, { kind: 'open' }, lost, { kind: 'open' }, lost);
  expect(state.attempt).toBe(3);
});

test('a server that lost its cluster says so in times of this browser', () => {
  const state = follow(
    ...loaded,
    { kind: 'heartbeat', serverMs: 4_000 },
    { kind: 'upstream', upstream: disconnected },
  );
  expect(describeConnection(state, running)).toMatchObject({
    kind: 'cluster-lost',
    sinceMs: 3_000,
    lastUpdateMs: 2_500,
    retryAtMs: 9_000,
  });
});

test('a refused token is no failure of the cluster', () => {
  const error = { code: 'TOKEN_WRONG', statusCode: 401, title: 'Unknown token.' } satisfies ApiError;
  expect(kindAfter({ kind: 'refused', error, retryAtMs: 0 })).toBe('no-token');
  const unknown = { code: 'CONTEXT_UNKNOWN', statusCode: 404, title: 'Unknown.' } satisfies ApiError;
  expect(kindAfter({ kind: 'refused', error: unknown, retryAtMs: 0 })).toBe('failed');
});

test('only a live connection is shown as paused', () => {
  const paused = { isPaused: true, waitingUpdates: 12 };
  expect(describeConnection(follow(...loaded), paused)).toMatchObject({ kind: 'paused', waitingUpdates: 12 });
  expect(describeConnection(follow(...loaded, lost), paused).kind).toBe('server-lost');
});

test('waiting doubles to ten seconds, a fifth more or less', () => {
  expect([0, 1, 2, 3].map((attempt) => backOffMs(attempt, 0.5))).toEqual([500, 1_000, 2_000, 4_000]);
  expect(backOffMs(50, 1)).toBe(12_000);
  expect(backOffMs(50, 0)).toBe(8_000);
});
