import type { Clock as ClusterClock } from '@fairlead/fake-cluster';
import type { Clock } from '../clock.ts';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
  /** Set once the timer has become one of the real clock. */
  cancel?: () => void;
}

/**
 * A clock for a cluster with a past: it starts long ago, is moved on by hand while the objects come to be, and then
 * joins the real time. What was not yet due by then falls due as long after as it would have.
 */
export class HistoryClock implements ClusterClock {
  readonly #present: Clock;
  #timers: Timer[] = [];
  /** `undefined` once the present is reached. */
  #pastMs: number | undefined;

  constructor(present: Clock, startedAgoMs: number) {
    this.#present = present;
    this.#pastMs = present.now() - startedAgoMs;
  }

  readonly now = (): number => this.#pastMs ?? this.#present.now();

  readonly schedule = (delayMs: number, run: () => void): (() => void) => {
    if (this.#pastMs === undefined) return this.#present.after(delayMs, run);
    const timer: Timer = { atMs: this.#pastMs + delayMs, run };
    this.#timers.push(timer);
    return () => {
      timer.cancel?.();
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Lets this much time pass, with everything that falls due in it. */
  pass(durationMs: number): void {
    const untilMs = this.now() + durationMs;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined || next.atMs > untilMs) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#pastMs = next.atMs;
      next.run();
    }
    this.#pastMs = untilMs;
  }

  /** From here on time is the real one. */
  joinPresent(): void {
    this.pass(Math.max(0, this.#present.now() - this.now()));
    const nowMs = this.now();
    this.#pastMs = undefined;
    for (const timer of this.#timers) timer.cancel = this.#present.after(timer.atMs - nowMs, timer.run);
  }
}
