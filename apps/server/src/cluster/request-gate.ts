import type { Clock } from './clock.ts';
import { ClusterProblem } from './cluster-problem.ts';

interface Waiting {
  readonly enter: () => void;
}

/**
 * Lets at most so many requests through at a time and none before the moment the API server named in `Retry-After`.
 */
export class RequestGate {
  readonly #clock: Clock;
  readonly #limit: number;
  #inFlight = 0;
  #closedUntil = 0;
  #waiting: Waiting[] = [];
  #cancelWakeUp: (() => void) | undefined;

  constructor(clock: Clock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
  }

  /** How long the API server still wants no request. */
  get closedForMs(): number {
    return Math.max(0, this.#closedUntil - this.#clock.now());
  }

  /** Nobody enters for so long. */
  closeFor(delayMs: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, this.#clock.now() + delayMs);
  }

  /** Resolves when a request may go out; call what it resolves to when its answer is over. */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.#canEnter()) this.#inFlight += 1;
    else await this.#wait(signal);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#inFlight -= 1;
      this.#admit();
    };
  }

  /** Refuses while the API server wants no request: for somebody who waits at a screen. */
  assertOpen(): void {
    const waitMs = this.closedForMs;
    if (waitMs === 0) return;
    throw new ClusterProblem('CLUSTER_THROTTLED', 'The API server asked for a pause.', {
      hint: `Try again in ${Math.ceil(waitMs / 1000)} s.`,
      details: { retryAfterMs: waitMs },
    });
  }

  #canEnter(): boolean {
    return this.#inFlight < this.#limit && this.closedForMs === 0;
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const leave = (): void => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        reject(signal.reason);
      };
      const waiting: Waiting = {
        enter: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave);
      this.#waiting.push(waiting);
      this.#wakeUpLater();
    });
  }

  #admit(): void {
    while (this.#waiting.length > 0 && this.#canEnter()) {
      this.#inFlight += 1;
      this.#waiting.shift()?.enter();
    }
    this.#wakeUpLater();
  }

  #wakeUpLater(): void {
    this.#cancelWakeUp?.();
    this.#cancelWakeUp = undefined;
    if (this.#waiting.length === 0 || this.closedForMs === 0) return;
    this.#cancelWakeUp = this.#clock.schedule(this.closedForMs, () => this.#admit());
  }
}
