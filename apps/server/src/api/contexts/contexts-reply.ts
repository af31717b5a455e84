import type { ContextsReply } from '@fairlead/api-contract';
import type { ClusterDirectory, ContextSummary } from '../../cluster/cluster-directory.ts';
import { RequestProblem, toApiError } from '../../plugins/request-problem.ts';

function toEntry(
  { name, clusterName, server, userName, namespace, skipsTlsVerification }: ContextSummary,
  isDefault: boolean,
): ContextsReply['contexts'][number] {
  return {
    name,
    clusterName,
    ...(server !== undefined && { server }),
    ...(userName !== undefined && { userName }),
    ...(namespace !== undefined && { namespace }),
    isDefault,
    skipsTlsVerification,
  };
}

/** The contexts as the kubeconfig stands at this moment. A broken one is an answer, not a failure: the page tells. */
export async function buildContextsReply(
  directory: ClusterDirectory,
  chosenContext: string | undefined,
): Promise<ContextsReply> {
  try {
    const contexts = await directory.listContexts();
    if (contexts.length === 0) throw new RequestProblem('CLUSTER_NOT_CONFIGURED');
    const defaultContext = chosenContext ?? contexts.find(({ isCurrent }) => isCurrent)?.name;
    return {
      contexts: contexts.map((context) => toEntry(context, context.name === defaultContext)),
      ...(defaultContext !== undefined && { defaultContext }),
    };
  } catch (error) {
    const problem = toApiError(error);
    if (problem === undefined) throw error;
    return { contexts: [], problem };
  }
}
