import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { internalError, RequestProblem, toApiError } from './request-problem.ts';

/** The one place where a failure becomes a reply. What nobody expected is told to the log, not to the client. */
export function addErrorReplies(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendError(fromFastify(error), request, reply));
  app.setNotFoundHandler((request, reply) => sendError(new RequestProblem('NOT_FOUND'), request, reply));
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const apiError = toApiError(error);
  if (apiError === undefined)
    request.log.error({ err: error, route: request.routeOptions.url }, 'unexpected error');
  const body = apiError ?? internalError;
  return reply.code(body.statusCode).header('cache-control', 'no-store').type('application/json').send(body);
}

/** Fastify's own refusals of a request, in the words of the catalogue. */
function fromFastify(error: FastifyError): Error {
  if (error instanceof RequestProblem || toApiError(error) !== undefined) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new RequestProblem('BODY_TOO_LARGE', { cause: error });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new RequestProblem('CONTENT_TYPE_NOT_JSON', { cause: error });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new RequestProblem('BAD_REQUEST', { cause: error });
  return error;
}
