import { byte } from './json-bytes.ts';

const shortRange = 24;

/** Collects ranges of bytes into one text. Neighbouring ranges of the source are copied in one go. */
export class ByteOutput {
  #target = Buffer.allocUnsafe(16 * 1024);
  #length = 0;
  #source: Buffer = this.#target;
  #from = 0;
  #to = 0;

  start(source: Buffer): void {
    this.#source = source;
    this.#length = 0;
    this.#from = 0;
    this.#to = 0;
  }

  /** Appends a range of the source. */
  copy(from: number, to: number): void {
    if (from === this.#to) {
      this.#to = to;
      return;
    }
    this.#flush();
    this.#from = from;
    this.#to = to;
  }

  /** Appends a comma; free of cost where the source has one just there and goes on with `next`. */
  comma(next: number): void {
    if (this.#to + 1 === next && this.#source[this.#to] === byte.comma) this.#to = next;
    else this.put(byte.comma);
  }

  /** Appends a colon; free of cost where the source has one just there. */
  colon(at: number): void {
    if (this.#to === at && this.#source[at] === byte.colon) this.#to = at + 1;
    else this.put(byte.colon);
  }

  put(code: number): void {
    this.#flush();
    this.#reserve(1);
    this.#target[this.#length] = code;
    this.#length += 1;
  }

  text(text: string): void {
    this.#flush();
    this.#reserve(text.length * 3);
    this.#length += this.#target.write(text, this.#length);
  }

  toString(): string {
    this.#flush();
    return this.#target.toString('utf8', 0, this.#length);
  }

  #flush(): void {
    const size = this.#to - this.#from;
    if (size > 0) {
      this.#reserve(size);
      if (size <= shortRange) {
        for (let at = this.#from, into = this.#length; at < this.#to; at += 1, into += 1)
          this.#target[into] = this.#source[at] ?? 0;
      } else this.#source.copy(this.#target, this.#length, this.#from, this.#to);
      this.#length += size;
    }
    this.#from = this.#to = -1;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#target.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#target.length * 2, this.#length + size));
    this.#target.copy(larger, 0, 0, this.#length);
    this.#target = larger;
  }
}
