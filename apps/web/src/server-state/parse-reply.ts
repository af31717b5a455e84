import { apiErrorSchema } from '@fairlead/api-contract';
import type { FailedReply } from './api-failure.ts';

const foreignReply = (statusCode: number): FailedReply => ({
  code: 'FOREIGN_REPLY',
  statusCode,
  title: `status ${statusCode}`,
});

/** The one place where a failed reply is read. */
export async function parseFailedReply(reply: Response): Promise<FailedReply> {
  const text = await reply.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return foreignReply(reply.status);
  }
  const parsed = apiErrorSchema.safeParse(body);
  return parsed.success ? parsed.data : foreignReply(reply.status);
}
