import type { ClusterProblemCause } from './cluster-problem.ts';

/** What is read of a `meta/v1` Status. */
export interface KubeStatus {
  readonly code: number | undefined;
  readonly message: string | undefined;
  readonly reason: string | undefined;
  /** `details.name`: the object that was asked for. */
  readonly objectName: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly causes: readonly ClusterProblemCause[];
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined);
const number = (raw: unknown): number | undefined => (typeof raw === 'number' ? raw : undefined);

function parseCause(raw: unknown): ClusterProblemCause {
  const cause = isRecord(raw) ? raw : {};
  const reason = text(cause['reason']);
  const message = text(cause['message']);
  const field = text(cause['field']);
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(message === undefined ? {} : { message }),
    ...(field === undefined ? {} : { field }),
  };
}

/** Anything in place of a Status (plain text, HTML) gives an empty one. */
export function parseStatus(raw: unknown): KubeStatus {
  const status = isRecord(raw) && raw['kind'] === 'Status' ? raw : {};
  const details = isRecord(status['details']) ? status['details'] : {};
  const causes: readonly unknown[] = Array.isArray(details['causes']) ? details['causes'] : [];
  return {
    code: number(status['code']),
    message: text(status['message']),
    reason: text(status['reason']),
    objectName: text(details['name']),
    retryAfterSeconds: number(details['retryAfterSeconds']),
    causes: causes.map(parseCause),
  };
}
