import {
  accessPath,
  accessReplySchema,
  certificatePath,
  certificateReplySchema,
  clusterPath,
  clusterReplySchema,
  controllerSettingsPath,
  controllerSettingsReplySchema,
  objectEventsPath,
  objectEventsReplySchema,
  objectPath,
  objectReplySchema,
  tlsSecretsPath,
  tlsSecretsReplySchema,
  type AccessReview,
} from '@fairlead/api-contract';
import { keyOfRef, type ObjectRef } from '@fairlead/kube-objects';
import { queryOptions } from '@tanstack/react-query';
import type { ApiClient } from './api-client.ts';

/** Keys and options of everything fetched on demand: context, then what, then which. Never a revision in a key. */
export const buildQueries = (api: ApiClient, context: string) => ({
  cluster: () =>
    queryOptions({
      queryKey: ['api', context, 'cluster'],
      queryFn: () => api.get(clusterPath(context), clusterReplySchema),
      staleTime: 60_000,
    }),
  object: (ref: ObjectRef) =>
    queryOptions({
      queryKey: ['api', context, 'object', keyOfRef(ref)],
      queryFn: () => api.get(objectPath(context, ref), objectReplySchema),
    }),
  objectEvents: (ref: ObjectRef, uid: string | undefined) =>
    queryOptions({
      queryKey: ['api', context, 'events', keyOfRef(ref), uid],
      queryFn: () => api.get(objectEventsPath(context, ref, uid), objectEventsReplySchema),
      refetchInterval: 15_000,
    }),
  tlsSecrets: (namespace: string) =>
    queryOptions({
      queryKey: ['api', context, 'tls-secrets', namespace],
      queryFn: () => api.get(tlsSecretsPath(context, namespace), tlsSecretsReplySchema),
      staleTime: 30_000,
      retry: false,
    }),
  certificate: (namespace: string, name: string) =>
    queryOptions({
      queryKey: ['api', context, 'tls-secrets', namespace, name],
      queryFn: () => api.get(certificatePath(context, namespace, name), certificateReplySchema),
      staleTime: 30_000,
      retry: false,
    }),
  controllerSettings: (workload: ObjectRef) =>
    queryOptions({
      queryKey: ['api', context, 'controller-settings', keyOfRef(workload)],
      queryFn: () => api.get(controllerSettingsPath(context, workload), controllerSettingsReplySchema),
      retry: false,
    }),
  access: (reviews: readonly AccessReview[]) =>
    queryOptions({
      queryKey: ['api', context, 'access', reviews],
      queryFn: () => api.post(accessPath(context), { reviews }, accessReplySchema),
      staleTime: 60_000,
    }),
});
