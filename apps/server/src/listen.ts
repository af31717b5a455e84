import type { FastifyInstance } from 'fastify';
import { RequestProblem } from './plugins/request-problem.ts';

/** Fixed, because what people keep in the browser belongs to an origin, and a port is part of it. */
export const defaultPort = 7420;
const portsTried = 20;

interface ListenRequest {
  /** `undefined`: the default one, or the next that is free. */
  readonly port: number | undefined;
  readonly address: string;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

/** Listens and says on which port. A port that was asked for by number is taken or nothing is. */
export async function listen(app: FastifyInstance, { port, address }: ListenRequest): Promise<number> {
  const first = port ?? defaultPort;
  const last = port ?? defaultPort + portsTried - 1;
  for (let candidate = first; ; candidate += 1) {
    try {
      await app.listen({ port: candidate, host: address });
      const bound = app.server.address();
      return bound !== null && typeof bound === 'object' ? bound.port : candidate;
    } catch (cause) {
      if (!isTaken(cause)) throw cause;
      if (candidate >= last) throw portInUse(first, last, cause);
    }
  }
}

const portInUse = (first: number, last: number, cause: unknown): RequestProblem =>
  new RequestProblem('PORT_IN_USE', {
    title:
      first === last
        ? `Another program listens on port ${first}, or you may not use it.`
        : `Other programs listen on all ports from ${first} to ${last}.`,
    cause,
  });
