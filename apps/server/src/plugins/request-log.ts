import type { FastifyInstance } from 'fastify';

export interface LogOptions {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly stream: { write(line: string): void };
}

/** Only these fields of an error are written: a cause may hold an answer, and an answer anything. */
const printError = (error: Error & { readonly code?: unknown }) => ({
  type: error.name,
  message: error.message,
  stack: error.stack ?? '',
  ...(typeof error.code === 'string' && { code: error.code }),
});

/** Fastify's own log lines may hold a request or a reply: of those nothing is written but these. */
export const buildLogger = ({ level, stream }: LogOptions) => ({
  level,
  stream,
  base: null,
  serializers: {
    req: ({ method }: { readonly method?: string }) => ({ method: method ?? '' }),
    res: ({ statusCode }: { readonly statusCode?: number | string | null }) => ({
      statusCode: statusCode ?? 0,
    }),
    err: printError,
  },
});

/** One line per request with the route's pattern. Addresses, headers and bodies hold names and secrets: never logged. */
export function addRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.is404 ? '(none)' : request.routeOptions.url,
        statusCode: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
}
