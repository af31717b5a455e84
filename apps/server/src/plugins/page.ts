import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseEncoding } from './accepted-encoding.ts';
import type { PageFile, PageFiles } from './page-files.ts';
import { RequestProblem } from './request-problem.ts';
import { buildContentSecurityPolicy } from './security-headers.ts';

/** What the build writes where the nonce of a reply belongs. */
const noncePlaceholder = 'FAIRLEAD_CSP_NONCE';
const oneYearSeconds = 31_536_000;

/** Serves the built page: files by name, and for every address inside the page the same HTML with a nonce of its own. */
export function addPage(app: FastifyInstance, files: PageFiles): void {
  app.get('/*', { config: { guard: 'page' } }, (request, reply) => {
    const [path = '/'] = request.raw.url?.split('?', 1) ?? [];
    const file = files.find(path);
    if (file !== undefined) return sendFile(file, request, reply);
    if (!isPageAddress(path, request)) throw new RequestProblem('NOT_FOUND');
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', buildContentSecurityPolicy(nonce))
      .type('text/html; charset=utf-8')
      .send(files.html.replaceAll(noncePlaceholder, nonce));
  });
}

/** Somebody opens or reloads an address the page's own router made; a missing file stays missing. */
function isPageAddress(path: string, { headers }: FastifyRequest): boolean {
  if (path === '/') return true;
  if (/^\/(?:api|assets)(?:\/|$)/.test(path)) return false;
  const destination = headers['sec-fetch-dest'];
  if (destination !== undefined) return destination === 'document';
  return headers.accept?.includes('text/html') === true;
}

function sendFile(file: PageFile, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.headers({
    'cache-control': file.isImmutable ? `public, max-age=${oneYearSeconds}, immutable` : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  });
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const packed = encoding === 'identity' ? undefined : file.packed[encoding];
  if (packed !== undefined) void reply.header('content-encoding', encoding);
  return reply.type(file.contentType).send(packed ?? file.body);
}
