import { countCrossings, layoutLane, orderLayers } from '@fairlead/resource-graph';
import { layoutWithElk, ordersOf, toElkGraph } from './anchor-elk-layout.ts';
import { randomLane, type RandomLane } from './fixture/random-lane.ts';
import type { BenchContext } from './harness/bench-context.ts';
import { milliseconds, type Figure } from './harness/figure.ts';
import { pictureView } from './harness/picture-view.ts';
import { toPairedSpreads, type Pair } from './harness/spread.ts';

const ourNodes = 60_000;
const elkNodes = 1_000;
/** The size on which the quality is compared, and the lanes of a cluster of 60 000 nodes. */
const qualityNodes = 500;
const qualityGraphs = 5;
const laneCount = 30;

/** An order with few crossings, then every node's and edge's place. */
function layoutOurs({ lane, layered }: RandomLane): number {
  orderLayers(layered);
  return layoutLane(lane, pictureView).height;
}

async function measureCpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function compareCrossings(): Promise<number> {
  let [ours, theirs] = [0, 0];
  for (let seed = 1; seed <= qualityGraphs; seed += 1) {
    const random = randomLane(qualityNodes, seed);
    ours += countCrossings(random.layered, orderLayers(random.layered));
    theirs += countCrossings(random.layered, ordersOf(random, await layoutWithElk(toElkGraph(random, true))));
  }
  return ours / theirs;
}

/** P4: CPU time for the layout of 60 000 nodes / of 1 000 nodes by elkjs. */
export async function measureLayout(context: BenchContext): Promise<Figure> {
  const large = randomLane(ourNodes, 7);
  const lanes = Array.from({ length: laneCount }, (_, at) => randomLane(ourNodes / laneCount, 100 + at));
  const small = randomLane(elkNodes, 7);
  const [inOneLane, inLanes]: [Pair[], Pair[]] = [[], []];
  for (let pair = 1; pair <= context.pairs; pair += 1) {
    const graph = toElkGraph(small, false);
    const anchor = await measureCpuMs(() => layoutWithElk(graph));
    const product = await measureCpuMs(() => layoutOurs(large));
    inOneLane.push({ anchor, product });
    inLanes.push({ anchor, product: await measureCpuMs(() => lanes.forEach(layoutOurs)) });
    context.note(`P4 ${pair}/${context.pairs}: elkjs ${milliseconds(anchor)}, ours ${milliseconds(product)}`);
  }
  const { ratio, product, anchor, isNoisy } = toPairedSpreads(inOneLane);
  const divided = toPairedSpreads(inLanes);
  const crossings = await compareCrossings();
  return {
    id: 'P4',
    fixture: 'random',
    title: 'layout of 60 000 nodes / elkjs layered, 1 000 nodes (CPU)',
    ratio,
    digits: 3,
    goal: '<= 0.100',
    isMet: ratio.median <= 0.1,
    isRequired: false,
    isNoisy,
    product: milliseconds(product.median),
    anchor: milliseconds(anchor.median),
    notes: [
      `the same 60 000 nodes in ${laneCount} namespaces: ${milliseconds(divided.product.median)}, ratio ${divided.ratio.median.toFixed(3)}`,
      `crossings on ${qualityGraphs} random graphs of ${qualityNodes} nodes: ${crossings.toFixed(3)} of elkjs's (goal <= 1.05)`,
    ],
  };
}
