import { apiPaths, retryRequestSchema, type RetryReply } from '@fairlead/api-contract';
import type { FastifyInstance } from 'fastify';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { readContextName } from '../context-params.ts';

/** "Try now" of a viewer whose cluster is lost. */
export function addRetryApi(
  app: FastifyInstance,
  { directory }: { readonly directory: ClusterDirectory },
): void {
  app.post(apiPaths.retry, async (request): Promise<RetryReply> => {
    parseWith(retryRequestSchema, request.body);
    const reader = await directory.getReader(readContextName(request.params));
    return { retried: reader.retryNow() };
  });
}
