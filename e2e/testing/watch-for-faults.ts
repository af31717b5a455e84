import type { Page } from '@playwright/test';

/** What must not happen on any page: console errors, uncaught errors, refusals by the content security policy. */
export interface FaultWatch {
  /** Everything seen so far; texts that match an allowed pattern are left out. */
  readonly list: (allowed?: readonly RegExp[]) => Promise<readonly string[]>;
}

type Scope = typeof globalThis & { refusals?: string[] };

async function collectRefusals(read: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await read();
  } catch {
    // The page or worker is gone, and with it what it saw after the last look.
    return [];
  }
}

const listRefusals = (): readonly string[] => (globalThis as Scope).refusals ?? [];

function rememberRefusals(): void {
  const scope = globalThis as Scope;
  scope.refusals = [];
  scope.addEventListener('securitypolicyviolation', (event) => {
    scope.refusals?.push(
      `refused by the policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
    );
  });
}

export async function watchForFaults(page: Page): Promise<FaultWatch> {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('worker', (worker) => {
    worker.evaluate(rememberRefusals).catch((error: unknown) => {
      // Pages that are left at once take their workers with them.
      if (!String(error).includes('has been closed')) faults.push(`worker: ${String(error)}`);
    });
  });
  await page.addInitScript(rememberRefusals);
  return {
    list: async (allowed = []) => {
      const refusals = await Promise.all([
        collectRefusals(() => page.evaluate(listRefusals)),
        ...page.workers().map((worker) => collectRefusals(() => worker.evaluate(listRefusals))),
      ]);
      return [...faults, ...refusals.flat()].filter(
        (fault) => !allowed.some((pattern) => pattern.test(fault)),
      );
    },
  };
}
