/** The command line was not understood: the program says why and ends with exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Where a command reads and writes and what it may do to its process. */
export interface CommandStreams {
  /** For what a script may read at once: the address, a version. */
  readonly out: (line: string) => void;
  /** For results of any size: resolves when the reader has taken them. */
  readonly print: (text: string) => Promise<void>;
  /** For people: progress and problems. */
  readonly notice: (line: string) => void;
  readonly input: () => AsyncIterable<Uint8Array>;
  readonly isOutputTerminal: boolean;
}

/** How a command that ends by itself ended. */
export const exitStatus = {
  /** Everything is as it should be. */
  good: 0,
  /** The answer is a bad one: no backend, findings, differences, a failed expectation. */
  bad: 1,
  /** There is no answer: the command line or what it names cannot be used. */
  unusable: 2,
} as const;
