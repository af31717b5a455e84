import type { Kind } from '@fairlead/kube-objects';
import type { Clock } from './clock.ts';
import type { CollectionAddress, ListWatchSource } from './cluster-client.ts';
import { ClusterProblem } from './cluster-problem.ts';
import { WatchEventReader, type WatchEvent } from './trim-object/watch-event-reader.ts';

/** Without a byte for so long a watch is replaced: a half-open connection looks just so. */
export const silenceMs = 9_000;
/** An API server that is there opens a watch within this. */
const doubtMs = 1_000;
/** The API server ends a watch on a quiet kind before we would call it silent. */
const shortTimeoutSeconds = 8;
const longTimeoutSeconds = 300;

export interface WatchSessionOptions {
  readonly kind: Kind;
  readonly address: CollectionAddress;
  readonly source: ListWatchSource;
  readonly clock: Clock;
  /** Where the next watch begins. */
  version(): string;
  /** Nothing has happened to the kind for a while: ask for short watches, whose ends prove the connection. */
  isQuiet(): boolean;
  onOpen(): void;
  onByte(): void;
  /** Nothing came for a while; a second watch is being opened. */
  onSilence(): void;
  /** The second watch does not open either. */
  onDoubt(problem: ClusterProblem): void;
  onEvents(events: readonly WatchEvent[]): void;
}

interface Stream {
  readonly abort: AbortController;
  readonly reader: WatchEventReader;
  /** Read and not yet passed on. */
  readonly events: WatchEvent[];
}

/**
 * One watch as the reflector sees it: while it is silent a second one is opened from the same place and takes over, so
 * that nothing is missed. Resolves when the API server ends it, rejects with what went wrong.
 */
export class WatchSession {
  readonly #options: WatchSessionOptions;
  readonly #signal: AbortSignal;
  readonly #done: Promise<void>;
  #settle: { resolve: () => void; reject: (error: unknown) => void } = {
    resolve: () => undefined,
    reject: () => undefined,
  };
  #current: Stream | undefined;
  #replacement: Stream | undefined;
  #lastByteAtMs: number;
  #cancelTimer: () => void = () => undefined;

  constructor(options: WatchSessionOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    this.#lastByteAtMs = options.clock.now();
    this.#done = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }

  async run(): Promise<void> {
    const stop = (): void => this.#settle.reject(this.#signal.reason);
    this.#signal.addEventListener('abort', stop);
    try {
      this.#signal.throwIfAborted();
      this.#listenForSilence(silenceMs);
      this.#current = this.#buildStream();
      this.#open(this.#current, this.#options.isQuiet() ? shortTimeoutSeconds : this.#longTimeout());
      await this.#done;
    } finally {
      this.#signal.removeEventListener('abort', stop);
      this.#cancelTimer();
      this.#current?.abort.abort();
      this.#replacement?.abort.abort();
      this.#current = this.#replacement = undefined;
    }
  }

  #longTimeout(): number {
    return Math.floor(longTimeoutSeconds * (1 + this.#options.clock.random()));
  }

  #buildStream(): Stream {
    const events: WatchEvent[] = [];
    const reader = new WatchEventReader(this.#options.kind, (event) => events.push(event));
    return { abort: new AbortController(), reader, events };
  }

  #open(stream: Stream, timeoutSeconds: number): void {
    const { address, source } = this.#options;
    const request = { ...address, resourceVersion: this.#options.version(), timeoutSeconds };
    const sink = {
      onOpen: () => this.#opened(stream),
      onBytes: (chunk: Uint8Array) => this.#read(stream, chunk),
    };
    source.readWatch(request, sink, stream.abort.signal).then(
      () => this.#ended(stream),
      (error: unknown) => this.#failed(stream, error),
    );
  }

  #read(stream: Stream, chunk: Uint8Array): void {
    if (stream !== this.#current) return;
    this.#lastByteAtMs = this.#options.clock.now();
    this.#options.onByte();
    try {
      stream.reader.push(chunk);
    } finally {
      // What came before a broken line is good.
      const events = stream.events.splice(0);
      if (events.length > 0) this.#options.onEvents(events);
    }
  }

  #opened(stream: Stream): void {
    if (stream === this.#replacement) {
      const silent = this.#current;
      this.#current = stream;
      this.#replacement = undefined;
      this.#lastByteAtMs = this.#options.clock.now();
      silent?.abort.abort();
    }
    if (stream === this.#current) this.#options.onOpen();
  }

  #ended(stream: Stream): void {
    if (stream !== this.#current) return this.#dropReplacement(stream);
    try {
      stream.reader.finish();
    } catch (error) {
      return this.#settle.reject(error);
    }
    this.#current = undefined;
    if (this.#replacement === undefined) this.#settle.resolve();
  }

  #failed(stream: Stream, error: unknown): void {
    if (stream === this.#replacement) return this.#settle.reject(error);
    if (stream !== this.#current) return;
    this.#current = undefined;
    if (this.#replacement === undefined) this.#settle.reject(error);
  }

  #dropReplacement(stream: Stream): void {
    if (stream !== this.#replacement) return;
    this.#replacement = undefined;
    if (this.#current === undefined) this.#settle.resolve();
  }

  #listenForSilence(delayMs: number): void {
    this.#cancelTimer = this.#options.clock.schedule(delayMs, () => this.#checkSilence());
  }

  #checkSilence(): void {
    const silentMs = this.#options.clock.now() - this.#lastByteAtMs;
    if (silentMs < silenceMs) return this.#listenForSilence(silenceMs - silentMs);
    if (this.#replacement !== undefined) return this.#settle.reject(silenceProblem());
    this.#options.onSilence();
    this.#lastByteAtMs = this.#options.clock.now();
    this.#replacement = this.#buildStream();
    this.#cancelTimer = this.#options.clock.schedule(doubtMs, () => {
      if (this.#replacement !== undefined) this.#options.onDoubt(silenceProblem());
      this.#listenForSilence(silenceMs - doubtMs);
    });
    this.#open(this.#replacement, shortTimeoutSeconds);
  }
}

const silenceProblem = (): ClusterProblem =>
  new ClusterProblem('CLUSTER_UNREACHABLE', 'The API server has fallen silent.', {
    hint: 'Fairlead keeps trying. Check the connection to the cluster.',
  });
