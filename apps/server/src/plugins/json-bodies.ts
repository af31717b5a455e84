import type { FastifyInstance } from 'fastify';

/** JSON is the only kind of body: the types a foreign page can send without asking first are refused by the guard. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
}
