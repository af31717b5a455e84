import { z } from 'zod';

/**
 * `GET /api/contexts/:context/objects/:kind/:namespace/:name`, with `-` as the namespace of a cluster-scoped kind. The
 * object is exactly what the API server sent, `managedFields` included.
 */
export const objectReplySchema = z.object({ object: z.record(z.string(), z.unknown()) });
export type ObjectReply = z.infer<typeof objectReplySchema>;

/** A Kubernetes Event about an object. Times are RFC 3339 text. */
export const objectEventSchema = z.object({
  uid: z.string(),
  /** `Normal` or `Warning`. */
  type: z.string(),
  reason: z.string(),
  message: z.string(),
  count: z.number(),
  firstSeen: z.string().optional(),
  lastSeen: z.string().optional(),
  /** The component that reported it. */
  reporter: z.string(),
});
export type ObjectEventEntry = z.infer<typeof objectEventSchema>;

/**
 * The query of `GET …/objects/:kind/:namespace/:name/events`: with the object's uid, Events about an older object of the
 * same name are left out. A uid is a UUID in practice and any text by the API.
 */
export const objectEventsQuerySchema = z.strictObject({
  uid: z
    .string()
    .regex(/^\P{Cc}{1,253}$/u)
    .optional(),
});
export type ObjectEventsQuery = z.infer<typeof objectEventsQuerySchema>;

/** `GET …/objects/:kind/:namespace/:name/events`, newest first. */
export const objectEventsReplySchema = z.object({ events: z.array(objectEventSchema) });
export type ObjectEventsReply = z.infer<typeof objectEventsReplySchema>;
