import type { FastifyInstance } from 'fastify';
import { RequestProblem } from './request-problem.ts';

/** Whether the process lives, and whether it takes requests. Says nothing about any cluster. */
export function addHealth(app: FastifyInstance, isStopping: () => boolean): void {
  app.get('/healthz', { config: { guard: 'probe' } }, () => ({ state: 'ok' }));
  app.get('/readyz', { config: { guard: 'probe' } }, () => {
    if (isStopping()) throw new RequestProblem('NOT_READY');
    return { state: 'ready' };
  });
}
