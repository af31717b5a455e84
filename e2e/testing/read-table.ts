import { expect, type Page } from '@playwright/test';

/** A line of the table twin: cell texts by column head. */
export type TableLine = Readonly<Record<string, string>>;

/** All lines of the table that is shown; the viewport must be tall enough for them to be in the document. */
export async function readTable(page: Page): Promise<readonly TableLine[]> {
  const grid = page.getByRole('grid', { name: 'Ways of requests' });
  await expect(grid).toBeVisible();
  const count = async (): Promise<number> => Number(await grid.getAttribute('aria-rowcount')) - 1;
  await expect.poll(count).toBeGreaterThan(0);
  await expect(grid.locator('[role=rowgroup] [role=gridcell]:not(:empty)').first()).toBeAttached();
  const lines = await grid.evaluate((element) => {
    const heads = [...element.querySelectorAll('[role=columnheader]')].map((head) => head.textContent.trim());
    return [...element.querySelectorAll('[role=rowgroup] [role=row]')].map((row) =>
      Object.fromEntries(
        [...row.querySelectorAll('[role=gridcell]')].map((cell, at) => [
          heads[at] ?? '',
          cell.textContent.trim(),
        ]),
      ),
    );
  });
  expect(lines).toHaveLength(await count());
  return lines;
}
