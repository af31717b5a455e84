/** A reply body that is made once and read by several clients at their own pace, also while it is still being made. */
export class SharedBody {
  readonly #chunks: Buffer[] = [];
  #end: 'open' | 'complete' | { readonly error: unknown } = 'open';
  #waiting: (() => void)[] = [];

  append(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#wake();
  }

  complete(): void {
    this.#end = 'complete';
    this.#wake();
  }

  /** Ends the body for its readers with `error`: it must not pass for a whole one. */
  fail(error: unknown): void {
    this.#end = { error };
    this.#wake();
  }

  async *read(): AsyncGenerator<Buffer> {
    for (let position = 0; ;) {
      const chunk = this.#chunks[position];
      if (chunk !== undefined) {
        position += 1;
        yield chunk;
      } else if (this.#end === 'open') {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      } else if (this.#end === 'complete') {
        return;
      } else {
        throw new Error('The body was not finished.', { cause: this.#end.error });
      }
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
