import type { Locator, Page } from '@playwright/test';

export const fieldOf = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'URL or curl line to trace' });
export const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Trace' });
/** The answer in one sentence. */
export const headlineOf = (page: Page): Locator => panelOf(page).getByRole('heading', { level: 2 });
/** What those who hear the page are told. */
export const announcementOf = (page: Page): Locator => page.locator('[data-tracer-announcement]');
export const hop = (page: Page, number: number): Locator => panelOf(page).locator(`[data-hop="${number}"]`);
/** Rules that lost, by what is said of all of them. */
export const lostRules = (page: Page, title: string): Locator =>
  panelOf(page).getByRole('region', { name: title });
/** The row of a path in the picture. */
export const pathRow = (
  page: Page,
  ingress: string,
  [host, pathType, path]: readonly [host: string, pathType: string, path: string],
): Locator => page.locator(`[data-target="Ingress/${ingress}#path:${host}|${pathType}|0|${path}"]`);

/** Where a trace is in a page of graphs. */
export const tracePath = (context: string, request: string): string =>
  `/c/${context}/graph?trace=${encodeURIComponent(`GET ${request}`)}`;

export async function trace(page: Page, line: string): Promise<void> {
  await fieldOf(page).fill(line);
  await page.getByRole('button', { name: 'Trace', exact: true }).click();
}
