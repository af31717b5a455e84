import { z } from 'zod';
import { isErrorCode, type ErrorCode } from './error-catalogue.ts';

/** What crosses the wire when a request fails. Kubernetes' own words travel untouched in `details.kubernetesMessage`. */
export interface ApiError {
  readonly code: ErrorCode;
  readonly statusCode: number;
  /** What happened and why. */
  readonly title: string;
  /** What to do next. */
  readonly hint?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/** Reads the body of a reply whose status code is 400 or more. */
export const apiErrorSchema: z.ZodType<ApiError> = z.object({
  code: z.custom<ErrorCode>((value) => typeof value === 'string' && isErrorCode(value)),
  statusCode: z.number().int(),
  title: z.string(),
  hint: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
