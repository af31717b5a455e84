import { retryPath, retryReplySchema, type RetryReply } from '@fairlead/api-contract';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useCluster } from '../workers/cluster-context.ts';
import { useServer } from './server-context.ts';

/** Asks the server to try the lost cluster at once instead of waiting. Whether it came back is heard over the socket. */
export function useRetryCluster(): UseMutationResult<RetryReply, Error, void> {
  const { api } = useServer();
  const { context } = useCluster();
  return useMutation({
    mutationKey: ['api', context, 'retry'],
    mutationFn: () => api.post(retryPath(context), {}, retryReplySchema),
  });
}
