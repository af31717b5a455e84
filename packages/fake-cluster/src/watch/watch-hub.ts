import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { Storage, StoredChange } from '../storage/storage.ts';
import { TextStream } from './text-stream.ts';
import { addedLine, bookmarkLine, eventLine, expiredLine, type WatchView } from './watch-events.ts';

/** What a watch asks for besides what it wants to see. */
export interface WatchStart {
  /** Changes after this revision; `undefined`: first everything that is there. */
  readonly revision: number | undefined;
  readonly hasBookmarks: boolean;
  /** `undefined`: half an hour to an hour, as the API server picks it. */
  readonly timeoutSeconds: number | undefined;
}

interface ActiveWatch {
  readonly view: WatchView;
  readonly stream: TextStream;
  readonly startRevision: number;
}

const bookmarkEveryMs = 60_000;

/** All open watches of a cluster. */
export class WatchHub {
  readonly #storage: Storage;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #watches = new Map<string, Set<ActiveWatch>>();

  constructor({ storage, clock, random }: { storage: Storage; clock: Clock; random: Random }) {
    this.#storage = storage;
    this.#clock = clock;
    this.#random = random;
    storage.subscribe((change) => this.#show(change));
  }

  get count(): number {
    return [...this.#watches.values()].reduce((sum, watches) => sum + watches.size, 0);
  }

  /** Ends every watch without a word, as an API server that goes away does. */
  dropAll(): void {
    for (const watches of this.#watches.values()) {
      for (const { stream } of watches) stream.end();
    }
  }

  open(view: WatchView, start: WatchStart): TextStream {
    const { floor, revision } = this.#storage;
    if (start.revision !== undefined && start.revision < floor) {
      const stream = new TextStream(() => {});
      stream.write(expiredLine(start.revision, floor));
      stream.end();
      return stream;
    }
    const cancels: (() => void)[] = [];
    const stream = new TextStream(() => {
      this.#watches.get(view.served.key)?.delete(watch);
      for (const cancel of cancels) cancel();
    });
    const watch: ActiveWatch = { view, stream, startRevision: start.revision ?? revision };
    this.#sendWhatIsThere(watch, start);
    this.#add(watch);
    cancels.push(...this.#timersOf(watch, start));
    return stream;
  }

  #add(watch: ActiveWatch): void {
    const { key } = watch.view.served;
    const watches = this.#watches.get(key) ?? new Set();
    this.#watches.set(key, watches.add(watch));
  }

  #sendWhatIsThere({ view, stream }: ActiveWatch, { revision, hasBookmarks }: WatchStart): void {
    const { key } = view.served;
    if (revision !== undefined) {
      for (const change of this.#storage.changesAfter(key, revision)) {
        const text = eventLine(view, change);
        if (text !== undefined) stream.write(text);
      }
      return;
    }
    for (const object of this.#storage.list(key, view.namespace)) {
      if (view.matches(object)) stream.write(addedLine(view, object));
    }
    if (hasBookmarks) stream.write(bookmarkLine(view, this.#storage.revision, true));
  }

  #show(change: StoredChange): void {
    for (const { view, stream, startRevision } of this.#watches.get(change.resource) ?? []) {
      const text = change.revision > startRevision ? eventLine(view, change) : undefined;
      if (text !== undefined) stream.write(text);
    }
  }

  /** With a timeout bookmarks come in the last two seconds, without one about every minute. */
  #timersOf(watch: ActiveWatch, { hasBookmarks, timeoutSeconds }: WatchStart): (() => void)[] {
    const lifeMs =
      timeoutSeconds === undefined ? 1_800_000 + this.#random.below(1_800_000) : timeoutSeconds * 1000;
    const cancelEnd = this.#clock.schedule(lifeMs, () => watch.stream.end());
    if (!hasBookmarks) return [cancelEnd];
    const atMs = [lifeMs - 2000, lifeMs - 1000].filter((ms) => ms > 0);
    const cancels = atMs.map((ms) => this.#clock.schedule(ms, () => this.#bookmark(watch)));
    return [cancelEnd, ...cancels, this.#bookmarkRegularly(watch)];
  }

  #bookmarkRegularly(watch: ActiveWatch): () => void {
    let cancel = (): void => {};
    const again = (): void => {
      cancel = this.#clock.schedule(bookmarkEveryMs, () => {
        this.#bookmark(watch);
        again();
      });
    };
    again();
    return () => cancel();
  }

  /** None comes while nothing of the kind has changed since the API server started. */
  #bookmark({ view, stream, startRevision }: ActiveWatch): void {
    const latest = this.#storage.latestOf(view.served.key);
    if (latest > 0 && latest >= startRevision) stream.write(bookmarkLine(view, latest, false));
  }
}
