import type { JsonObject } from '../json/json-value.ts';

/** The `Status` object with which the API server says no. */
export interface StatusBody extends JsonObject {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: JsonObject;
  readonly status: 'Failure';
  readonly message: string;
  readonly reason?: string;
  readonly details?: JsonObject;
  readonly code: number;
}

/** A request that is answered with a failure. A value, not an exception: refusing is an ordinary outcome. */
export class Refusal {
  readonly status: StatusBody;
  readonly headers: Readonly<Record<string, string>>;
  /** How long the API server takes to say so. */
  readonly delayMs: number;

  constructor(
    status: StatusBody,
    more: { headers?: Readonly<Record<string, string>>; delayMs?: number } = {},
  ) {
    this.status = status;
    this.headers = more.headers ?? {};
    this.delayMs = more.delayMs ?? 0;
  }
}

interface StatusParts {
  readonly code: number;
  readonly reason?: string;
  readonly message: string;
  readonly details?: JsonObject;
  readonly metadata?: JsonObject;
}

export const statusBody = ({ code, reason, message, details, metadata }: StatusParts): StatusBody => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: metadata ?? {},
  status: 'Failure',
  message,
  ...(reason !== undefined && { reason }),
  ...(details !== undefined && { details }),
  code,
});

export const refuse = (parts: StatusParts): Refusal => new Refusal(statusBody(parts));
