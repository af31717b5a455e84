import { test as base, expect, type Page } from '@playwright/test';
import { startFairlead, type Fairlead } from './start-fairlead.ts';
import { watchForFaults } from './watch-for-faults.ts';

interface JourneyFixtures {
  /** Patterns of faults that this journey provokes on purpose. */
  readonly allowedFaults: readonly RegExp[];
  /** The graph page of the demo cluster, loaded. */
  readonly demoPage: Page;
}

interface JourneyServers {
  readonly demo: Fairlead;
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
  page: async ({ page, allowedFaults }, use) => {
    const watch = await watchForFaults(page);
    await use(page);
    expect(await watch.list(allowedFaults)).toEqual([]);
  },
  demoPage: async ({ page, demo }, use) => {
    await openGraph(page, demo);
    await use(page);
  },
});

/** Opens the printed address and waits until the picture stands. */
export async function openGraph(page: Page, { address }: Pick<Fairlead, 'address'>): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.locator('[data-node]').first()).toBeVisible();
}

export { expect } from '@playwright/test';
