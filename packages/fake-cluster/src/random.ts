/** Everything random in a cluster, repeatable from one seed. */
export interface Random {
  /** An integer from 0 to `limit - 1`. */
  readonly below: (limit: number) => number;
  /** The five characters the API server adds to a `generateName`. */
  readonly suffix: (length: number) => string;
  readonly uid: () => string;
}

/** The alphabet of generated names: no vowels, so no words (apimachinery util/rand). */
export const safeAlphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** mulberry32: small, fast, and good enough for names and picks. */
function createGenerator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function createRandom(seed: number): Random {
  const next = createGenerator(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
  const hex = (length: number): string => pick('0123456789abcdef', length);
  return {
    below,
    suffix: (length) => pick(safeAlphabet, length),
    uid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick('89ab', 1)}${hex(3)}-${hex(12)}`,
  };
}
