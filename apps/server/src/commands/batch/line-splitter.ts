/** A line of input, without its end; `undefined` for one that is too long to be held. */
export type InputLine = Uint8Array | undefined;

const newline = 0x0a;

/** Cuts bytes into lines as they arrive. A line over the limit is passed over, not held. */
export class LineSplitter {
  readonly #limitBytes: number;
  #parts: Uint8Array[] = [];
  #length = 0;
  #isTooLong = false;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** The lines that end in this chunk. */
  take(chunk: Uint8Array): readonly InputLine[] {
    const lines: InputLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      this.#add(chunk.subarray(start, end));
      lines.push(this.#finish());
      start = end + 1;
    }
    this.#add(chunk.subarray(start));
    return lines;
  }

  /** The last line, where no line break ends it. */
  end(): readonly InputLine[] {
    return this.#length === 0 && !this.#isTooLong ? [] : [this.#finish()];
  }

  #add(part: Uint8Array): void {
    if (part.length === 0) return;
    this.#length += part.length;
    if (this.#length > this.#limitBytes) {
      this.#isTooLong = true;
      this.#parts = [];
    } else this.#parts.push(part);
  }

  #finish(): InputLine {
    const line = this.#isTooLong ? undefined : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#length = 0;
    this.#isTooLong = false;
    return line;
  }
}
