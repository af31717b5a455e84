import { z } from 'zod';

/** `GET /api/contexts/:context`: what is known of the cluster behind a context, asked of the API server at once. */
export const clusterReplySchema = z.object({
  context: z.string(),
  server: z.string(),
  /** Identity of the cluster: uid of its kube-system namespace, else context name and server address. */
  clusterId: z.string(),
  /** `v1.34.1`. */
  version: z.string(),
  /** The name the API server knows us by; absent when it does not say. */
  userName: z.string().optional(),
});
export type ClusterReply = z.infer<typeof clusterReplySchema>;
