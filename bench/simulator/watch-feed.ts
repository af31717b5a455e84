/** What happened to a kind since the lists were made. Nothing is ever forgotten: no watch begins too late. */
export class WatchFeed {
  readonly #events: { readonly version: number; readonly line: Buffer }[] = [];
  readonly #listeners = new Set<(line: Buffer) => void>();

  add(version: number, event: unknown): void {
    const line = Buffer.from(`${JSON.stringify(event)}\n`);
    this.#events.push({ version, line });
    for (const listener of this.#listeners) listener(line);
  }

  /** Everything after a version at once, then what comes, until the returned function is called. */
  follow(version: number, listener: (line: Buffer) => void): () => void {
    for (const event of this.#events) if (event.version > version) listener(event.line);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
