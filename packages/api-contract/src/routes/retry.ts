import { z } from 'zod';

/** `POST /api/contexts/:context/retry`: lists and watches that wait after a failure are tried at once. */
export const retryRequestSchema = z.strictObject({});
export type RetryRequest = z.infer<typeof retryRequestSchema>;

export const retryReplySchema = z.object({
  /** How many: 0 when none waits, or when somebody asked less than a second ago. */
  retried: z.number().int().nonnegative(),
});
export type RetryReply = z.infer<typeof retryReplySchema>;
