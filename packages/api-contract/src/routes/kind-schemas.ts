import { z } from 'zod';

/** `GET /api/contexts/:context/schemas/:kind`: the OpenAPI v3 schema of one writable kind with all it refers to. */
export const kindSchemaReplySchema = z.object({
  /** Version of the API server it came from, `v1.37.2`. */
  serverVersion: z.string(),
  /** JSON Schema, closed and cut to this kind. */
  schema: z.record(z.string(), z.unknown()),
});
export type KindSchemaReply = z.infer<typeof kindSchemaReplySchema>;
