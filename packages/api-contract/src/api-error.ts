import type { ErrorCode } from './error-catalogue.ts';

/** What crosses the wire when a request fails. Kubernetes' own words travel untouched in `details.kubernetesMessage`. */
export interface ApiError {
  readonly code: ErrorCode;
  readonly statusCode: number;
  /** What happened and why. */
  readonly title: string;
  /** What to do next. */
  readonly hint?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}
