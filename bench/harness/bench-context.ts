import type { Browser } from '@playwright/test';
import type { FixtureName } from '../fixture/cluster-plan.ts';
import { launchBrowser } from './open-page.ts';
import { startSimulator, type Simulator } from './start-simulator.ts';

/** What measurements share: one simulator per fixture and one browser, started when first needed. */
export class BenchContext {
  readonly fixture: FixtureName;
  readonly pairs: number;
  readonly viewers: number;
  readonly #simulators = new Map<FixtureName, Promise<Simulator>>();
  #browser: Promise<Browser> | undefined;

  constructor({ fixture, pairs, viewers }: Pick<BenchContext, 'fixture' | 'pairs' | 'viewers'>) {
    this.fixture = fixture;
    this.pairs = pairs;
    this.viewers = viewers;
  }

  /** Progress, for whoever waits. */
  note(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  getSimulator(fixture: FixtureName = this.fixture): Promise<Simulator> {
    let simulator = this.#simulators.get(fixture);
    if (simulator === undefined) {
      this.note(`${fixture}: writing the cluster's lists`);
      simulator = startSimulator(fixture);
      this.#simulators.set(fixture, simulator);
    }
    return simulator;
  }

  getBrowser(): Promise<Browser> {
    this.#browser ??= launchBrowser();
    return this.#browser;
  }

  async close(): Promise<void> {
    const simulators = await Promise.allSettled(this.#simulators.values());
    const started = simulators.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    await Promise.all(started.map((simulator) => simulator.stop()));
    const [browser] = await Promise.allSettled([this.#browser]);
    if (browser.status === 'fulfilled') await browser.value?.close();
  }
}
