import type { FakeStream, StreamSink } from '../request/fake-request.ts';

/** A stream that others write to: text is kept until somebody reads it. */
export class TextStream implements FakeStream {
  #sink: StreamSink | undefined;
  #waiting: string[] = [];
  #isEnded = false;
  #isClosed = false;
  readonly #onClose: () => void;

  /** `onClose` runs once, when either side has had enough. */
  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  get isOpen(): boolean {
    return !this.#isEnded && !this.#isClosed;
  }

  write(text: string): void {
    if (!this.isOpen) return;
    if (this.#sink === undefined) this.#waiting.push(text);
    else this.#sink.onChunk(text);
  }

  /** The server has nothing more to say. */
  end(): void {
    if (!this.isOpen) return;
    this.#isEnded = true;
    this.#onClose();
    this.#sink?.onEnd();
  }

  open(sink: StreamSink): void {
    if (this.#sink !== undefined || this.#isClosed) return;
    this.#sink = sink;
    for (const text of this.#waiting.splice(0)) sink.onChunk(text);
    if (this.#isEnded) sink.onEnd();
  }

  close(): void {
    if (this.#isClosed) return;
    const wasOpen = this.isOpen;
    this.#isClosed = true;
    if (wasOpen) this.#onClose();
  }
}
