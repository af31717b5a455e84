import { isKind, type Kind } from '@fairlead/kube-objects';
import { z } from 'zod';
import { namespaceNameSchema } from './object-names.ts';

export const kindSchema = z.custom<Kind>((value) => typeof value === 'string' && isKind(value), {
  error: 'is no kind Fairlead reads',
});

/** May the identity do this? Without a namespace: everywhere, or on a cluster-scoped kind. */
export const accessReviewSchema = z.strictObject({
  verb: z.enum(['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']),
  kind: kindSchema,
  /** Ignored for cluster-scoped kinds: with one the API server may say yes to what it will then refuse. */
  namespace: namespaceNameSchema.optional(),
});
export type AccessReview = z.infer<typeof accessReviewSchema>;

/** `POST /api/contexts/:context/access` */
export const accessRequestSchema = z.strictObject({ reviews: z.array(accessReviewSchema).min(1).max(64) });
export type AccessRequest = z.infer<typeof accessRequestSchema>;

export const accessReplySchema = z.object({
  /** In the order of the request. */
  reviews: z.array(
    z.object({
      verb: z.string(),
      kind: kindSchema,
      namespace: z.string().optional(),
      isAllowed: z.boolean(),
      /** The authoriser's explanation, where it gave one. */
      reason: z.string().optional(),
    }),
  ),
});
export type AccessReply = z.infer<typeof accessReplySchema>;
