import type { Kind, KindAccess, ObjectKey } from '@fairlead/kube-objects';
import type { ClusterProblemCode } from './cluster-problem.ts';

/** A trimmed object as the server holds it: compact JSON text with `apiVersion` and `kind`. */
export interface StoredObject {
  readonly key: ObjectKey;
  readonly json: string;
}

/**
 * How the reading of one kind (in one namespace, or with `undefined` in all) goes.
 * `listing`: the first list is under way. `live`: watched. `reconnecting`: what is known may be old. `unavailable`: not
 * allowed or not served, looked at again now and then. `stopped`: nobody asks.
 */
export interface KindFeed {
  readonly kind: Kind;
  readonly namespace: string | undefined;
  readonly phase: 'listing' | 'live' | 'reconnecting' | 'unavailable' | 'stopped';
  readonly objectCount: number;
  /** While listing: objects read so far plus what the API server says remains; `undefined` when it does not say. */
  readonly estimatedTotal: number | undefined;
  readonly lastByteAtMs: number | undefined;
  readonly lastEventAtMs: number | undefined;
  /** Why the feed is not live. */
  readonly problem:
    | { readonly code: ClusterProblemCode; readonly message: string; readonly hint: string }
    | undefined;
  readonly nextAttemptAtMs: number | undefined;
}

/**
 * What changed since the update before. A key is in `puts` or in `removes` at most once, never in both. Where the
 * reader's `epoch` is another than at the update before, everything known is void: take a new snapshot.
 */
export interface ReaderUpdate {
  /** Exactly one more than that of the update before, within an epoch. */
  readonly revision: number;
  readonly puts: readonly StoredObject[];
  readonly removes: readonly ObjectKey[];
  /** All entries, when one of them changed. */
  readonly access?: readonly KindAccess[];
  /** All entries, when a phase, a problem or the progress of a list changed. */
  readonly feeds?: readonly KindFeed[];
}

/**
 * Everything Fairlead reads of one context, shared by all its viewers: one list and one watch per kind (and namespace,
 * where the identity may not list the whole cluster). Holds trimmed JSON text only.
 */
export interface ContextReader {
  readonly contextName: string;
  /** New with every start: revisions of two epochs have nothing to do with each other. */
  readonly epoch: string;
  /** How many updates this epoch has had. */
  readonly revision: number;
  /** The namespaces read one by one; `undefined` when the whole cluster is read. */
  readonly namespaces: readonly string[] | undefined;
  /** Names a viewer: the first starts the reading, some time after the last is released it stops. Release once. */
  acquire(): { release(): void };
  /** Called once per update, in order, never during the call to `subscribe`. Returns the end of the subscription. */
  subscribe(listener: (update: ReaderUpdate) => void): () => void;
  /**
   * Everything held, in the order of `kinds`. The call brings `revision` up to date first (subscribers hear of it), so
   * read `revision` after it. Nothing changes while the lines are read without awaiting.
   */
  snapshotLines(): IterableIterator<StoredObject>;
  countObjects(): number;
  /**
   * Lists and watches that wait after a failure are tried at once, for all viewers together at most once a second; how
   * many were. What works, and what the API server itself put off (`Retry-After`), is left alone.
   */
  retryNow(): number;
  listAccess(): readonly KindAccess[];
  listFeeds(): readonly KindFeed[];
  /** Starts and stops regardless of viewers. */
  start(): void;
  stop(): void;
}
