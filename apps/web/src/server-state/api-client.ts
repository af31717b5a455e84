import { ApiFailure, ServerUnreachable } from './api-failure.ts';
import { parseFailedReply } from './parse-reply.ts';

/** What turns the body of a reply into its type, or throws: the schemas of the contract do. */
export interface ReplySchema<Reply> {
  parse(body: unknown): Reply;
}

/** Asks the server. Rejects with ApiFailure or ServerUnreachable; never navigates, shows or signs out. */
export interface ApiClient {
  get<Reply>(path: string, schema: ReplySchema<Reply>): Promise<Reply>;
  post<Reply>(path: string, body: unknown, schema: ReplySchema<Reply>): Promise<Reply>;
}

export interface ApiClientOptions {
  /** A test passes its own. */
  readonly fetch?: typeof globalThis.fetch;
  readonly readToken: () => string | undefined;
}

async function send(fetch: typeof globalThis.fetch, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, cache: 'no-store', credentials: 'omit' });
  } catch (error) {
    throw new ServerUnreachable(error);
  }
}

export function buildApiClient({
  fetch = (input, init) => globalThis.fetch(input, init),
  readToken,
}: ApiClientOptions): ApiClient {
  const authorise = (): Record<string, string> => {
    const token = readToken();
    return token === undefined ? {} : { Authorization: `Bearer ${token}` };
  };
  const ask = async <Reply>(path: string, init: RequestInit, schema: ReplySchema<Reply>): Promise<Reply> => {
    const reply = await send(fetch, path, init);
    if (!reply.ok) throw new ApiFailure(await parseFailedReply(reply));
    return schema.parse(await reply.json());
  };
  return {
    get: (path, schema) => ask(path, { headers: authorise() }, schema),
    post: (path, body, schema) =>
      ask(
        path,
        {
          method: 'POST',
          headers: { ...authorise(), 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        },
        schema,
      ),
  };
}
