import { ClusterClient, type WorkerPort } from '../workers/cluster-client.ts';

/** The one cluster this tab looks at, by its context; choosing another ends the first. */
export class ClusterClients {
  readonly #startWorker: () => WorkerPort;
  readonly #readToken: () => string;
  #current: ClusterClient | undefined;

  constructor(startWorker: () => WorkerPort, readToken: () => string) {
    this.#startWorker = startWorker;
    this.#readToken = readToken;
  }

  /** The client of a context; the same one as long as the context stays. */
  open(context: string): ClusterClient {
    if (this.#current?.context === context) return this.#current;
    this.#current?.close();
    const address = { origin: location.origin, context, token: this.#readToken() };
    this.#current = new ClusterClient(this.#startWorker(), address);
    return this.#current;
  }

  /** The context that was looked at last. */
  get context(): string | undefined {
    return this.#current?.context;
  }

  reconnect(token?: string): void {
    this.#current?.reconnect(token);
  }

  /** Whether the tab lost its server or its token. */
  isWithoutServer(): boolean {
    const kind = this.#current?.connection().kind;
    return kind === 'server-lost' || kind === 'no-token';
  }
}
