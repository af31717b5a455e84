import type { ByteSink, ListPageRequest, ListWatchSource, WatchRequest } from '../cluster-client.ts';
import { ClusterProblem } from '../cluster-problem.ts';

/** A list or a watch that waits for the test to answer it. */
export class ScriptedCall<Request> {
  readonly request: Request;
  readonly done: Promise<void>;
  isOver = false;
  readonly #sink: ByteSink;
  #resolve: () => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(request: Request, sink: ByteSink, signal: AbortSignal) {
    this.request = request;
    this.#sink = sink;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    signal.addEventListener('abort', () => this.fail(signal.reason));
  }

  open(): void {
    if (!this.isOver) this.#sink.onOpen?.();
  }

  send(bytes: Uint8Array | string): void {
    if (this.isOver) return;
    try {
      this.#sink.onBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    } catch (error) {
      this.fail(error);
    }
  }

  end(): void {
    this.isOver = true;
    this.#resolve();
  }

  fail(error: unknown): void {
    this.isOver = true;
    this.#reject(error);
  }
}

export type ListCall = ScriptedCall<ListPageRequest>;
export type WatchCall = ScriptedCall<WatchRequest>;

/** An API server played by the test: it remembers every call and answers as `onList` and `onWatch` say. */
export class ScriptedSource implements ListWatchSource {
  readonly lists: ListCall[] = [];
  readonly watches: WatchCall[] = [];
  onList: (call: ListCall) => void = () => undefined;
  onWatch: (call: WatchCall) => void = (call) => call.open();

  readListPage(request: ListPageRequest, sink: ByteSink, signal: AbortSignal): Promise<void> {
    const call = new ScriptedCall(request, sink, signal);
    this.lists.push(call);
    this.onList(call);
    return call.done;
  }

  readWatch(request: WatchRequest, sink: ByteSink, signal: AbortSignal): Promise<void> {
    const call = new ScriptedCall(request, sink, signal);
    this.watches.push(call);
    this.onWatch(call);
    return call.done;
  }

  get openWatches(): readonly WatchCall[] {
    return this.watches.filter(({ isOver }) => !isOver);
  }

  get lastWatch(): WatchCall {
    const call = this.watches.at(-1);
    if (call === undefined) throw new Error('no watch was opened');
    return call;
  }
}

export const unreachable = (): ClusterProblem =>
  new ClusterProblem('CLUSTER_UNREACHABLE', 'nothing listens there', { hint: '' });
