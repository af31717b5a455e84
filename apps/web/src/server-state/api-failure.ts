import type { ApiError } from '@fairlead/api-contract';

/** A request that did not get what it asked for, in the words of the error catalogue. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly error: ApiError;

  constructor(error: ApiError, options?: ErrorOptions) {
    super(error.title, options);
    this.error = error;
  }
}

/** Fairlead itself did not answer: stopped, restarted under another port, or out of reach. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable';

  constructor(cause: unknown) {
    super('Fairlead does not answer.', { cause });
  }
}
