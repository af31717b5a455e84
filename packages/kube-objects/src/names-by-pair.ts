/** Which objects of a namespace carry a label pair: makes selectors cheap. */
export class NamesByPair {
  readonly #names = new Map<string, Set<string>>();

  add(pair: string, name: string): void {
    const names = this.#names.get(pair);
    if (names === undefined) this.#names.set(pair, new Set([name]));
    else names.add(name);
  }

  delete(pair: string, name: string): void {
    const names = this.#names.get(pair);
    if (names?.delete(name) === true && names.size === 0) this.#names.delete(pair);
  }

  find(pair: string): ReadonlySet<string> | undefined {
    return this.#names.get(pair);
  }
}

/** One text for a pair in a namespace; neither a namespace nor a label key can hold a line break. */
export const pairText = (namespace: string, key: string, value: string): string =>
  `${namespace}\n${key}\n${value}`;
