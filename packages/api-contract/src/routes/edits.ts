import { z } from 'zod';
import { namespaceNameSchema, objectNameSchema } from './object-names.ts';

/** An object as it would be sent to the API server. Only Services and Ingresses are edited. */
export const editedObjectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.enum(['Service', 'Ingress']),
  metadata: z.looseObject({
    name: objectNameSchema,
    namespace: namespaceNameSchema,
    /** Present on an object that exists: the version that was reviewed. */
    resourceVersion: z.string().optional(),
  }),
});

/**
 * `POST /api/contexts/:context/edits/dry-run` and `…/edits/apply`: one whole object. `create` expects that it does not
 * exist yet, `update` that it does, at the `resourceVersion` it carries.
 */
export const editRequestSchema = z.strictObject({
  operation: z.enum(['create', 'update']),
  object: editedObjectSchema,
});
export type EditRequest = z.infer<typeof editRequestSchema>;

/** What the API server would store (`dryRun=All`): addresses and ports it would assign are made up. */
export const dryRunReplySchema = z.object({
  object: z.record(z.string(), z.unknown()),
  warnings: z.array(z.string()),
});
export type DryRunReply = z.infer<typeof dryRunReplySchema>;

/** `details.request` of READ_ONLY and DEMO_READ_ONLY: what was not sent. */
export const refusedEditSchema = z.object({
  method: z.enum(['POST', 'PUT']),
  path: z.string(),
  object: z.record(z.string(), z.unknown()),
});
export type RefusedEdit = z.infer<typeof refusedEditSchema>;
