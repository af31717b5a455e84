/** Every way in which finding, authenticating or asking a cluster fails. Codes are permanent. */
export const clusterProblemCodes = [
  'KUBECONFIG_MISSING',
  'KUBECONFIG_INVALID',
  'KUBECONFIG_EXPOSED',
  'CONTEXT_UNKNOWN',
  'CERTIFICATE_EXPIRED',
  'EXEC_PLUGIN_NOT_FOUND',
  'EXEC_PLUGIN_FAILED',
  'CLUSTER_UNREACHABLE',
  'CLUSTER_TLS_FAILED',
  'CLUSTER_UNAUTHORIZED',
  'CLUSTER_FORBIDDEN',
  'CLUSTER_THROTTLED',
  'CLUSTER_ANSWER_BROKEN',
  'CLUSTER_FAILED',
  'RESOURCE_VERSION_EXPIRED',
  'KIND_NOT_SERVED',
  'OBJECT_NOT_FOUND',
  'OBJECT_CHANGED',
  'OBJECT_EXISTS',
  'OBJECT_INVALID',
  'OBJECT_NAME_INVALID',
] as const;

export type ClusterProblemCode = (typeof clusterProblemCodes)[number];

/** One entry of a Kubernetes Status' `details.causes`. */
export interface ClusterProblemCause {
  readonly reason?: string;
  readonly message?: string;
  readonly field?: string;
}

/** Facts beside the sentence, safe to send to a browser: no credentials, no headers. */
export interface ClusterProblemDetails {
  /** The API server's own words, unchanged. */
  readonly kubernetesMessage?: string;
  /** `reason` of the Status: `Forbidden`, `Expired`, `Invalid`. */
  readonly reason?: string;
  readonly causes?: readonly ClusterProblemCause[];
  /** HTTP status code of the API server's answer; absent when there was none. */
  readonly statusCode?: number;
  /** How long the API server asked us to wait. */
  readonly retryAfterMs?: number;
}

export interface ClusterProblemOptions {
  /** What to do next. */
  readonly hint: string;
  readonly details?: ClusterProblemDetails;
  readonly cause?: unknown;
}

/** An expected failure between Fairlead and a cluster. `message` says what happened, `hint` what to do next. */
export class ClusterProblem extends Error {
  override readonly name = 'ClusterProblem';
  readonly code: ClusterProblemCode;
  readonly hint: string;
  readonly details: ClusterProblemDetails;

  constructor(
    code: ClusterProblemCode,
    message: string,
    { hint, details = {}, cause }: ClusterProblemOptions,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
    this.details = details;
  }
}
