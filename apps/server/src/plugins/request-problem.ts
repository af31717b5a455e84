import { errorCatalogue, type ApiError, type ErrorCode } from '@fairlead/api-contract';
import { ClusterProblem } from '../cluster/cluster-problem.ts';

interface ProblemWords {
  readonly title?: string;
  readonly hint?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A reply that is not what was asked for; words not given are those of the catalogue. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly code: ErrorCode;
  readonly hint: string;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, { title, hint, details, cause }: ProblemWords = {}) {
    super(title ?? errorCatalogue[code].title, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint ?? errorCatalogue[code].hint;
    this.details = details;
  }
}

/** What the client is told. `undefined` for anything that is not expected: a bug, which only the log hears about. */
export function toApiError(error: unknown): ApiError | undefined {
  if (!(error instanceof RequestProblem) && !(error instanceof ClusterProblem)) return undefined;
  const { code, message, hint } = error;
  const details: Readonly<Record<string, unknown>> = { ...error.details };
  return {
    code,
    statusCode: errorCatalogue[code].statusCode,
    title: message,
    hint,
    ...(Object.keys(details).length > 0 && { details }),
  };
}

export const internalError: ApiError = { code: 'INTERNAL', ...errorCatalogue.INTERNAL };
