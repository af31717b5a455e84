import type { ClusterReply, ObjectEventsReply, ObjectReply } from '@fairlead/api-contract';
import type { ObjectRef } from '@fairlead/kube-objects';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCluster } from '../workers/cluster-context.ts';
import { buildQueries } from './queries.ts';
import { useServer } from './server-context.ts';

const useQueries = (): ReturnType<typeof buildQueries> => buildQueries(useServer().api, useCluster().context);

/** The whole object as the API server sends it, for showing as YAML. */
export const useObject = (ref: ObjectRef): UseQueryResult<ObjectReply> => useQuery(useQueries().object(ref));

/** Reads a whole object once, for an action of the person; rejects as ApiClient says. */
export function useReadObject(): (ref: ObjectRef) => Promise<ObjectReply> {
  const queries = useQueryClient();
  const build = useQueries();
  return (ref) => queries.fetchQuery({ ...build.object(ref), staleTime: 0 });
}

/**
 * The Kubernetes Events about an object, newest first, asked for again every 15 s. With a uid those about an older object
 * of the same name are left out.
 */
export const useObjectEvents = (ref: ObjectRef, uid: string | undefined): UseQueryResult<ObjectEventsReply> =>
  useQuery(useQueries().objectEvents(ref, uid));

/** Address, version and identity of the cluster behind the context. */
export const useClusterFacts = (): UseQueryResult<ClusterReply> => useQuery(useQueries().cluster());
