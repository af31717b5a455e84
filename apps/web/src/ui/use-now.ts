import { useSyncExternalStore } from 'react';

type Listener = () => void;

/** One clock per interval for all who show how long ago something was. */
class Clock {
  #nowMs = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #listeners = new Set<Listener>();
  readonly #intervalMs: number;

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  readonly read = (): number => this.#nowMs;

  readonly subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener);
    this.#nowMs = Date.now();
    this.#timer ??= setInterval(this.#tick, this.#intervalMs);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };

  readonly #tick = (): void => {
    this.#nowMs = Date.now();
    for (const listener of this.#listeners) listener();
  };
}

const secondClock = new Clock(1_000);
const minuteClock = new Clock(30_000);

/** The time in milliseconds, anew every second or every half minute. */
export function useNow(pace: 'second' | 'minute'): number {
  const clock = pace === 'second' ? secondClock : minuteClock;
  return useSyncExternalStore(clock.subscribe, clock.read);
}
