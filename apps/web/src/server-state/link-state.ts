import type { LoadProgress, UpstreamState } from '@fairlead/api-contract';
import type { ConnectionState } from '../workers/questions.ts';
import type { FailedReply } from './api-failure.ts';

/** What the tab knows of its way to the cluster. Times are of this browser's clock. */
export interface LinkState {
  readonly link: 'connecting' | 'open' | 'lost' | 'no-token' | 'failed';
  readonly sinceMs: number;
  /** Failures since the last time something was heard; a socket that opens and says nothing counts for nothing. */
  readonly attempt: number;
  /** Something of the cluster is shown already. */
  readonly hasObjects: boolean;
  readonly lastUpdateMs: number | undefined;
  readonly retryAtMs: number | undefined;
  readonly progress: LoadProgress | undefined;
  readonly upstream: UpstreamState | undefined;
  readonly error: FailedReply | undefined;
  /** What to add to the server's times. */
  readonly clockOffsetMs: number;
}

export type LinkEvent =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'snapshot'; readonly progress: LoadProgress }
  | { readonly kind: 'open' }
  | { readonly kind: 'updated' }
  | { readonly kind: 'progress'; readonly progress: LoadProgress }
  | { readonly kind: 'upstream'; readonly upstream: UpstreamState }
  | { readonly kind: 'heartbeat'; readonly serverMs: number }
  | { readonly kind: 'lost'; readonly retryAtMs: number }
  | { readonly kind: 'refused'; readonly error: FailedReply; readonly retryAtMs: number };

export const initialLinkState = (nowMs: number): LinkState => ({
  link: 'connecting',
  sinceMs: nowMs,
  attempt: 0,
  hasObjects: false,
  lastUpdateMs: undefined,
  retryAtMs: undefined,
  progress: undefined,
  upstream: undefined,
  error: undefined,
  clockOffsetMs: 0,
});

const tokenCodes: readonly string[] = ['TOKEN_MISSING', 'TOKEN_WRONG'];

/** Moves to another link; a link that stays keeps the time it began. */
const moveTo = (state: LinkState, link: LinkState['link'], nowMs: number): LinkState =>
  state.link === link ? state : { ...state, link, sinceMs: nowMs };

/** A page that shows "lost" goes on saying so until the next try has worked: no flicker. */
const beginTry = (state: LinkState, nowMs: number): LinkState =>
  state.link === 'lost' || state.link === 'failed'
    ? { ...state, retryAtMs: undefined }
    : moveTo(state, 'connecting', nowMs);

function refuse(
  state: LinkState,
  { error, retryAtMs }: Extract<LinkEvent, { readonly kind: 'refused' }>,
  nowMs: number,
): LinkState {
  const link = tokenCodes.includes(error.code) ? 'no-token' : 'failed';
  return { ...moveTo(state, link, nowMs), attempt: state.attempt + 1, retryAtMs, error };
}

/** What an event does to the link. */
export function nextLinkState(state: LinkState, event: LinkEvent, nowMs: number): LinkState {
  switch (event.kind) {
    case 'connecting':
      return beginTry(state, nowMs);
    case 'snapshot':
      return {
        ...moveTo(state, 'connecting', nowMs),
        progress: event.progress,
        retryAtMs: undefined,
        error: undefined,
      };
    case 'open':
      return { ...moveTo(state, 'open', nowMs), retryAtMs: undefined, error: undefined };
    case 'updated':
      return { ...state, attempt: 0, hasObjects: true, lastUpdateMs: nowMs };
    case 'progress':
      return { ...state, attempt: 0, progress: event.progress };
    case 'upstream':
      return { ...state, attempt: 0, upstream: event.upstream };
    case 'heartbeat':
      return { ...state, attempt: 0, clockOffsetMs: nowMs - event.serverMs, lastUpdateMs: nowMs };
    case 'lost':
      return {
        ...moveTo(state, 'lost', nowMs),
        attempt: state.attempt + 1,
        retryAtMs: event.retryAtMs,
      };
    case 'refused':
      return refuse(state, event, nowMs);
  }
}

function kindOfOpen({ upstream, progress }: LinkState): ConnectionState['kind'] {
  if (upstream?.state === 'disconnected') return 'cluster-lost';
  if (progress !== undefined && !progress.isComplete) return 'loading';
  return upstream?.state === 'catching-up' ? 'catching-up' : 'live';
}

function kindOf(state: LinkState): ConnectionState['kind'] {
  switch (state.link) {
    case 'open':
      return kindOfOpen(state);
    case 'connecting':
      return state.hasObjects ? 'catching-up' : state.progress === undefined ? 'connecting' : 'loading';
    case 'lost':
      return 'server-lost';
    case 'no-token':
    case 'failed':
      return state.link;
  }
}

const shiftTimes = (upstream: UpstreamState, offsetMs: number): UpstreamState => ({
  ...upstream,
  sinceMs: upstream.sinceMs + offsetMs,
  lastHeardMs: upstream.lastHeardMs + offsetMs,
  ...(upstream.retryAtMs === undefined ? {} : { retryAtMs: upstream.retryAtMs + offsetMs }),
});

const explain = ({ code, statusCode, title, hint }: FailedReply): NonNullable<ConnectionState['error']> => ({
  code,
  statusCode,
  title,
  ...(hint === undefined ? {} : { hint }),
});

export interface Pause {
  readonly isPaused: boolean;
  readonly waitingUpdates: number;
}

/** Since when, last heard and next try: of the server's own connection when that is what broke. */
function timesOf(state: LinkState, broken: UpstreamState | undefined): Omit<ConnectionState, 'kind'> {
  const lastUpdateMs =
    state.lastUpdateMs === undefined ? undefined : (broken?.lastHeardMs ?? state.lastUpdateMs);
  const retryAtMs = broken === undefined ? state.retryAtMs : broken.retryAtMs;
  return {
    sinceMs: broken?.sinceMs ?? state.sinceMs,
    ...(lastUpdateMs === undefined ? {} : { lastUpdateMs }),
    ...(retryAtMs === undefined ? {} : { retryAtMs }),
  };
}

/** The link as the page shows it. */
export function describeConnection(state: LinkState, { isPaused, waitingUpdates }: Pause): ConnectionState {
  const kind = kindOf(state);
  const { progress, error } = state;
  const upstream = state.upstream && shiftTimes(state.upstream, state.clockOffsetMs);
  return {
    ...timesOf(state, kind === 'cluster-lost' ? upstream : undefined),
    kind: kind === 'live' && isPaused ? 'paused' : kind,
    waitingUpdates,
    ...(progress === undefined ? {} : { progress }),
    ...(upstream === undefined ? {} : { upstream }),
    ...(error === undefined ? {} : { error: explain(error) }),
  };
}

/** How long to wait before the next try: half a second, doubling to 10 s, each time up to a fifth more or less. */
export function backOffMs(attempt: number, random: number): number {
  const base = Math.min(10_000, 500 * 2 ** Math.min(attempt, 8));
  return Math.round(base * (0.8 + 0.4 * random));
}
