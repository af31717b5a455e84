import type { Clock } from './clock.ts';
import type { ClusterProblem } from './cluster-problem.ts';

const firstDelayMs = 100;
/** Short, so that a cluster that comes back is live within a second. */
const unreachableCapMs = 800;
const otherCapMs = 10_000;
/** What is forbidden or not served may be allowed later. */
export const unavailableDelayMs = 30_000;
const jitterAfterPauseMs = 250;

/** How long to wait before the next attempt, after so many failures in a row. */
export class RetryPolicy {
  readonly #clock: Clock;
  #failures = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  delayAfter(problem: ClusterProblem): number {
    const { retryAfterMs } = problem.details;
    this.#failures += 1;
    if (retryAfterMs !== undefined) return retryAfterMs + this.#clock.random() * jitterAfterPauseMs;
    const capMs = problem.code === 'CLUSTER_UNREACHABLE' ? unreachableCapMs : otherCapMs;
    const delayMs = Math.min(capMs, firstDelayMs * 2 ** Math.min(this.#failures - 1, 10));
    return delayMs * (0.5 + this.#clock.random() / 2);
  }
}
