import { kindInfo, kinds, type Kind, type KindAccess, type ObjectKey } from '@fairlead/kube-objects';
import type { Clock } from './clock.ts';
import type { ListWatchSource } from './cluster-client.ts';
import type { ContextReader, KindFeed, ReaderUpdate, StoredObject } from './context-reader.ts';
import { Reflector, type KindChanges } from './reflector.ts';

export interface ContextReaderOptions {
  readonly contextName: string;
  readonly source: ListWatchSource;
  readonly clock: Clock;
  /** Makes the epochs: never the same text twice. */
  newEpoch(): string;
  /** Named by the person: only these are read. */
  readonly namespaces: readonly string[] | undefined;
  /** Read instead of the whole cluster where that is forbidden. */
  readonly contextNamespace: string | undefined;
}

/** How long changes are gathered before they go out as one update. */
const gatherMs = 50;
/** A viewer who reloads the page, or comes back soon, finds everything still there. */
const lingerMs = 60_000;
/** However many people press "Try now". */
const retryIntervalMs = 1_000;

/** The reader of a live cluster: one {@link Reflector} per kind and scope. */
export class KubeContextReader implements ContextReader {
  readonly contextName: string;
  epoch: string;
  revision = 0;
  readonly #options: ContextReaderOptions;
  readonly #clock: Clock;
  readonly #listeners = new Set<(update: ReaderUpdate) => void>();
  #reflectors = new Map<Kind, readonly Reflector[]>();
  #changes = new Map<ObjectKey, string | undefined>();
  #hasNewState = false;
  #knownAccess = '';
  #cancelFlush: (() => void) | undefined;
  #viewers = 0;
  #cancelStop: (() => void) | undefined;
  #isRunning = false;
  #retriedAtMs = -Infinity;
  #source: ListWatchSource;
  #contextNamespace: string | undefined;

  constructor(options: ContextReaderOptions) {
    this.#options = options;
    this.contextName = options.contextName;
    this.#clock = options.clock;
    this.epoch = options.newEpoch();
    this.#source = options.source;
    this.#contextNamespace = options.contextNamespace;
  }

  /** The context has come to mean another cluster or user: everything is read anew, in a new epoch. */
  replaceSource(source: ListWatchSource, contextNamespace: string | undefined): void {
    const wasRunning = this.#isRunning;
    this.stop();
    this.#source = source;
    this.#contextNamespace = contextNamespace;
    if (wasRunning) this.start();
  }

  get namespaces(): readonly string[] | undefined {
    const named = new Set<string>();
    for (const { namespace } of this.#all()) if (namespace !== undefined) named.add(namespace);
    return named.size === 0 ? undefined : [...named];
  }

  acquire(): { release(): void } {
    this.#viewers += 1;
    this.#cancelStop?.();
    this.#cancelStop = undefined;
    this.start();
    let isReleased = false;
    return {
      release: () => {
        if (isReleased) return;
        isReleased = true;
        this.#viewers -= 1;
        if (this.#viewers === 0) this.#cancelStop = this.#clock.schedule(lingerMs, () => this.stop());
      },
    };
  }

  subscribe(listener: (update: ReaderUpdate) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  snapshotLines(): IterableIterator<StoredObject> {
    this.#flush();
    return this.#objects();
  }

  countObjects(): number {
    return this.#all().reduce((count, { store }) => count + store.size, 0);
  }

  listAccess(): readonly KindAccess[] {
    return this.#all().map((reflector) => reflector.access());
  }

  listFeeds(): readonly KindFeed[] {
    return this.#all().map((reflector) => reflector.feed());
  }

  retryNow(): number {
    const nowMs = this.#clock.now();
    if (nowMs - this.#retriedAtMs < retryIntervalMs) return 0;
    const retried = this.#all().filter((reflector) => reflector.retryNow()).length;
    if (retried > 0) this.#retriedAtMs = nowMs;
    return retried;
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (const kind of kinds) this.#read(kind, this.#scopesOf(kind));
  }

  stop(): void {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#cancelStop?.();
    this.#cancelFlush?.();
    this.#cancelStop = this.#cancelFlush = undefined;
    for (const reflector of this.#all()) reflector.stop();
    this.#reflectors = new Map();
    this.#changes = new Map();
    this.#hasNewState = false;
    this.#knownAccess = '';
    this.epoch = this.#options.newEpoch();
    this.revision = 0;
  }

  #all(): readonly Reflector[] {
    return kinds.flatMap((kind) => this.#reflectors.get(kind) ?? []);
  }

  *#objects(): IterableIterator<StoredObject> {
    for (const { store } of this.#all()) yield* store.objects();
  }

  #scopesOf(kind: Kind): readonly (string | undefined)[] {
    const { namespaces } = this.#options;
    return kindInfo(kind).isNamespaced && namespaces !== undefined && namespaces.length > 0
      ? [...new Set(namespaces)]
      : [undefined];
  }

  #read(kind: Kind, scopes: readonly (string | undefined)[]): void {
    const reflectors = scopes.map((namespace) => {
      const reflector: Reflector = new Reflector({
        kind,
        namespace,
        source: this.#source,
        clock: this.#clock,
        onChanges: (changes) => this.#gather(changes),
        onState: () => this.#noticeState(reflector),
      });
      return reflector;
    });
    this.#reflectors.set(kind, reflectors);
    for (const reflector of reflectors) reflector.start();
  }

  /** Where the whole cluster is forbidden, the context's own namespace may not be. */
  #noticeState(reflector: Reflector): void {
    const { kind, namespace, state } = reflector.access();
    if (!this.#isRunning || this.#reflectors.get(kind)?.includes(reflector) !== true) return;
    const contextNamespace = this.#contextNamespace;
    const isWide = kindInfo(kind).isNamespaced && namespace === undefined;
    if (isWide && state === 'forbidden' && contextNamespace !== undefined) {
      this.#read(kind, [contextNamespace]);
      reflector.stop();
    }
    this.#hasNewState = true;
    this.#flushLater();
  }

  #gather({ puts, removes }: KindChanges): void {
    for (const { key, json } of puts) this.#changes.set(key, json);
    for (const key of removes) this.#changes.set(key, undefined);
    this.#flushLater();
  }

  #flushLater(): void {
    this.#cancelFlush ??= this.#clock.schedule(gatherMs, () => this.#flush());
  }

  #flush(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    if (this.#changes.size === 0 && !this.#hasNewState) return;
    const update = this.#takeUpdate();
    for (const listener of Array.from(this.#listeners)) listener(update);
  }

  #takeUpdate(): ReaderUpdate {
    const puts: StoredObject[] = [];
    const removes: ObjectKey[] = [];
    for (const [key, json] of this.#changes) {
      if (json === undefined) removes.push(key);
      else puts.push({ key, json });
    }
    this.#changes = new Map();
    this.revision += 1;
    const update: ReaderUpdate = { revision: this.revision, puts, removes };
    if (!this.#hasNewState) return update;
    this.#hasNewState = false;
    const access = this.listAccess();
    const text = JSON.stringify(access);
    const hasNewAccess = text !== this.#knownAccess;
    this.#knownAccess = text;
    return { ...update, feeds: this.listFeeds(), ...(hasNewAccess ? { access } : {}) };
  }
}
