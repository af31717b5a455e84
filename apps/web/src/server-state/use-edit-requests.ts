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
import type { ObjectRef } from '@fairlead/kube-objects';
import { useQueryClient } from '@tanstack/react-query';
import { useCluster } from '../workers/cluster-context.ts';
import { buildQueries } from './queries.ts';
import { useServer } from './server-context.ts';

export interface EditRequests {
  readonly dryRun: (request: DryRunRequest) => Promise<DryRunReply>;
  /** What was stored is what readers of the object have from then on; the update stream may bring it later. */
  readonly apply: (request: ApplyRequest) => Promise<ApplyReply>;
}

function writtenRef(request: ApplyRequest): ObjectRef {
  const { kind, metadata } = request.operation === 'delete' ? request.base : request.mine;
  return { kind, namespace: metadata.namespace, name: metadata.name };
}

/** The two requests of the writing way, for the context of this page. Both reject as ApiClient says. */
export function useEditRequests(): EditRequests {
  const { api } = useServer();
  const { context } = useCluster();
  const queries = useQueryClient();
  return {
    dryRun: (request) => api.post(dryRunPath(context), request, dryRunReplySchema),
    apply: async (request) => {
      const reply = await api.post(applyEditPath(context), request, applyReplySchema);
      if (reply.outcome === 'applied' && reply.object !== undefined) {
        const { queryKey } = buildQueries(api, context).object(writtenRef(request));
        queries.setQueryData(queryKey, { object: reply.object });
        // Somebody may have changed it again since: what is read now has the last word, also over a reading under way.
        void queries.invalidateQueries({ queryKey });
      }
      return reply;
    },
  };
}
