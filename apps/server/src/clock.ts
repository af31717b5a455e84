/** Time as the server uses it: the real one, or a test's own. */
export interface Clock {
  /** Epoch milliseconds, for what people read. */
  now(): number;
  /** Milliseconds that only ever grow: the clock of the times in a `KindFeed`. */
  monotonicNow(): number;
  /** Runs `action` once after `delayMs`; the answer takes it back. */
  after(delayMs: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
