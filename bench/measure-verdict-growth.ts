import { findVerdict } from '@fairlead/routing';
import { buildPlainWorld, inOnePiece, listPlainRequests, type RouteWorld } from './fixture/route-world.ts';
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

/** The same for a bare Map of all hosts and paths, asked with keys that are already put together: memory alone. */
export function prepareLookups({ ingresses }: RouteWorld, hostCount: number): () => number {
  const rules = ingresses.flatMap(({ spec }) =>
    (spec.rules ?? []).flatMap(({ host = '', http }) =>
      (http?.paths ?? []).map(({ path = '' }) => ({ host, path })),
    ),
  );
  const known = new Map(rules.map((rule) => [inOnePiece(`${rule.host}${rule.path}`), rule]));
  const keys = listPlainRequests(hostCount, requestCount, seededRandom(hostCount)).map(({ host }, at) =>
    inOnePiece(`${host}${rules[at % 5]?.path ?? ''}`),
  );
  const ask = (): number => {
    let found = 0;
    const before = process.cpuUsage();
    for (const key of keys) if (known.get(key)?.path !== undefined) found += 1;
    const { user, system } = process.cpuUsage(before);
    if (found === 0) throw new Error('No key was found.');
    return ((user + system) * 1_000) / keys.length;
  };
  ask();
  return ask;
}

/** P20, second half: CPU time of a verdict at 10 000 hosts / at 1 000 hosts. */
export function measureVerdictGrowth(context: BenchContext): Promise<Figure> {
  const smallWorld = buildPlainWorld(smallHosts);
  const largeWorld = buildPlainWorld(largeHosts);
  const small = prepareVerdicts(smallWorld, smallHosts);
  const large = prepareVerdicts(largeWorld, largeHosts);
  const pairs: Pair[] = [];
  for (let pair = 1; pair <= context.pairs; pair += 1) {
    pairs.push({ anchor: small(), product: large() });
    const { anchor, product } = pairs.at(-1) ?? { anchor: 0, product: 0 };
    context.note(`P20B ${pair}/${context.pairs}: ${anchor.toFixed(0)} ns, ${product.toFixed(0)} ns`);
  }
  const { ratio, product, anchor, isNoisy } = toPairedSpreads(pairs);
  const smallLookup = prepareLookups(smallWorld, smallHosts);
  const largeLookup = prepareLookups(largeWorld, largeHosts);
  const lookups = toPairedSpreads(pairs.map(() => ({ anchor: smallLookup(), product: largeLookup() })));
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
      `a bare Map of the same hosts and paths: ${lookups.anchor.median.toFixed(0)} ns and ${lookups.product.median.toFixed(0)} ns, ratio ${lookups.ratio.median.toFixed(2)}`,
    ],
  });
}
