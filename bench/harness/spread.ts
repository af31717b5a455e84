/** The middle of some measurements and how far they lie apart. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Median and quartiles. */
export function toSpread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
    count: sorted.length,
  };
}

/** The product and its anchor, measured in turn. */
export interface Pair {
  readonly product: number;
  readonly anchor: number;
}

/** Ratios pair by pair: what slows the machine for a while slows both. */
export interface PairedSpreads {
  readonly ratio: Spread;
  readonly product: Spread;
  readonly anchor: Spread;
  /** The anchor itself varied so much that the run says more about the machine than about the program. */
  readonly isNoisy: boolean;
}

const noisyShare = 0.4;

export function toPairedSpreads(pairs: readonly Pair[]): PairedSpreads {
  const anchor = toSpread(pairs.map((pair) => pair.anchor));
  return {
    ratio: toSpread(pairs.map((pair) => pair.product / pair.anchor)),
    product: toSpread(pairs.map((pair) => pair.product)),
    anchor,
    isNoisy: (anchor.upper - anchor.lower) / anchor.median > noisyShare,
  };
}
