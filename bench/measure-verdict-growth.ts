import { findVerdict } from '@fairlead/routing';
import { buildPlainWorld, listPlainRequests, type RouteWorld } from './fixture/route-world.ts';
import { seededRandom } from './fixture/seeded-random.ts';
import type { BenchContext } from './harness/bench-context.ts';
import type { Figure } from './harness/figure.ts';
import { toPairedSpreads, type Pair } from './harness/spread.ts';

const smallHosts = 1_000;
const largeHosts = 10_000;
const requestCount = 200_000;
/** Ten times the hosts may cost ten to the power of 0.1. */
const goal = 10 ** 0.1;

/** A function that asks for all verdicts and says how long one takes of the process's time, in ns. */
export function prepareVerdicts({ index }: RouteWorld, hostCount: number): () => number {
  const requests = listPlainRequests(hostCount, requestCount, seededRandom(hostCount));
  const ask = (): number => {
    let found = 0;
    const before = process.cpuUsage();
    for (const request of requests) if (findVerdict(index, request).result === 'ok') found += 1;
    const { user, system } = process.cpuUsage(before);
    if (found === 0) throw new Error('No request found its rule.');
    return ((user + system) * 1_000) / requests.length;
  };
  ask();
  return ask;
}

/** P20, second half: CPU time of a verdict at 10 000 hosts / at 1 000 hosts. */
export function measureVerdictGrowth(context: BenchContext): Promise<Figure> {
  const small = prepareVerdicts(buildPlainWorld(smallHosts), smallHosts);
  const large = prepareVerdicts(buildPlainWorld(largeHosts), largeHosts);
  const pairs: Pair[] = [];
  for (let pair = 1; pair <= context.pairs; pair += 1) {
    pairs.push({ anchor: small(), product: large() });
    const { anchor, product } = pairs.at(-1) ?? { anchor: 0, product: 0 };
    context.note(`P20B ${pair}/${context.pairs}: ${anchor.toFixed(0)} ns, ${product.toFixed(0)} ns`);
  }
  const { ratio, product, anchor, isNoisy } = toPairedSpreads(pairs);
  return Promise.resolve({
    id: 'P20B',
    fixture: `${largeHosts} hosts x 5 paths`,
    title: 'CPU time of a verdict at 10 000 hosts / at 1 000 hosts',
    ratio,
    digits: 2,
    goal: `<= ${goal.toFixed(2)}`,
    isMet: ratio.median <= goal,
    isRequired: false,
    isNoisy,
    product: `${product.median.toFixed(0)} ns`,
    anchor: `${anchor.median.toFixed(0)} ns`,
    notes: [
      `${Math.round(1e9 / product.median)} verdicts per second and core at ${largeHosts} hosts (goal >= 500000)`,
      `exponent in hosts ${Math.log10(ratio.median).toFixed(2)} (goal <= 0.1)`,
    ],
  });
}
