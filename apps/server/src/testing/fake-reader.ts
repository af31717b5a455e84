import type { KindAccess, ObjectKey } from '@fairlead/kube-objects';
import type { ContextReader, KindFeed, ReaderUpdate, StoredObject } from '../cluster/context-reader.ts';

const readyPods: KindAccess = { kind: 'Pod', namespace: undefined, state: 'ready' };

/** A feed as it is when all is well. */
export const liveFeed: KindFeed = {
  kind: 'Pod',
  namespace: undefined,
  phase: 'live',
  objectCount: 0,
  estimatedTotal: undefined,
  lastByteAtMs: 1_000,
  lastEventAtMs: undefined,
  problem: undefined,
  nextAttemptAtMs: undefined,
};

/** A reader whose cluster is the test: `put`, `remove` and `report` are what the API server would cause. */
export class FakeReader implements ContextReader {
  readonly contextName: string;
  epoch = 'epoch-1';
  revision = 0;
  readonly namespaces = undefined;
  viewers = 0;
  access: readonly KindAccess[] = [readyPods];
  feeds: readonly KindFeed[] = [liveFeed];
  /** What `retryNow` answers, and how often it was asked. */
  waiting = 0;
  retries = 0;
  readonly #objects = new Map<ObjectKey, StoredObject>();
  readonly #listeners = new Set<(update: ReaderUpdate) => void>();

  constructor(contextName = 'demo') {
    this.contextName = contextName;
  }

  acquire(): { release(): void } {
    this.viewers += 1;
    return { release: () => (this.viewers -= 1) };
  }

  subscribe(listener: (update: ReaderUpdate) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  put(key: ObjectKey, value: unknown = { key }): void {
    const stored = { key, json: JSON.stringify(value) };
    this.#objects.set(key, stored);
    this.#publish({ puts: [stored], removes: [] });
  }

  remove(key: ObjectKey): void {
    this.#objects.delete(key);
    this.#publish({ puts: [], removes: [key] });
  }

  report({ access, feeds }: { access?: readonly KindAccess[]; feeds?: readonly KindFeed[] }): void {
    this.access = access ?? this.access;
    this.feeds = feeds ?? this.feeds;
    this.#publish({ puts: [], removes: [], ...(access && { access }), ...(feeds && { feeds }) });
  }

  /** As after a stop and a new start: nothing known, another epoch. */
  restart(epoch: string): void {
    this.epoch = epoch;
    this.revision = 0;
    this.#objects.clear();
  }

  countListeners(): number {
    return this.#listeners.size;
  }

  snapshotLines(): IterableIterator<StoredObject> {
    return this.#objects.values();
  }

  countObjects(): number {
    return this.#objects.size;
  }

  listAccess(): readonly KindAccess[] {
    return this.access;
  }

  listFeeds(): readonly KindFeed[] {
    return this.feeds;
  }

  retryNow(): number {
    this.retries += 1;
    return this.waiting;
  }

  start(): void {
    this.viewers += 0;
  }

  stop(): void {
    this.#listeners.clear();
  }

  #publish(change: Omit<ReaderUpdate, 'revision'>): void {
    this.revision += 1;
    for (const listener of this.#listeners) listener({ revision: this.revision, ...change });
  }
}
