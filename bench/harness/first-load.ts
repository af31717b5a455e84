import { setTimeout as sleep } from 'node:timers/promises';
import type { FixtureName } from '../fixture/cluster-plan.ts';
import { sumOfKinds } from '../simulator/simulator-stats.ts';
import type { BenchContext } from './bench-context.ts';
import { openPage } from './open-page.ts';
import { startServer, type MeasuredServer } from './start-server.ts';

/** One cold start: a new server, a new tab, until the picture is complete. Times begin with the server's process. */
export interface FirstLoad {
  /** Until the server had printed its address, had read the last page of the lists, and the complete picture was painted. */
  readonly untilReadyMs: number;
  readonly untilListedMs: number;
  readonly untilPaintedMs: number;
  readonly objectCount: number;
  readonly elementCount: number;
  /** JSON that the server read from the API server for it. */
  readonly listBytes: number;
  /** Memory of its own before anybody looked and with the whole cluster in it. */
  readonly memoryBefore: number;
  readonly memoryAfter: number;
  readonly peakMemory: number | undefined;
}

const loadLimitsMs: Readonly<Record<FixtureName, number>> = { F1: 60_000, F10: 240_000, F30: 480_000 };

/** How long a first load may take before it counts as never. */
export const loadLimitMs = (fixture: FixtureName): number => loadLimitsMs[fixture];

/** The server keeps a packed snapshot for the next tab for ten seconds; what stays is measured after that. */
const restMs = 12_000;

export interface FirstLoadOptions {
  readonly fixture: FixtureName;
  /** Measuring memory takes a pause before the tab opens, so such a load says nothing about time. */
  readonly measuresMemory?: boolean;
  /** The address the tab is sent to, when it is not the server's own. */
  readonly addressOf?: (server: MeasuredServer) => Promise<string>;
  /** Looks at the server while the picture stands. */
  readonly inspect?: (server: MeasuredServer) => Promise<void>;
}

export async function loadOnce(context: BenchContext, options: FirstLoadOptions): Promise<FirstLoad> {
  const { fixture, measuresMemory = false, addressOf, inspect } = options;
  const [simulator, browser] = [await context.getSimulator(fixture), await context.getBrowser()];
  const before = await simulator.readStats();
  const server = await startServer(simulator.origin);
  try {
    const memoryBefore = measuresMemory ? await server.readMemory() : 0;
    const address = addressOf === undefined ? server.address : await addressOf(server);
    const picture = await openPage(browser, {
      address,
      expected: simulator.objectCount,
      limitMs: loadLimitMs(fixture),
    });
    const after = await simulator.readStats();
    if (measuresMemory) await sleep(restMs);
    const memoryAfter = measuresMemory ? await server.readMemory() : 0;
    await inspect?.(server);
    return {
      untilReadyMs: server.readyAtMs - server.startedAtMs,
      untilListedMs: after.lastListAtMs - server.startedAtMs,
      untilPaintedMs: picture.paintedAtMs - server.startedAtMs,
      objectCount: picture.objectCount,
      elementCount: picture.elementCount,
      listBytes: sumOfKinds(after, 'listBytes') - sumOfKinds(before, 'listBytes'),
      memoryBefore,
      memoryAfter,
      peakMemory: await server.readPeakMemory(),
    };
  } finally {
    await server.stop();
  }
}
