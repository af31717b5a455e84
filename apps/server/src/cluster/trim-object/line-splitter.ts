import { brokenAnswer } from './json-bytes.ts';

const lineFeed = 0x0a;

/** A line longer than this is no watch event: the API server stores at most 1.5 MB per object. */
const maxLineBytes = 64 * 1024 * 1024;

/** Cuts a stream of chunks at line feeds (and nothing else: U+2028 is part of a line). */
export class LineSplitter {
  readonly #onLine: (line: Buffer) => void;
  #parts: Buffer[] = [];
  #size = 0;

  constructor(onLine: (line: Buffer) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, from)) {
      this.#emit(bytes.subarray(from, at));
      from = at + 1;
    }
    if (from === bytes.length) return;
    this.#parts.push(bytes.subarray(from));
    this.#size += bytes.length - from;
    if (this.#size > maxLineBytes) throw brokenAnswer('an event has no end');
  }

  /** To be called when the stream has ended: a last line without its line feed was cut. */
  finish(): void {
    if (this.#parts.some((part) => part.toString('latin1').trim() !== ''))
      throw brokenAnswer('the last event is cut');
  }

  #emit(last: Buffer): void {
    const line = this.#parts.length === 0 ? last : Buffer.concat([...this.#parts, last]);
    this.#parts = [];
    this.#size = 0;
    this.#onLine(line);
  }
}
