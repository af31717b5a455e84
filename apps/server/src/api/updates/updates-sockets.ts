import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { apiPaths, updatesProtocol, type ApiError, type ErrorCode } from '@fairlead/api-contract';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { judgeRequest, type GuardRules } from '../../guard/judge-request.ts';
import { readRequestFacts } from '../../guard/request-facts.ts';
import { internalError, RequestProblem, toApiError } from '../../plugins/request-problem.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { securityHeaders } from '../../plugins/security-headers.ts';
import type { Position } from './context-updates.ts';
import { openViewerSocket } from './open-viewer-socket.ts';
import type { ViewedContexts } from './viewed-contexts.ts';

interface UpdatesSocketsParts {
  readonly contexts: ViewedContexts;
  readonly guardRules: GuardRules;
  /** Told what nobody expected. */
  readonly onBug: (error: unknown) => void;
}

const maxSockets = 100;
const maxMessageBytes = 64 * 1024;

const positionSchema = z.object({
  epoch: z.string().min(1).max(200),
  revision: z.coerce.number().int().nonnegative(),
});

const pathShape = new RegExp(`^${apiPaths.updates.replace(':context', '([^/]+)')}$`);

/** The upgrade requests of the server. All are judged first, by the same guard as every other request. */
export function addUpdatesSockets(server: Server, parts: UpdatesSocketsParts): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols: () => updatesProtocol,
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A connection that breaks while we look at it is over; there is nobody left to tell.
    socket.on('error', () => socket.destroy());
    void openUpdates(request, sockets.clients.size, parts).then(
      ({ contextUpdates, position }) =>
        sockets.handleUpgrade(request, socket, head, (webSocket) => {
          openViewerSocket(webSocket, (viewerSocket) => contextUpdates.connect(viewerSocket, position));
        }),
      (error: unknown) => {
        const apiError = toApiError(error);
        if (apiError === undefined) parts.onBug(error);
        refuse(socket, apiError ?? internalError);
      },
    );
  });
  return { close: () => sockets.close() };
}

/** Everything that can be wrong with an upgrade, in order; rejects with what the client is told. */
async function openUpdates(request: IncomingMessage, openSockets: number, parts: UpdatesSocketsParts) {
  const verdict = judgeRequest(readRequestFacts(request), 'socket', parts.guardRules);
  if (verdict.kind === 'refuse') throw new RequestProblem(verdict.code);
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const contextText = pathShape.exec(path)?.[1];
  if (contextText === undefined) throw new RequestProblem('NOT_FOUND');
  const position: Position = parseWith(positionSchema, Object.fromEntries(new URLSearchParams(query)));
  if (openSockets >= maxSockets) throw new RequestProblem('TOO_MANY_VIEWERS');
  return { contextUpdates: await parts.contexts.open(decodePart(contextText)), position };
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new RequestProblem('BAD_REQUEST', { cause });
  }
}

/** A browser shows none of this to the page; a person with a terminal sees it. */
function refuse(socket: Duplex, error: ApiError & { readonly code: ErrorCode }): void {
  const body = JSON.stringify(error);
  const headers = { ...securityHeaders, 'content-type': 'application/json', connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${error.statusCode} ${STATUS_CODES[error.statusCode] ?? ''}\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
