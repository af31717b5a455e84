import { apiErrorSchema, type ApiError } from '@fairlead/api-contract';

/** A reply that is no ApiError of ours: something between the page and the server answered. */
const foreignReply = (statusCode: number): ApiError => ({
  code: 'INTERNAL',
  statusCode,
  title: `Something that is not Fairlead answered with status ${statusCode}.`,
  hint: 'Look at what stands between this browser and Fairlead: a proxy, or a port-forward to another program.',
});

/** The one place where a failed reply becomes an ApiError. */
export async function parseFailedReply(reply: Response): Promise<ApiError> {
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
