/** The command line was not understood: the program says why and ends with exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Where a command writes and what it may do to its process. */
export interface CommandStreams {
  /** For what a script may read: the address, a version. */
  readonly out: (line: string) => void;
  /** For people: progress and problems. */
  readonly notice: (line: string) => void;
  readonly isOutputTerminal: boolean;
}
