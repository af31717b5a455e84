import {
  kindSchemaPath,
  kindSchemaReplySchema,
  type KindSchemaReply,
  type WritableKind,
} from '@fairlead/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useCluster } from '../workers/cluster-context.ts';
import { useServer } from './server-context.ts';

/** The cluster's own schema of a kind, asked for once; `undefined` while it is not there or cannot be read. */
export function useKindSchema(kind: WritableKind): KindSchemaReply | undefined {
  const { api } = useServer();
  const { context } = useCluster();
  const { data } = useQuery({
    queryKey: ['api', context, 'schema', kind],
    queryFn: () => api.get(kindSchemaPath(context, kind), kindSchemaReplySchema),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data;
}
