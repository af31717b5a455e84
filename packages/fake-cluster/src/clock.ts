/** Time as the fake sees it. The caller owns it: a test moves it by hand, the demo uses real timers. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs later, never at once; the answer takes it back. */
  readonly schedule: (delayMs: number, run: () => void) => () => void;
}

/** RFC 3339 text in whole seconds, as the API writes times. */
export const timestampOf = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
