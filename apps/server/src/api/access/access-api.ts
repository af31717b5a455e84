import { accessRequestSchema, apiPaths, type AccessReply, type AccessReview } from '@fairlead/api-contract';
import { kindInfo } from '@fairlead/kube-objects';
import type { FastifyInstance } from 'fastify';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { readContextName } from '../context-params.ts';

type AnsweredReview = AccessReply['reviews'][number];

async function reviewOne(client: ClusterClient, review: AccessReview): Promise<AnsweredReview> {
  const { group, resource, isNamespaced } = kindInfo(review.kind);
  const namespace = isNamespaced ? review.namespace : undefined;
  const { isAllowed, reason } = await client.reviewAccess({ verb: review.verb, group, resource, namespace });
  return {
    verb: review.verb,
    kind: review.kind,
    ...(namespace !== undefined && { namespace }),
    isAllowed,
    ...(reason !== undefined && { reason }),
  };
}

/** What the identity behind the context may do, asked of the API server each time. */
export function addAccessApi(
  app: FastifyInstance,
  { directory }: { readonly directory: ClusterDirectory },
): void {
  app.post(apiPaths.access, async (request): Promise<AccessReply> => {
    const { reviews } = parseWith(accessRequestSchema, request.body);
    const client = await directory.getClient(readContextName(request.params));
    return { reviews: await Promise.all(reviews.map((review) => reviewOne(client, review))) };
  });
}
