import { test as base, expect, type Page } from '@playwright/test';
import { openRealCluster, type RealCluster } from './real-cluster.ts';
import { startFairlead, type Fairlead, type Stoppable } from './start-fairlead.ts';
import { watchForFaults } from './watch-for-faults.ts';

interface JourneyFixtures {
  /**
   * Stops what a journey started once the page has been asked for its faults, the last started first: what a page says
   * of a server that is gone is no fault, unless the journey is about that.
   */
  readonly stopAfterwards: <Started extends Stoppable>(started: Started) => Started;
  /** Patterns of faults that this journey provokes on purpose. */
  readonly allowedFaults: readonly RegExp[];
  /** The graph page of the demo cluster, loaded. */
  readonly demoPage: Page;
}

interface JourneyServers {
  readonly demo: Fairlead;
  /** A real API server; journeys that want it skip themselves where there is none. */
  readonly cluster: RealCluster;
  /** Fairlead on the real API server, as an administrator. */
  readonly served: Fairlead;
}

/** Every journey fails on a console error, an uncaught error or a refusal by the content security policy. */
export const test = base.extend<JourneyFixtures, JourneyServers>({
  allowedFaults: [[], { option: true }],
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from this pattern
    async ({}, use) => {
      const demo = await startFairlead(['demo', '--port', '0']);
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker' },
  ],
  cluster: [
    // oxlint-disable-next-line no-empty-pattern -- see above
    async ({}, use) => use(await openRealCluster()),
    { scope: 'worker', timeout: 120_000 },
  ],
  served: [
    async ({ cluster }, use) => {
      const served = await startFairlead(['serve', '--kubeconfig', cluster.kubeconfig, '--port', '0']);
      await use(served);
      await served.stop();
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern -- see above
  stopAfterwards: async ({}, use) => {
    const running: Stoppable[] = [];
    await use((started) => {
      running.push(started);
      return started;
    });
    for (const started of running.toReversed()) await started.stop();
  },
  // oxlint-disable-next-line no-unused-vars -- what a fixture asks for is done with after it, even if it uses none of it
  page: async ({ stopAfterwards: _, page, allowedFaults }, use) => {
    const watch = await watchForFaults(page);
    await use(page);
    expect(await watch.list(allowedFaults)).toEqual([]);
  },
  demoPage: async ({ page, demo }, use) => {
    await openGraph(page, demo);
    await use(page);
  },
});

/** A page of Fairlead with the token in its address, as if somebody had pasted both. */
export const addressAt = ({ origin, token }: Fairlead, path: string): string => `${origin}${path}#t=${token}`;

/** Waits until the picture stands. */
export async function expectPicture(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Ways of requests' })).toBeVisible();
  await expect(page.locator('[data-node]').first()).toBeVisible();
}

/** Opens the printed address and waits until the picture stands. */
export async function openGraph(page: Page, { address }: Pick<Fairlead, 'address'>): Promise<void> {
  await page.goto(address);
  await expectPicture(page);
}

export { expect } from '@playwright/test';
