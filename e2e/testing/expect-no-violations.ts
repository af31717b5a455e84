import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Colours on their way from one theme to the other are nobody's colours. */
const expectSettled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });

/** axe has rules to look at on this page, and none of them is broken. */
export async function expectNoViolations(page: Page): Promise<void> {
  await expectSettled(page);
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html.slice(0, 160)),
    })),
  ).toEqual([]);
  expect(passes.length).toBeGreaterThan(0);
}

/** The same in the light and in the dark. */
export async function expectNoViolationsInBothThemes(page: Page): Promise<void> {
  const root = page.locator('html');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(root).toHaveAttribute('data-theme', colorScheme);
    await expectNoViolations(page);
  }
}
