import { ClusterProblem, type ClusterProblemCode, type ClusterProblemDetails } from './cluster-problem.ts';
import { parseStatus, type KubeStatus } from './parse-status.ts';

/** An answer of the API server that is no success. */
export interface RefusedAnswer {
  readonly statusCode: number;
  /** What was asked, for the sentence: `list pods`. */
  readonly action: string;
  readonly body: unknown;
  readonly retryAfterMs?: number | undefined;
}

const hints: Partial<Record<ClusterProblemCode, string>> = {
  CLUSTER_UNAUTHORIZED:
    'Log in to the cluster again, or choose a context with valid credentials. Fairlead reads the kubeconfig anew by itself.',
  CLUSTER_FORBIDDEN: 'Ask for the missing permission (a Role or ClusterRole), or choose another context.',
  CLUSTER_THROTTLED: 'The API server is busy. Fairlead waits as long as it asked for and then goes on.',
  RESOURCE_VERSION_EXPIRED: 'Fairlead reads the list again by itself.',
  KIND_NOT_SERVED: 'This API server does not know the kind. The other kinds are shown.',
  OBJECT_NOT_FOUND: 'It may have been deleted a moment ago.',
  OBJECT_CHANGED: 'Nothing was changed. Look at the newer state and try again.',
  OBJECT_EXISTS: 'Nothing was changed. Choose another name, or edit the existing object.',
  OBJECT_INVALID: 'Nothing was changed. Correct what the API server names.',
};

const otherHint = 'Fairlead tries again by itself. If it stays so, look at the API server.';

const codes: ReadonlyMap<number, ClusterProblemCode> = new Map([
  [400, 'OBJECT_INVALID'],
  [401, 'CLUSTER_UNAUTHORIZED'],
  [403, 'CLUSTER_FORBIDDEN'],
  [409, 'OBJECT_CHANGED'],
  [410, 'RESOURCE_VERSION_EXPIRED'],
  [422, 'OBJECT_INVALID'],
  [429, 'CLUSTER_THROTTLED'],
]);

function codeOf(statusCode: number, { reason, objectName }: KubeStatus): ClusterProblemCode {
  if (reason === 'Expired' || reason === 'Gone') return 'RESOURCE_VERSION_EXPIRED';
  if (reason === 'AlreadyExists') return 'OBJECT_EXISTS';
  if (statusCode === 404) return objectName === undefined ? 'KIND_NOT_SERVED' : 'OBJECT_NOT_FOUND';
  return codes.get(statusCode) ?? 'CLUSTER_FAILED';
}

/** A Kubernetes Status (or what came in its place) as our problem, its message passed on word for word. */
export function toClusterProblem({ statusCode, action, body, retryAfterMs }: RefusedAnswer): ClusterProblem {
  const status = parseStatus(body);
  const code = codeOf(statusCode, status);
  const waitMs =
    retryAfterMs ?? (status.retryAfterSeconds === undefined ? undefined : status.retryAfterSeconds * 1000);
  const details: ClusterProblemDetails = {
    ...(statusCode === 0 ? {} : { statusCode }),
    ...(status.message === undefined ? {} : { kubernetesMessage: status.message }),
    ...(status.reason === undefined ? {} : { reason: status.reason }),
    ...(status.causes.length === 0 ? {} : { causes: status.causes }),
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
  };
  const said = status.message ?? `it answered with HTTP status ${statusCode}`;
  return new ClusterProblem(code, `The API server refused to ${action}: ${said}`, {
    hint: hints[code] ?? otherHint,
    details,
  });
}

/** The Status inside an ERROR event of a watch, whose HTTP status was 200. Old proxies leave `code` out: the reason tells then. */
export function watchErrorProblem(status: unknown, action: string): ClusterProblem {
  return toClusterProblem({ statusCode: parseStatus(status).code ?? 0, action, body: status });
}
