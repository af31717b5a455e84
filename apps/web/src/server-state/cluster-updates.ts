import {
  apiPaths,
  resyncCloseCode,
  silenceLimitMs,
  snapshotPath,
  tokenProtocolPrefix,
  updatesPath,
  updatesProtocol,
  type SnapshotHead,
  type UpdateFrame,
} from '@fairlead/api-contract';
import type { KindAccess, ObjectChange, TrimmedObject } from '@fairlead/kube-objects';
import { ApiFailure } from './api-failure.ts';
import { backOffMs, initialLinkState, nextLinkState, type LinkEvent, type LinkState } from './link-state.ts';
import { parseFailedReply } from './parse-reply.ts';
import { parseSnapshotLine } from './parse-snapshot-line.ts';
import { parseFrameChanges, parseUpdateFrame } from './parse-update-frame.ts';
import { readLines } from './read-lines.ts';

/** Where the news of a cluster go. */
export interface ClusterSink {
  onHead(head: SnapshotHead): void;
  /** Objects of the first snapshot, as they come. */
  onObjects(objects: readonly TrimmedObject[]): void;
  /** A later snapshot, complete: whatever is not in it is gone. */
  onReplaced(objects: readonly TrimmedObject[]): void;
  onChanges(changes: readonly ObjectChange[]): void;
  onAccess(access: readonly KindAccess[]): void;
  onLink(state: LinkState): void;
}

export interface ClusterEndpoint {
  readonly origin: string;
  readonly context: string;
  readonly token: string;
}

type SocketEnd = 'closed' | 'resync';

const portionSize = 500;

/**
 * The tab's way to one cluster: a snapshot, then the socket from its revision on; after a break it resumes where it
 * stopped, or takes a new snapshot when the server no longer knows that place. Runs until `close`.
 */
export class ClusterUpdates {
  readonly #endpoint: ClusterEndpoint;
  readonly #sink: ClusterSink;
  readonly #stop = new AbortController();
  #token: string;
  #state = initialLinkState(Date.now());
  #position: { readonly epoch: string; readonly revision: number } | undefined;
  #hasSnapshot = false;
  #wake: (() => void) | undefined;
  /** Somebody asked for a try while one was under way, perhaps with an older token. */
  #isTryWanted = false;

  constructor(endpoint: ClusterEndpoint, sink: ClusterSink) {
    this.#endpoint = endpoint;
    this.#sink = sink;
    this.#token = endpoint.token;
    globalThis.addEventListener('online', () => this.#wake?.());
  }

  /** Tries again at once instead of waiting. */
  reconnect(token?: string): void {
    this.#token = token ?? this.#token;
    this.#isTryWanted = true;
    this.#wake?.();
  }

  close(): void {
    this.#stop.abort();
    this.#wake?.();
  }

  async run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const isSettled = await this.#connectOnce();
      if (!isSettled) await this.#waitForNextTry();
    }
  }

  /** True when the next try may follow at once. */
  async #connectOnce(): Promise<boolean> {
    this.#isTryWanted = false;
    this.#note({ kind: 'connecting' });
    try {
      if (this.#position === undefined) await this.#loadSnapshot();
      // A failed upgrade hides its status code from the page, so the token is tried on a request first.
      else await this.#request(apiPaths.session);
      const end = await this.#follow();
      if (end === 'resync') {
        this.#position = undefined;
        return true;
      }
    } catch (error) {
      const retryAtMs = this.#nextTryMs();
      if (error instanceof ApiFailure) this.#note({ kind: 'refused', error: error.error, retryAtMs });
      else {
        // A failed connection is a TypeError; anything else is a mistake of ours and belongs in the console.
        if (!(error instanceof TypeError) && !this.#stop.signal.aborted) reportError(error);
        this.#note({ kind: 'lost', retryAtMs });
      }
      return false;
    }
    this.#note({ kind: 'lost', retryAtMs: this.#nextTryMs() });
    return false;
  }

  #nextTryMs(): number {
    return Date.now() + backOffMs(this.#state.attempt, Math.random());
  }

  async #waitForNextTry(): Promise<void> {
    if (this.#stop.signal.aborted || this.#isTryWanted) return;
    const waitMs = Math.max(0, (this.#state.retryAtMs ?? 0) - Date.now());
    await new Promise<void>((resolve) => {
      const timer = this.#state.link === 'no-token' ? undefined : setTimeout(resolve, waitMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  #note(event: LinkEvent): void {
    this.#state = nextLinkState(this.#state, event, Date.now());
    this.#sink.onLink(this.#state);
  }

  async #request(path: string): Promise<Response> {
    const reply = await fetch(new URL(path, this.#endpoint.origin), {
      headers: { Authorization: `Bearer ${this.#token}` },
      cache: 'no-store',
      credentials: 'omit',
      signal: this.#stop.signal,
    });
    if (!reply.ok) throw new ApiFailure(await parseFailedReply(reply));
    return reply;
  }

  async #loadSnapshot(): Promise<void> {
    const reply = await this.#request(snapshotPath(this.#endpoint.context));
    if (reply.body === null) throw new Error('The snapshot has no body.');
    const isFirst = !this.#hasSnapshot;
    const all: TrimmedObject[] = [];
    let portion: TrimmedObject[] = [];
    let head: SnapshotHead | undefined;
    let isWhole = false;
    const flush = (): void => {
      if (isFirst && portion.length > 0) this.#sink.onObjects(portion);
      portion = [];
    };
    for await (const text of readLines(reply.body)) {
      const line = parseSnapshotLine(text);
      if (line.kind === 'head') {
        head = line.head;
        this.#sink.onHead(head);
        this.#note({ kind: 'snapshot', progress: head.progress });
      } else if (line.kind === 'object') {
        all.push(line.object);
        portion.push(line.object);
        if (portion.length >= portionSize) flush();
      } else if (line.kind === 'tail') isWhole = true;
    }
    flush();
    if (head === undefined || !isWhole) throw new TypeError('The snapshot ended early.');
    // A first snapshot that was cut left some of its objects behind; the next one is whole and replaces them.
    this.#sink.onReplaced(all);
    this.#hasSnapshot = true;
    this.#position = { epoch: head.epoch, revision: head.revision };
    this.#note({ kind: 'updated' });
  }

  #follow(): Promise<SocketEnd> {
    const position = this.#position;
    if (position === undefined) throw new Error('There is no revision to go on from.');
    const url = new URL(updatesPath(this.#endpoint.context, position), this.#endpoint.origin);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url, [updatesProtocol, `${tokenProtocolPrefix}${this.#token}`]);
    return new Promise((resolve) => {
      let lastHeardMs = Date.now();
      const finish = (end: SocketEnd): void => {
        clearInterval(watch);
        socket.close();
        resolve(end);
      };
      const watch = setInterval(() => {
        if (Date.now() - lastHeardMs > silenceLimitMs) finish('closed');
      }, 1_000);
      this.#stop.signal.addEventListener('abort', () => finish('closed'), { once: true });
      socket.addEventListener('open', () => this.#note({ kind: 'open' }));
      socket.addEventListener('close', ({ code }) => finish(code === resyncCloseCode ? 'resync' : 'closed'));
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        lastHeardMs = Date.now();
        const frame = typeof data === 'string' ? parseUpdateFrame(data) : undefined;
        if (frame !== undefined && this.#hear(frame) === 'resync') finish('resync');
      });
    });
  }

  #hear(frame: UpdateFrame): 'resync' | undefined {
    switch (frame.type) {
      case 'changes':
        return this.#hearChanges(frame);
      case 'access':
        this.#sink.onAccess(frame.access);
        return undefined;
      case 'progress':
        this.#note({ kind: 'progress', progress: frame.progress });
        return undefined;
      case 'upstream':
        this.#note({ kind: 'upstream', upstream: frame.upstream });
        return undefined;
      case 'heartbeat':
        this.#note({ kind: 'heartbeat', serverMs: frame.nowMs });
        return undefined;
      case 'resync':
        return 'resync';
    }
  }

  #hearChanges(frame: Extract<UpdateFrame, { readonly type: 'changes' }>): 'resync' | undefined {
    const position = this.#position;
    if (position?.epoch !== frame.epoch || position.revision !== frame.from) return 'resync';
    this.#position = { epoch: frame.epoch, revision: frame.revision };
    this.#sink.onChanges(parseFrameChanges(frame));
    this.#note({ kind: 'updated' });
    return undefined;
  }
}
