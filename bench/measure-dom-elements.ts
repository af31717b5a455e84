import type { FixtureName } from './fixture/cluster-plan.ts';
import type { BenchContext } from './harness/bench-context.ts';
import type { Figure } from './harness/figure.ts';
import { loadOnce } from './harness/first-load.ts';
import { toPairedSpreads, type Pair } from './harness/spread.ts';

const mostRuns = 3;
const mostElements = 1_500;

/** P17: elements of the page on a large cluster / on F1. */
export async function measureDomElements(context: BenchContext): Promise<Figure> {
  const large: FixtureName = context.fixture === 'F1' ? 'F10' : context.fixture;
  const pairs: Pair[] = [];
  for (let run = 1; run <= Math.min(mostRuns, context.pairs); run += 1) {
    const { elementCount: anchor } = await loadOnce(context, { fixture: 'F1' });
    const { elementCount: product } = await loadOnce(context, { fixture: large });
    pairs.push({ anchor, product });
    context.note(`P17 ${run}: ${anchor} elements on F1, ${product} on ${large}`);
  }
  const { ratio, product, anchor } = toPairedSpreads(pairs);
  return {
    id: 'P17',
    fixture: large,
    title: `DOM elements on ${large} / on F1`,
    ratio,
    digits: 2,
    goal: `<= 1.10 and <= ${mostElements}`,
    isMet: ratio.median <= 1.1 && product.median <= mostElements,
    isRequired: false,
    isNoisy: false,
    product: `${product.median} elements`,
    anchor: `${anchor.median} elements`,
    notes: [],
  };
}
