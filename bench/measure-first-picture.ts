import { startProcess } from './harness/start-process.ts';
import type { BenchContext } from './harness/bench-context.ts';
import { seconds, type Figure } from './harness/figure.ts';
import { loadOnce } from './harness/first-load.ts';
import { toPairedSpreads, toSpread, type Pair } from './harness/spread.ts';

const anchorLimitMs = 240_000;

interface AnchorReport {
  readonly elapsedMs: number;
  readonly objects: number;
}

/** A new process, so that no run profits from the one before. */
async function runAnchor(origin: string): Promise<AnchorReport> {
  const started = await startProcess(['--import', 'tsx', 'bench/anchor-list-and-parse.ts', origin], {
    pattern: /^(\{.*\})$/m,
    limitMs: anchorLimitMs,
  });
  await started.stop();
  return JSON.parse(started.match[1] ?? '') as AnchorReport;
}

/** P1: time from starting the server to the complete picture on the screen / to drain and parse the same lists. */
export async function measureFirstPicture(context: BenchContext): Promise<Figure> {
  const { fixture } = context;
  const simulator = await context.getSimulator(fixture);
  const [pairs, untilReady, untilListed]: [Pair[], number[], number[]] = [[], [], []];
  for (let pair = 1; pair <= context.pairs; pair += 1) {
    const { elapsedMs: anchor } = await runAnchor(simulator.origin);
    const load = await loadOnce(context, { fixture });
    const product = load.untilPaintedMs;
    pairs.push({ anchor, product });
    untilReady.push(load.untilReadyMs);
    untilListed.push(load.untilListedMs);
    context.note(`P1 ${pair}/${context.pairs}: anchor ${seconds(anchor)}, picture ${seconds(product)}`);
  }
  const { ratio, product, anchor, isNoisy } = toPairedSpreads(pairs);
  return {
    id: 'P1',
    fixture,
    title: 'server start to complete picture / bare drain and JSON.parse',
    ratio,
    digits: 2,
    goal: '<= 0.50 (F10)',
    isMet: ratio.median <= 0.5,
    isRequired: false,
    isNoisy,
    product: seconds(product.median),
    anchor: seconds(anchor.median),
    notes: [
      `after ${seconds(toSpread(untilReady).median)} the server listened, after ${seconds(toSpread(untilListed).median)} it had read the last list`,
    ],
  };
}
