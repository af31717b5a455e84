import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Counter, Registry } from 'prom-client';
import { z } from 'zod';

const requestSchema = z.object({ method: z.string(), path: z.string() });
const answeredSchema = z.object({ request: requestSchema, response: z.object({ statusCode: z.number() }) });
const failedSchema = z.object({ request: requestSchema });

const verbs: ReadonlyMap<string, string> = new Map([
  ['POST', 'create'],
  ['PUT', 'update'],
  ['PATCH', 'patch'],
  ['DELETE', 'delete'],
]);

/** The verb of Kubernetes' own access rules. */
export function toVerb({ method, path }: z.infer<typeof requestSchema>): string {
  if (method !== 'GET') return verbs.get(method) ?? 'other';
  const query = new URLSearchParams(path.split('?', 2)[1]);
  if (query.get('watch') !== null) return 'watch';
  return query.get('limit') === null ? 'get' : 'list';
}

/**
 * Counts the answers of API servers. The HTTP client announces each request it makes in this process, and API servers
 * are all it is used for.
 */
export class UpstreamMetrics {
  readonly registry = new Registry();
  readonly #requests = new Counter({
    name: 'fairlead_upstream_requests_total',
    help: 'Requests to API servers by verb and HTTP status code; code 0: no answer.',
    labelNames: ['verb', 'code'],
    registers: [this.registry],
  });

  start(): void {
    subscribe('undici:request:headers', this.#hearAnswer);
    subscribe('undici:request:error', this.#hearFailure);
  }

  stop(): void {
    unsubscribe('undici:request:headers', this.#hearAnswer);
    unsubscribe('undici:request:error', this.#hearFailure);
  }

  readonly #hearAnswer = (message: unknown): void => {
    const answered = answeredSchema.safeParse(message);
    if (answered.success) this.#count(answered.data.request, answered.data.response.statusCode);
  };

  readonly #hearFailure = (message: unknown): void => {
    const failed = failedSchema.safeParse(message);
    if (failed.success) this.#count(failed.data.request, 0);
  };

  #count(request: z.infer<typeof requestSchema>, code: number): void {
    this.#requests.inc({ verb: toVerb(request), code: String(code) });
  }
}
