import { kindInfo, type Kind, type KindAccess, type ObjectKey } from '@fairlead/kube-objects';
import { wait, type Clock } from './clock.ts';
import type { ListWatchSource } from './cluster-client.ts';
import { ClusterProblem } from './cluster-problem.ts';
import type { KindFeed, StoredObject } from './context-reader.ts';
import { FeedState } from './feed-state.ts';
import { KindStore } from './kind-store.ts';
import { watchErrorProblem } from './kube-status.ts';
import { isOlderVersion } from './resource-version.ts';
import { RetryPolicy, unavailableDelayMs } from './retry-policy.ts';
import { ListPageScanner, type ListPage } from './trim-object/list-page-scanner.ts';
import type { WatchEvent } from './trim-object/watch-event-reader.ts';
import { WatchSession } from './watch-session.ts';

/** What one step changed. */
export interface KindChanges {
  readonly puts: readonly StoredObject[];
  readonly removes: readonly ObjectKey[];
}

export interface ReflectorOptions {
  readonly kind: Kind;
  /** `undefined`: all namespaces, or a cluster-scoped kind. */
  readonly namespace: string | undefined;
  readonly source: ListWatchSource;
  readonly clock: Clock;
  onChanges(changes: KindChanges): void;
  /** `access()` or `feed()` answer something else than before. */
  onState(): void;
}

const pageLimit = 500;
/** A watch that ended so soon with nothing in it says that something is wrong. */
const emptyWatchMs = 1_000;
const quickEmptyWatches = 3;
const emptyWatchesBeforeList = 6;
/** A refusal of what was allowed is believed after this: a starting API server refuses what it will allow. */
const refusalBeliefMs = 5_000;
const refusalRetryMs = 1_000;

/** Keeps a {@link KindStore} equal to what the API server holds of one kind: lists, watches, resumes, lists again. */
export class Reflector {
  readonly kind: Kind;
  readonly namespace: string | undefined;
  readonly store: KindStore;
  readonly #options: ReflectorOptions;
  readonly #clock: Clock;
  readonly #retry: RetryPolicy;
  #abort: AbortController | undefined;
  /** The wait before the next attempt, while there is one. */
  #pause: AbortController | undefined;
  /** Where the next watch begins; `undefined` before a list. */
  #version: string | undefined;
  readonly #state: FeedState;
  #emptyWatches = 0;
  #expirations = 0;
  #refusedSinceMs: number | undefined;
  #isQuiet = false;

  constructor(options: ReflectorOptions) {
    this.#options = options;
    this.kind = options.kind;
    this.namespace = options.namespace;
    this.store = new KindStore(options.kind);
    this.#state = new FeedState(options.kind, options.namespace);
    this.#clock = options.clock;
    this.#retry = new RetryPolicy(options.clock);
  }

  start(): void {
    if (this.#abort !== undefined) return;
    this.#abort = new AbortController();
    this.#setPhase('listing');
    void this.#run(this.#abort.signal);
  }

  stop(): void {
    this.#abort?.abort();
    this.#pause?.abort();
    this.#abort = undefined;
    this.#setPhase('stopped');
  }

  /**
   * Ends the wait after a failure. False, and nothing is done, where there is none: while it lists or watches, when the
   * API server itself named the wait (`Retry-After`), and for what is forbidden or not served.
   */
  retryNow(): boolean {
    const { phase, problem } = this.#state;
    const isLost = phase === 'reconnecting' || phase === 'listing';
    if (this.#pause === undefined || !isLost || problem?.details.retryAfterMs !== undefined) return false;
    this.#pause.abort();
    this.#state.nextAttemptAtMs = undefined;
    this.#options.onState();
    return true;
  }

  access(): KindAccess {
    return this.#state.toAccess();
  }

  feed(): KindFeed {
    return this.#state.toFeed(this.store.size);
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const delayMs = await this.#attempt(signal);
      if (delayMs <= 0 || signal.aborted) continue;
      await this.#waitFor(delayMs);
    }
  }

  async #waitFor(delayMs: number): Promise<void> {
    const pause = new AbortController();
    this.#pause = pause;
    this.#state.nextAttemptAtMs = this.#clock.now() + delayMs;
    await wait(this.#clock, delayMs, pause.signal);
    if (this.#pause !== pause) return;
    this.#pause = undefined;
    this.#state.nextAttemptAtMs = undefined;
  }

  /** Lists or watches once; how long to wait before the next time. */
  async #attempt(signal: AbortSignal): Promise<number> {
    const isWatch = this.#version !== undefined;
    try {
      if (!isWatch) {
        await this.#list(signal);
        return 0;
      }
      return await this.#watch(signal);
    } catch (error) {
      if (signal.aborted) return 0;
      return this.#recover(toProblem(error), isWatch ? 'watch' : 'list');
    }
  }

  async #list(signal: AbortSignal): Promise<void> {
    if (!this.#state.isReady) this.#setPhase('listing');
    this.store.startList();
    let page: ListPage | undefined;
    let version: string | undefined;
    let count = 0;
    do {
      page = await this.#readPage(page?.continueToken, signal);
      signal.throwIfAborted();
      // Pages of one list share a version. Should they not, the first one's changes are replayed by the watch.
      version ??= page.resourceVersion;
      count += page.objects.length;
      this.#emit(
        page.objects.flatMap((object) => this.store.putListed(object) ?? []),
        [],
      );
      this.#state.estimatedTotal =
        page.remainingItemCount === undefined ? undefined : count + page.remainingItemCount;
      this.#options.onState();
    } while (page.continueToken !== undefined);
    this.#emit([], this.store.finishList());
    this.#version = version;
    this.#refusedSinceMs = undefined;
    this.#state.setReady();
    this.#options.onState();
  }

  async #readPage(continueToken: string | undefined, signal: AbortSignal): Promise<ListPage> {
    const scanner = new ListPageScanner(this.kind);
    const sink = {
      onBytes: (chunk: Uint8Array) => {
        this.#state.lastByteAtMs = this.#clock.now();
        scanner.push(chunk);
      },
    };
    const address = { type: kindInfo(this.kind), namespace: this.namespace };
    await this.#options.source.readListPage({ ...address, limit: pageLimit, continueToken }, sink, signal);
    const page = scanner.finish();
    if (page.continueToken !== undefined && page.continueToken === continueToken)
      throw new ClusterProblem('CLUSTER_ANSWER_BROKEN', 'The list comes to no end.', {
        hint: 'Fairlead asks again.',
      });
    return page;
  }

  async #watch(signal: AbortSignal): Promise<number> {
    const startedAtMs = this.#clock.now();
    let hasNews = false;
    const session = new WatchSession(
      {
        kind: this.kind,
        address: { type: kindInfo(this.kind), namespace: this.namespace },
        source: this.#options.source,
        clock: this.#clock,
        version: () => this.#version ?? '',
        isQuiet: () => this.#isQuiet,
        onOpen: () => this.#opened(),
        onByte: () => (this.#state.lastByteAtMs = this.#clock.now()),
        onSilence: () => (this.#isQuiet = true),
        onDoubt: (problem) => {
          this.#state.problem = problem;
          this.#setPhase('reconnecting');
        },
        onEvents: (events) => {
          hasNews ||= events.some(({ type }) => type !== 'error');
          this.#apply(events);
        },
      },
      signal,
    );
    const hasWorked = (): boolean => hasNews || this.#clock.now() - startedAtMs >= emptyWatchMs;
    try {
      await session.run();
    } finally {
      if (hasWorked()) this.#settled();
    }
    return hasWorked() ? 0 : this.#dampEmptyWatch();
  }

  #opened(): void {
    this.#state.problem = undefined;
    this.#refusedSinceMs = undefined;
    this.#setPhase('live');
  }

  /** A watch has worked for a while: what went wrong before it counts no more. */
  #settled(): void {
    this.#emptyWatches = 0;
    this.#expirations = 0;
    this.#retry.succeeded();
  }

  /** An API server may accept every watch and end it at once (kubernetes/kubernetes#104171). */
  #dampEmptyWatch(): number {
    this.#emptyWatches += 1;
    if (this.#emptyWatches <= quickEmptyWatches) return 50 * this.#emptyWatches;
    if (this.#emptyWatches % emptyWatchesBeforeList === 0) this.#version = undefined;
    return emptyWatchMs * (1 + this.#clock.random() / 4);
  }

  #apply(events: readonly WatchEvent[]): void {
    const changes = new Map<ObjectKey, string | undefined>();
    let problem: ClusterProblem | undefined;
    for (const event of events) {
      if (event.type === 'error') {
        problem = watchErrorProblem(event.status, `watch ${kindInfo(this.kind).resource}`);
        break;
      }
      if (event.type === 'bookmark') {
        this.#advance(event.resourceVersion);
        continue;
      }
      this.#state.lastEventAtMs = this.#clock.now();
      this.#isQuiet = false;
      this.#advance(event.object.resourceVersion);
      if (event.type === 'put') {
        const put = this.store.putWatched(event.object);
        if (put !== undefined) changes.set(put.key, put.json);
      } else {
        const key = this.store.removeWatched(event.object);
        if (key !== undefined) changes.set(key, undefined);
      }
    }
    this.#emit(
      [...changes].flatMap(([key, json]) => (json === undefined ? [] : [{ key, json }])),
      [...changes].flatMap(([key, json]) => (json === undefined ? [key] : [])),
    );
    if (problem !== undefined) throw problem;
  }

  /** The place to resume from only ever moves forward. */
  #advance(version: string): void {
    if (version === '' || (this.#version !== undefined && isOlderVersion(version, this.#version))) return;
    this.#version = version;
  }

  #emit(puts: readonly StoredObject[], removes: readonly ObjectKey[]): void {
    if (puts.length > 0 || removes.length > 0) this.#options.onChanges({ puts, removes });
  }

  /** Decides what a failure means for what is known, and how long to wait. */
  #recover(problem: ClusterProblem, verb: 'list' | 'watch'): number {
    if (problem.code === 'RESOURCE_VERSION_EXPIRED') {
      this.#version = undefined;
      this.#expirations += 1;
      // The first is everyday life: the new list follows at once and nothing looks broken meanwhile.
      if (this.#expirations === 1) return 0;
    }
    this.#state.problem = problem;
    if (problem.code === 'CLUSTER_FORBIDDEN' || problem.code === 'KIND_NOT_SERVED')
      return this.#refuse(problem, verb);
    if (problem.code === 'CLUSTER_ANSWER_BROKEN') this.#version = undefined;
    this.#lose(problem);
    return this.#retry.delayAfter(problem);
  }

  #lose(problem: ClusterProblem): void {
    if (!this.#state.isReady) this.#state.setFailed(problem);
    this.#setPhase(this.#state.isReady ? 'reconnecting' : 'listing');
  }

  #refuse(problem: ClusterProblem, verb: 'list' | 'watch'): number {
    const nowMs = this.#clock.now();
    this.#refusedSinceMs ??= nowMs;
    if (this.#state.isReady && nowMs - this.#refusedSinceMs < refusalBeliefMs) {
      this.#setPhase('reconnecting');
      return refusalRetryMs;
    }
    this.#version = undefined;
    this.#emit([], this.store.clear());
    this.#state.setUnavailable(problem, verb);
    this.#setPhase('unavailable');
    return unavailableDelayMs * (1 + this.#clock.random() / 5);
  }

  #setPhase(phase: KindFeed['phase']): void {
    this.#state.phase = phase;
    this.#options.onState();
  }
}

/** A bug must not silence a kind: it is shown like any other failure, and tried again. */
const toProblem = (error: unknown): ClusterProblem =>
  error instanceof ClusterProblem
    ? error
    : new ClusterProblem(
        'CLUSTER_FAILED',
        `Reading failed: ${error instanceof Error ? error.message : String(error)}`,
        {
          hint: 'Fairlead tries again. Please report this.',
          cause: error,
        },
      );
