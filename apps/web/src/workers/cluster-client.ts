import { pageLanguage } from '../messages/languages.ts';
import type { ConnectionState, Question } from './questions.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** A way to a worker and back; a test passes its own. */
export interface WorkerPort {
  send(message: ToWorker): void;
  listen(listener: (message: FromWorker) => void): void;
  close(): void;
}

export interface ClusterAddress {
  readonly origin: string;
  readonly context: string;
  readonly token: string;
}

export interface StandingQuestion {
  /** Told each time the answer changed. */
  readonly onAnswer: (value: unknown) => void;
  readonly onFailure: (message: string) => void;
}

/**
 * The page's end of one cluster: asks standing questions of its worker and knows how the connection stands. One client
 * belongs to one context; another context is another client with another worker.
 */
export class ClusterClient {
  readonly context: string;
  readonly #worker: WorkerPort;
  readonly #standing = new Map<number, StandingQuestion>();
  readonly #listeners = new Set<() => void>();
  #connection: ConnectionState = { kind: 'connecting', sinceMs: 0 };
  #isPaused = false;
  #nextId = 1;

  constructor(worker: WorkerPort, { origin, context, token }: ClusterAddress) {
    this.context = context;
    this.#worker = worker;
    worker.listen((message) => this.#hear(message));
    worker.send({ type: 'connect', origin, context, token, language: pageLanguage });
  }

  /** Asks until the returned function is called. */
  ask(question: Question, standing: StandingQuestion): () => void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#standing.set(id, standing);
    this.#worker.send({ type: 'ask', id, question });
    return () => {
      if (this.#standing.delete(id)) this.#worker.send({ type: 'drop', id });
    };
  }

  readonly connection = (): ConnectionState => this.#connection;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly isPaused = (): boolean => this.#isPaused;

  /** Holds updates back, so that a moving picture can be read; `false` lets them all in. */
  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.#worker.send({ type: 'pause', isPaused });
    this.#tell();
  }

  /** Tries again at once, with another token when there is a new one. */
  reconnect(token?: string): void {
    this.#worker.send(token === undefined ? { type: 'reconnect' } : { type: 'reconnect', token });
  }

  close(): void {
    this.#standing.clear();
    this.#worker.close();
  }

  #hear(message: FromWorker): void {
    switch (message.type) {
      case 'answer':
        this.#standing.get(message.id)?.onAnswer(message.value);
        break;
      case 'failed':
        this.#standing.get(message.id)?.onFailure(message.message);
        break;
      case 'connection':
        this.#connection = message.state;
        this.#tell();
        break;
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
