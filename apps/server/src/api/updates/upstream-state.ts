import type { UpstreamState } from '@fairlead/api-contract';
import type { KindFeed } from '../../cluster/context-reader.ts';

export type Upstream = Omit<UpstreamState, 'sinceMs' | 'lastHeardMs' | 'retryAtMs'> & {
  /** On the clock of the feeds. */
  readonly lastHeardAtMs: number | undefined;
  readonly retryAtMs: number | undefined;
};

const latest = (times: readonly (number | undefined)[]): number | undefined =>
  times.reduce(
    (best, time) => (best === undefined || (time !== undefined && time > best) ? time : best),
    undefined,
  );

const earliest = (times: readonly (number | undefined)[]): number | undefined =>
  times.reduce(
    (best, time) => (best === undefined || (time !== undefined && time < best) ? time : best),
    undefined,
  );

/**
 * How the connection to the API server is, from how each kind's reading goes. Kinds that may not be read say nothing
 * about it. `disconnected`: no kind is read; `catching-up`: some are, or a list is under way.
 */
export function toUpstream(feeds: readonly KindFeed[]): Upstream {
  const asked = feeds.filter(({ phase }) => phase !== 'unavailable' && phase !== 'stopped');
  const broken = asked.filter(({ phase }) => phase === 'reconnecting');
  const lastHeardAtMs = latest(feeds.map(({ lastByteAtMs }) => lastByteAtMs));
  const retryAtMs = earliest(broken.map(({ nextAttemptAtMs }) => nextAttemptAtMs));
  if (asked.every(({ phase }) => phase === 'live')) return { state: 'live', lastHeardAtMs, retryAtMs };
  const problem = broken.find((feed) => feed.problem !== undefined)?.problem;
  return {
    state: broken.length === asked.length ? 'disconnected' : 'catching-up',
    lastHeardAtMs,
    retryAtMs,
    ...(problem && { code: problem.code, message: problem.message }),
  };
}
