import type { KindAccess, ObjectKey } from '@fairlead/kube-objects';

/**
 * The way from the server to a tab.
 *
 * 1. `GET /api/contexts/:context/snapshot` streams newline-delimited JSON (brotli): one {@link SnapshotHead}, then one
 *    trimmed object per line, then one {@link SnapshotTail}. A body without its tail is incomplete and must not be used.
 * 2. A WebSocket at `/api/contexts/:context/updates?epoch=…&revision=…` carries {@link UpdateFrame}s from that revision on.
 *    The server answers a revision it no longer knows with `resync`, says nothing more and closes the socket with
 *    {@link resyncCloseCode}: the tab takes a new snapshot and connects from its revision.
 */
export interface SnapshotHead {
  readonly type: 'snapshot';
  /** A new one whenever the server started reading this context anew; revisions of different epochs cannot be compared. */
  readonly epoch: string;
  readonly revision: number;
  /** Identity of the cluster: uid of its kube-system namespace, else context name and server address. */
  readonly clusterId: string;
  readonly access: readonly KindAccess[];
  readonly progress: LoadProgress;
}

export interface SnapshotTail {
  readonly type: 'end';
  readonly objects: number;
}

/** How far the first lists are. `expected` is an estimate from the API server's remaining item counts. */
export interface LoadProgress {
  readonly isComplete: boolean;
  readonly loaded: number;
  readonly expected: number;
}

/** State of the server's own connection to the API server. Times are epoch milliseconds of the server's clock. */
export interface UpstreamState {
  readonly state: 'live' | 'catching-up' | 'disconnected';
  readonly sinceMs: number;
  readonly lastHeardMs: number;
  readonly retryAtMs?: number;
  /** Code of the error catalogue, and the sentence that goes with it. */
  readonly code?: string;
  readonly message?: string;
}

/** `puts` are trimmed objects as JSON values; frames of one epoch follow each other without gaps: `from` is the last `revision`. */
export type UpdateFrame =
  | {
      readonly type: 'changes';
      readonly epoch: string;
      readonly from: number;
      readonly revision: number;
      readonly puts: readonly unknown[];
      readonly removes: readonly ObjectKey[];
    }
  | { readonly type: 'access'; readonly access: readonly KindAccess[] }
  | { readonly type: 'progress'; readonly progress: LoadProgress }
  | { readonly type: 'upstream'; readonly upstream: UpstreamState }
  /** Sent every 5 s and right after connecting: a tab that hears nothing for 12 s connects anew. */
  | { readonly type: 'heartbeat'; readonly nowMs: number }
  | { readonly type: 'resync'; readonly reason: 'unknown-epoch' | 'unknown-revision' | 'too-slow' };

export const updatesProtocol = 'fairlead.v1';
/** Prefix of the sub-protocol that carries the token; the server never echoes it. */
export const tokenProtocolPrefix = 'fairlead.token.';
/** Close code of a socket after `resync`. */
export const resyncCloseCode = 4000;
export const heartbeatIntervalMs = 5_000;
export const silenceLimitMs = 12_000;
