/** One `changes` frame as bytes, written once and sent to every tab of the context. */
export interface SharedFrame {
  /** The revision it follows. */
  readonly from: number;
  readonly data: Buffer;
}

/**
 * The most recent changes, so that a tab that was away goes on where it was. Each frame takes the cluster from one
 * revision to the next; the oldest are given up when the bytes exceed the limit.
 */
export class FrameRing {
  readonly #limitBytes: number;
  /** By the revision it follows, oldest first. */
  readonly #frames = new Map<number, SharedFrame>();
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  push(frame: SharedFrame): void {
    this.#frames.set(frame.from, frame);
    this.#bytes += frame.data.length;
    for (const oldest of this.#frames.values()) {
      if (this.#bytes <= this.#limitBytes) break;
      this.#frames.delete(oldest.from);
      this.#bytes -= oldest.data.length;
    }
  }

  clear(): void {
    this.#frames.clear();
    this.#bytes = 0;
  }

  /** The frames that lead from `revision` to `latest`; `undefined` when they are not all there any more. */
  listBetween(revision: number, latest: number): readonly SharedFrame[] | undefined {
    if (revision > latest) return undefined;
    const frames: SharedFrame[] = [];
    for (let from = revision; from < latest; from += 1) {
      const frame = this.#frames.get(from);
      if (frame === undefined) return undefined;
      frames.push(frame);
    }
    return frames;
  }
}
