import type { ApplyReply } from '@fairlead/api-contract';
import type { ClusterProblem } from '../../cluster/cluster-problem.ts';
import { listFieldErrors } from './list-field-errors.ts';

type RefusalReply = Extract<ApplyReply, { outcome: 'forbidden' | 'refused' }>;
type Verb = Extract<ApplyReply, { outcome: 'forbidden' }>['verb'];

interface RefusedAction {
  readonly verb: Verb;
  /** What was sent. */
  readonly object?: unknown;
  readonly warnings?: readonly string[];
}

/** An authoriser's 403 names the user and the verb; one of admission (a policy, a quota) is about the content. */
const isMissingRight = /^[^ ]+( ".*")? is forbidden: User ".*" cannot /;

/** Says no in the API server's words. Throws the problem when it is none with this object: no credentials, too busy, no words. */
export function describeRefusal(
  problem: ClusterProblem,
  { verb, object, warnings = [] }: RefusedAction,
): RefusalReply {
  const { kubernetesMessage, statusCode, reason = '' } = problem.details;
  const isAboutObject = problem.code !== 'CLUSTER_UNAUTHORIZED' && problem.code !== 'CLUSTER_THROTTLED';
  if (!isAboutObject || kubernetesMessage === undefined || statusCode === undefined) throw problem;
  if (problem.code === 'CLUSTER_FORBIDDEN' && isMissingRight.test(kubernetesMessage))
    return { outcome: 'forbidden', verb, kubernetesMessage };
  return {
    outcome: 'refused',
    statusCode,
    reason,
    kubernetesMessage,
    fieldErrors: [...listFieldErrors(problem.details, object)],
    warnings: [...warnings],
  };
}
