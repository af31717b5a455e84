import type { FixtureName } from '../fixture/cluster-plan.ts';
import { sumOfKinds, type SimulatorStats } from '../simulator/simulator-stats.ts';
import { startProcess } from './start-process.ts';

/** A running API simulator, seen from the bench. */
export interface Simulator {
  readonly fixture: FixtureName;
  readonly origin: string;
  /** Objects of all kinds together. */
  readonly objectCount: number;
  readStats(): Promise<SimulatorStats>;
  setChurn(eventsPerSecond: number): Promise<void>;
  stop(): Promise<void>;
}

/** F30 is over a gigabyte of JSON that has to be written first. */
const startLimitMs = 240_000;

export async function startSimulator(fixture: FixtureName): Promise<Simulator> {
  const started = await startProcess(['--import', 'tsx', 'bench/api-simulator.ts', '--fixture', fixture], {
    pattern: /listening on (http:\/\/\S+)/,
    limitMs: startLimitMs,
  });
  const origin = started.match[1] ?? '';
  const readStats = async (): Promise<SimulatorStats> =>
    (await (await fetch(`${origin}/__stats`)).json()) as SimulatorStats;
  return {
    fixture,
    origin,
    objectCount: sumOfKinds(await readStats(), 'objects'),
    readStats,
    setChurn: async (eventsPerSecond) => {
      await fetch(`${origin}/__churn?eventsPerSecond=${eventsPerSecond}`, { method: 'POST' });
    },
    stop: () => started.stop(),
  };
}
