import { setTimeout as sleep } from 'node:timers/promises';
import { kinds } from '@fairlead/kube-objects';
import type { BenchContext } from './harness/bench-context.ts';
import type { Figure } from './harness/figure.ts';
import { loadLimitMs } from './harness/first-load.ts';
import { readSnapshotHead, waitForCompleteSnapshot } from './harness/read-snapshot.ts';
import { toSpread } from './harness/spread.ts';
import { startServer, type MeasuredServer } from './harness/start-server.ts';
import type { Simulator } from './harness/start-simulator.ts';
import { openViewerSocket, type ViewerSocket } from './harness/viewer-socket.ts';
import { sumOfKinds, type SimulatorStats } from './simulator/simulator-stats.ts';

/** What Kubernetes' own service level objectives take as the most that changes. */
const eventsPerSecond = 20;
const samples = 60;
const sampleIntervalMs = 100;
const joinedAtOnce = 10;

/** As a tab does it: a snapshot first, then the socket from its revision on. */
async function join(server: MeasuredServer): Promise<ViewerSocket> {
  return openViewerSocket(server, await readSnapshotHead(server));
}

/** In groups: a hundred tabs do not open in the same instant. */
async function joinUntil(count: number, viewers: ViewerSocket[], server: MeasuredServer): Promise<void> {
  while (viewers.length < count) {
    const group = Math.min(joinedAtOnce, count - viewers.length);
    viewers.push(...(await Promise.all(Array.from({ length: group }, () => join(server)))));
  }
}

interface Watches {
  /** Open watches at each moment, and the kind with the most of them at the typical moment. */
  readonly open: readonly number[];
  readonly mostPerKind: number;
}

async function sampleWatches(simulator: Simulator): Promise<Watches> {
  const seen: SimulatorStats[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    seen.push(await simulator.readStats());
    await sleep(sampleIntervalMs);
  }
  const typical = kinds.map((kind) => toSpread(seen.map((stats) => stats.kinds[kind].watchesOpen)).median);
  return { open: seen.map((stats) => sumOfKinds(stats, 'watchesOpen')), mostPerKind: Math.max(...typical) };
}

/** P8: watches the server holds at the API server with many viewers / with one. */
export async function measureSharedWatches(context: BenchContext): Promise<Figure> {
  const { fixture } = context;
  const simulator = await context.getSimulator(fixture);
  const server = await startServer(simulator.origin);
  const viewers: ViewerSocket[] = [];
  try {
    await waitForCompleteSnapshot(server, loadLimitMs(fixture));
    await joinUntil(1, viewers, server);
    await simulator.setChurn(eventsPerSecond);
    const one = await sampleWatches(simulator);
    const before = await simulator.readStats();
    await joinUntil(context.viewers, viewers, server);
    const many = await sampleWatches(simulator);
    const after = await simulator.readStats();
    const heard = viewers.map(({ changeCount }) => changeCount);
    const open = viewers.filter(({ isOpen, changeCount }) => isOpen && changeCount > 0).length;
    const ratio = toSpread(many.open.map((count) => count / toSpread(one.open).median));
    const isMet = ratio.median === 1 && many.mostPerKind === 1 && open === context.viewers;
    return {
      id: 'P8',
      fixture,
      title: `upstream watches with ${context.viewers} viewers / with 1`,
      ratio,
      digits: 2,
      goal: '= 1.00',
      isMet,
      isRequired: true,
      isNoisy: false,
      product: `${toSpread(many.open).median} watches`,
      anchor: `${toSpread(one.open).median} watches`,
      notes: [
        `${open} of ${context.viewers} viewers are connected and heard changes (${Math.min(...heard)} to ${Math.max(...heard)} each); one watch per kind: ${many.mostPerKind === 1 ? 'yes' : 'no'}`,
        `LISTs for the additional viewers: ${sumOfKinds(after, 'lists') - sumOfKinds(before, 'lists')}; other requests: ${after.otherRequests - before.otherRequests}`,
      ],
    };
  } finally {
    for (const viewer of viewers) viewer.close();
    await simulator.setChurn(0);
    await server.stop();
  }
}
