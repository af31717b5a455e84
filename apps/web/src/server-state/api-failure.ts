import type { ApiError, ErrorCode } from '@fairlead/api-contract';

/** A reply that failed. `FOREIGN_REPLY`: it is none of Fairlead, something between the page and the server answered. */
export interface FailedReply extends Omit<ApiError, 'code'> {
  readonly code: ErrorCode | 'FOREIGN_REPLY';
}

/** A request that did not get what it asked for, in the words of the error catalogue. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly error: FailedReply;

  constructor(error: FailedReply, options?: ErrorOptions) {
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

/** Why a request failed, for the messages of the page to put into words. */
export interface RequestFailure extends Pick<FailedReply, 'title' | 'hint'> {
  readonly code: FailedReply['code'] | 'SERVER_UNREACHABLE';
  readonly statusCode?: number;
}

/** `undefined`: it is a bug, and no request that failed. */
export function failureOf(error: unknown): RequestFailure | undefined {
  if (error instanceof ApiFailure) return error.error;
  return error instanceof ServerUnreachable
    ? { code: 'SERVER_UNREACHABLE', title: error.message }
    : undefined;
}
