import type { BenchContext } from './harness/bench-context.ts';
import { megabytes, type Figure } from './harness/figure.ts';
import { loadOnce } from './harness/first-load.ts';
import { toPairedSpreads, toSpread, type Pair } from './harness/spread.ts';

/** A process's size after garbage collection varies little; each run costs a whole load. */
const mostRuns = 3;

/** P13: growth of the server's own memory by a cluster / raw JSON bytes of that cluster. */
export async function measureServerMemory(context: BenchContext): Promise<Figure> {
  const { fixture } = context;
  const [pairs, peaks]: [Pair[], number[]] = [[], []];
  for (let run = 1; run <= Math.min(mostRuns, context.pairs); run += 1) {
    const load = await loadOnce(context, { fixture, measuresMemory: true });
    pairs.push({ product: load.memoryAfter - load.memoryBefore, anchor: load.listBytes });
    if (load.peakMemory !== undefined) peaks.push(load.peakMemory);
    context.note(`P13 ${run}: ${megabytes(load.memoryBefore)} to ${megabytes(load.memoryAfter)}`);
  }
  const { ratio, product, anchor } = toPairedSpreads(pairs);
  return {
    id: 'P13',
    fixture,
    title: "growth of the server's memory / raw LIST bytes",
    ratio,
    digits: 3,
    goal: '<= 0.100 (F10)',
    isMet: ratio.median <= 0.1,
    isRequired: false,
    isNoisy: false,
    product: megabytes(product.median),
    anchor: megabytes(anchor.median),
    notes:
      peaks.length === 0
        ? []
        : [`resident at most, garbage and program included: ${megabytes(toSpread(peaks).median)}`],
  };
}
