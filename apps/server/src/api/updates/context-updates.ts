import { isDeepStrictEqual } from 'node:util';
import { heartbeatIntervalMs, type LoadProgress, type UpstreamState } from '@fairlead/api-contract';
import type { ContextReader, ReaderUpdate } from '../../cluster/context-reader.ts';
import type { Clock } from '../../clock.ts';
import type { ContentEncoding } from '../../plugins/accepted-encoding.ts';
import { buildChangesFrame, buildFrame } from './build-frame.ts';
import { FrameRing } from './frame-ring.ts';
import { toLoadProgress } from './load-progress.ts';
import { packSnapshot } from './pack-snapshot.ts';
import type { SharedBody } from './shared-body.ts';
import { toUpstream, type Upstream } from './upstream-state.ts';
import { Viewer, type ViewerSocket } from './viewer.ts';

/** Where a tab stands: its snapshot, or the last `changes` frame it has applied. */
export interface Position {
  readonly epoch: string;
  readonly revision: number;
}

interface PackedSnapshot extends Position {
  readonly body: SharedBody;
  readonly madeAtMs: number;
}

const isSameUpstream = (one: Upstream, other: Upstream): boolean =>
  isDeepStrictEqual({ ...one, lastHeardAtMs: 0 }, { ...other, lastHeardAtMs: 0 });

const ringLimitBytes = 8 * 1024 * 1024;
/** A tab that comes this soon after another one shares its snapshot and is told the rest as changes. */
const sharedForMs = 1_000;
const keptForMs = 10_000;

/** All tabs that look at one context: what they are sent is made once and shared. */
export class ContextUpdates {
  readonly reader: ContextReader;
  readonly #clock: Clock;
  readonly #ring = new FrameRing(ringLimitBytes);
  readonly #viewers = new Set<Viewer>();
  readonly #snapshots = new Map<ContentEncoding, PackedSnapshot>();
  readonly #unsubscribe: () => void;
  #epoch: string;
  #upstream: Upstream;
  #upstreamSinceMs: number;
  #knownProgress: LoadProgress | undefined;
  #afterLoad: (() => void)[] = [];
  #cancelHeartbeat: (() => void) | undefined;

  constructor(reader: ContextReader, clock: Clock) {
    this.reader = reader;
    this.#clock = clock;
    this.#epoch = reader.epoch;
    this.#upstream = toUpstream(reader.listFeeds());
    this.#upstreamSinceMs = clock.now();
    this.#unsubscribe = reader.subscribe((update) => this.#publish(update));
  }

  get viewerCount(): number {
    return this.#viewers.size;
  }

  /** Resolves when the first lists are complete, or after `limitMs` all the same: what is there can be shown then. */
  async waitForFirstLoad(limitMs: number): Promise<void> {
    if (this.#progress().isComplete) return;
    await new Promise<void>((resolve) => {
      const cancel = this.#clock.after(limitMs, resolve);
      this.#afterLoad.push(() => {
        cancel();
        resolve();
      });
    });
  }

  /** Everything held now, or a moment ago; `changes` since then reach a tab that connects from its revision. */
  getSnapshot(clusterId: string, encoding: ContentEncoding): SharedBody {
    // Taking the lines brings the reader's revision up to date, so it comes first.
    const lines = this.reader.snapshotLines();
    const { epoch, revision } = this.reader;
    const shared = this.#snapshots.get(encoding);
    if (shared !== undefined && this.#isShareable(shared)) return shared.body;
    const head = {
      type: 'snapshot',
      epoch,
      revision,
      clusterId,
      access: this.reader.listAccess(),
      progress: this.#progress(),
    } as const;
    const body = packSnapshot(head, [...lines], encoding);
    if (encoding !== 'identity') this.#keep(encoding, { epoch, revision, body, madeAtMs: this.#clock.now() });
    return body;
  }

  /** Adds a tab that has everything up to `position`; returns what to do when its socket is gone. */
  connect(socket: ViewerSocket, position: Position): () => void {
    const viewer = new Viewer(socket);
    if (position.epoch !== this.reader.epoch) {
      viewer.resync('unknown-epoch');
      return () => undefined;
    }
    const missed = this.#ring.listBetween(position.revision, this.reader.revision);
    if (missed === undefined) {
      viewer.resync('unknown-revision');
      return () => undefined;
    }
    const hold = this.reader.acquire();
    viewer.offer(this.#heartbeat());
    for (const { data } of missed) viewer.offer(data);
    viewer.offer(buildFrame({ type: 'access', access: this.reader.listAccess() }));
    viewer.offer(buildFrame({ type: 'progress', progress: this.#progress() }));
    viewer.offer(buildFrame({ type: 'upstream', upstream: this.#upstreamState() }));
    this.#viewers.add(viewer);
    this.#beatLater();
    return () => {
      this.#viewers.delete(viewer);
      hold.release();
    };
  }

  close(code: number, reason: string): void {
    this.#unsubscribe();
    this.#cancelHeartbeat?.();
    this.#snapshots.clear();
    for (const viewer of this.#viewers) viewer.close(code, reason);
  }

  #publish(update: ReaderUpdate): void {
    if (this.reader.epoch !== this.#epoch) {
      this.#epoch = this.reader.epoch;
      this.#ring.clear();
      for (const viewer of this.#viewers) viewer.resync('unknown-epoch');
    }
    const data = buildChangesFrame(this.#epoch, update);
    this.#ring.push({ from: update.revision - 1, data });
    this.#broadcast(data);
    if (update.access !== undefined) this.#broadcast(buildFrame({ type: 'access', access: update.access }));
    if (update.feeds !== undefined || update.access !== undefined) this.#publishState();
  }

  /** Feeds also tell of what no tab shows, a watch that was replaced for one: then nothing is sent. */
  #publishState(): void {
    const progress = this.#progress();
    if (!isDeepStrictEqual(progress, this.#knownProgress))
      this.#broadcast(buildFrame({ type: 'progress', progress }));
    this.#knownProgress = progress;
    const before = this.#upstream;
    this.#upstream = toUpstream(this.reader.listFeeds());
    if (this.#upstream.state !== before.state) this.#upstreamSinceMs = this.#clock.now();
    if (!isSameUpstream(before, this.#upstream))
      this.#broadcast(buildFrame({ type: 'upstream', upstream: this.#upstreamState() }));
    if (!progress.isComplete) return;
    for (const resolve of this.#afterLoad.splice(0)) resolve();
  }

  #progress(): LoadProgress {
    return toLoadProgress(this.reader.listFeeds(), this.reader.listAccess());
  }

  /** Feeds count on a clock of their own; a tab compares with the `nowMs` of heartbeats. */
  #upstreamState(): UpstreamState {
    const { lastHeardAtMs, retryAtMs, ...state } = this.#upstream;
    const aheadMs = this.#clock.now() - this.#clock.monotonicNow();
    return {
      ...state,
      sinceMs: this.#upstreamSinceMs,
      lastHeardMs: lastHeardAtMs === undefined ? this.#upstreamSinceMs : Math.round(lastHeardAtMs + aheadMs),
      ...(retryAtMs !== undefined && { retryAtMs: Math.round(retryAtMs + aheadMs) }),
    };
  }

  #broadcast(data: Buffer): void {
    for (const viewer of this.#viewers) viewer.offer(data);
  }

  #heartbeat(): Buffer {
    return buildFrame({ type: 'heartbeat', nowMs: this.#clock.now() });
  }

  #beatLater(): void {
    this.#cancelHeartbeat ??= this.#clock.after(heartbeatIntervalMs, () => {
      this.#cancelHeartbeat = undefined;
      const heartbeat = this.#heartbeat();
      for (const viewer of this.#viewers) viewer.beat(heartbeat);
      if (this.#viewers.size > 0) this.#beatLater();
    });
  }

  #isShareable({ epoch, revision, madeAtMs }: PackedSnapshot): boolean {
    if (epoch !== this.reader.epoch) return false;
    if (revision === this.reader.revision) return true;
    const isRecent = this.#clock.now() - madeAtMs < sharedForMs;
    return isRecent && this.#ring.listBetween(revision, this.reader.revision) !== undefined;
  }

  #keep(encoding: ContentEncoding, snapshot: PackedSnapshot): void {
    this.#snapshots.set(encoding, snapshot);
    this.#clock.after(keptForMs, () => {
      if (this.#snapshots.get(encoding) === snapshot) this.#snapshots.delete(encoding);
    });
  }
}
