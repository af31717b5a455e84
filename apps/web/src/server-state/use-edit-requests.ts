import {
  applyEditPath,
  applyReplySchema,
  dryRunPath,
  dryRunReplySchema,
  type ApplyReply,
  type ApplyRequest,
  type DryRunReply,
  type DryRunRequest,
} from '@fairlead/api-contract';
import { useCluster } from '../workers/cluster-context.ts';
import { useServer } from './server-context.ts';

export interface EditRequests {
  readonly dryRun: (request: DryRunRequest) => Promise<DryRunReply>;
  readonly apply: (request: ApplyRequest) => Promise<ApplyReply>;
}

/** The two requests of the writing way, for the context of this page. Both reject as ApiClient says. */
export function useEditRequests(): EditRequests {
  const { api } = useServer();
  const { context } = useCluster();
  return {
    dryRun: (request) => api.post(dryRunPath(context), request, dryRunReplySchema),
    apply: (request) => api.post(applyEditPath(context), request, applyReplySchema),
  };
}
