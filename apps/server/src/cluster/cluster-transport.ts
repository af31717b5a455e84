import type { Clock } from './clock.ts';
import type { ClusterConnection } from './cluster-connection.ts';
import { ClusterProblem } from './cluster-problem.ts';
import { Dispatchers } from './dispatchers.ts';
import { runExchange, type ExchangeRequest, type ExchangeTarget, type Refusal } from './exchange.ts';
import { toClusterProblem } from './kube-status.ts';
import { toNetworkProblem } from './network-problem.ts';
import { RequestGate } from './request-gate.ts';

/** How many requests besides watches one context may have under way. */
const maxInFlight = 4;
const maxRetryAfterMs = 5 * 60_000;

/** A request to the API server; `path` comes from `api-path.ts` and nowhere else. */
export interface TransportRequest {
  /** For the sentence when it is refused: `list pods`. */
  readonly action: string;
  readonly path: string;
  /** GET, or POST where there is a body, unless told otherwise. */
  readonly method?: ExchangeRequest['method'];
  readonly body?: unknown;
  /** `application/json` unless told otherwise. */
  readonly accept?: string;
  readonly isWatch?: boolean;
  /** A list of the reflector waits for its turn; a person at a screen is told at once that the API server is busy. */
  readonly isPatient?: boolean;
}

/** Counts what goes out, for metrics and tests. */
export interface TransportCounts {
  requests: number;
  watches: number;
}

/** Sends requests to one API server as one identity. */
export class ClusterTransport {
  readonly counts: TransportCounts = { requests: 0, watches: 0 };
  readonly #connect: () => Promise<ClusterConnection>;
  readonly #dispatchers = new Dispatchers();
  readonly #gate: RequestGate;

  /** `connect` is asked before each request: a changed kubeconfig counts from then on. */
  constructor(connect: () => Promise<ClusterConnection>, clock: Clock) {
    this.#connect = connect;
    this.#gate = new RequestGate(clock, maxInFlight);
  }

  /** Rejects with what the API server said against it. */
  async send(request: TransportRequest, target: ExchangeTarget): Promise<void> {
    const refusal = await this.ask(request, target);
    if (refusal !== undefined) throw this.toProblem(refusal, request);
  }

  /** What the API server said against it; `undefined` for a success. */
  async ask(request: TransportRequest, target: ExchangeTarget): Promise<Refusal | undefined> {
    if (request.isWatch === true || request.isPatient !== true) this.#gate.assertOpen();
    if (request.isWatch === true) return this.#sendWithRenewal(request, target);
    const leave = await this.#gate.enter(target.signal);
    try {
      return await this.#sendWithRenewal(request, target);
    } finally {
      leave();
    }
  }

  /** The whole body of a success as text. */
  async read(request: TransportRequest, signal: AbortSignal): Promise<string> {
    const parts: Uint8Array[] = [];
    await this.send(request, { sink: { onBytes: (chunk) => parts.push(chunk) }, signal });
    return Buffer.concat(parts).toString('utf8');
  }

  async close(): Promise<void> {
    await this.#dispatchers.close();
  }

  async #sendWithRenewal(request: TransportRequest, target: ExchangeTarget): Promise<Refusal | undefined> {
    const connection = await this.#connect();
    const refusal = await this.#exchange(connection, request, target);
    const isRenewable = refusal?.statusCode === 401 && connection.forgetCredentials();
    return isRenewable ? this.#exchange(connection, request, target) : refusal;
  }

  async #exchange(
    connection: ClusterConnection,
    request: TransportRequest,
    target: ExchangeTarget,
  ): Promise<Refusal | undefined> {
    const credentials = await connection.readCredentials();
    if (request.isWatch === true) this.counts.watches += 1;
    else this.counts.requests += 1;
    const server = new URL(connection.server);
    const prefix = server.pathname.replace(/\/+$/, '');
    try {
      return await runExchange(
        this.#dispatchers.get(request.isWatch === true ? 'watch' : 'request', connection, credentials),
        {
          origin: server.origin,
          path: `${prefix}${request.path}`,
          method: request.method ?? (request.body === undefined ? 'GET' : 'POST'),
          headers: {
            ...credentials.headers,
            accept: request.accept ?? 'application/json',
            'user-agent': 'fairlead',
            ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        },
        target,
      );
    } catch (error) {
      if (target.signal.aborted) throw error;
      throw toNetworkProblem(error, connection.server);
    }
  }

  /** A refusal in our words; the API server's wish for a pause is granted. */
  toProblem({ statusCode, retryAfter, body }: Refusal, { action }: TransportRequest): ClusterProblem {
    const retryAfterMs = toDelayMs(retryAfter);
    const problem = toClusterProblem({ statusCode, action, body: parseBody(body), retryAfterMs });
    const waitMs = retryAfterMs ?? problem.details.retryAfterMs;
    if (waitMs !== undefined) this.#gate.closeFor(Math.min(waitMs, maxRetryAfterMs));
    return problem;
  }
}

/** `Retry-After` in seconds. A date is left alone: it would compare two hosts' clocks. */
const toDelayMs = (retryAfter: string | undefined): number | undefined =>
  retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined;

/** A refusal that is no JSON (a proxy's page) is passed on as text. */
function parseBody(text: string): unknown {
  if (!text.startsWith('{')) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
