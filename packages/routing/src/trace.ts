/** Where a request ended. */
export type TraceStage =
  | 'entry'
  | 'admission'
  | 'class'
  | 'host'
  | 'path'
  | 'tls'
  | 'backend'
  | 'endpoints'
  | 'gateway'
  | 'conflict';

/** Why a request ended where it did; `null` for one that reaches a ready backend. */
export type TraceReason =
  | 'INVALID_INGRESS'
  | 'CLASS_NOT_FOUND'
  | 'CLASS_OTHER_CONTROLLER'
  | 'NO_CLASS'
  | 'NO_HOST_MATCH'
  | 'NO_PATH_MATCH'
  | 'SHADOWED'
  | 'SERVICE_NOT_FOUND'
  | 'RESOURCE_BACKEND_UNSUPPORTED'
  | 'SERVICE_PORT_NOT_FOUND'
  | 'EXTERNALNAME'
  | 'NO_ENDPOINTSLICES'
  | 'SELECTOR_MATCHES_NO_PODS'
  | 'NO_READY_ENDPOINTS'
  | 'TARGET_PORT_UNRESOLVED'
  | 'ENDPOINT_PORT_NAME_MISMATCH'
  | 'PROTOCOL_MISMATCH'
  | 'TLS_SECRET_NOT_FOUND'
  | 'TLS_HOST_NOT_COVERED'
  | 'REDIRECT'
  | 'NO_LISTENER'
  | 'NOT_ATTACHED'
  | 'REF_NOT_PERMITTED'
  | 'BACKEND_NOT_FOUND';

/** `ok`: a ready backend. `external`: a DNS name outside of the cluster's Services. */
export type TraceResult = 'ok' | 'fail' | 'redirect' | 'external';

/** Why a rule that has something to do with the request does not get it. */
export type LoserReason =
  | TraceReason
  | 'OTHER_PATH'
  | 'LESS_SPECIFIC_HOST'
  | 'LATER_IN_ORDER'
  | 'ROUTE_NOT_BUILT';

export interface TraceLoser {
  readonly ingress: string;
  readonly hostRule: string | null;
  readonly path: string | null;
  readonly pathType: string | null;
  readonly reason: LoserReason;
  /** Of an invalid object, the field. */
  readonly field?: string;
}

/** What is told beside the answer, for it changes nothing about where the request goes. */
export type TraceWarning = Extract<TraceReason, 'SHADOWED' | 'TLS_SECRET_NOT_FOUND' | 'TLS_HOST_NOT_COVERED'>;

/** One hop of the way, in order. `code` says what happened, `details` name what it happened with. */
export interface TraceStep {
  readonly stage: TraceStage;
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface TraceTls {
  /** The Secret whose certificate is served, `namespace/name`; `null`: the controller's own fallback certificate. */
  readonly secret: string | null;
  /** Whether the certificate is good for the host; `null` where Secrets cannot be read. */
  readonly covered: boolean | null;
  readonly reason?: Extract<TraceReason, 'TLS_SECRET_NOT_FOUND' | 'TLS_HOST_NOT_COVERED'>;
  /** From when until when the served certificate is valid, RFC 3339, where that is known. */
  readonly notBefore?: string;
  readonly notAfter?: string;
}

/** One share of a weighted or conditional split. */
export interface TraceShare {
  readonly ingress: string;
  readonly service: string | null;
  readonly weight: number;
}

/** What happens to one request and why. Objects are named `namespace/name`. */
export interface Trace {
  readonly result: TraceResult;
  readonly stage: TraceStage;
  readonly reason: TraceReason | null;
  /** What the client sees; `null` where the controller does not decide about it: the backend answers. */
  readonly httpStatus: number | null;
  readonly ingress: string | null;
  /** As written in the winning rule; `null` for a rule without host and a default backend. */
  readonly hostRule: string | null;
  readonly path: string | null;
  readonly pathType: string | null;
  readonly viaDefaultBackend: boolean;
  readonly service: string | null;
  readonly servicePort: number | null;
  readonly endpoints: readonly string[];
  readonly pods: readonly string[];
  readonly split?: readonly TraceShare[];
  readonly location?: string;
  /** The path that the backend receives, where the controller changes it. */
  readonly rewrittenPath?: string;
  readonly externalName?: string;
  /** Of https requests. */
  readonly tls?: TraceTls;
  readonly field?: string;
  readonly warnings: readonly TraceWarning[];
  /** The answer rests on something that neither the specification nor the controller promises. */
  readonly assumed: boolean;
  readonly steps: readonly TraceStep[];
  readonly losers: readonly TraceLoser[];
}
