import type { Page } from '@playwright/test';
import { addressAt, expect, expectPicture, test } from './testing/journey.ts';

/** What has the focus: the accessible text of the element, and the target of the picture it stands for. */
const focused = (page: Page): Promise<{ words: string; target: string | undefined; role: string }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return {
      words: element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '',
      target: element instanceof HTMLElement ? element.dataset['target'] : undefined,
      role: element?.getAttribute('role') ?? element?.localName ?? '',
    };
  });

const target = async (page: Page): Promise<string | undefined> => (await focused(page)).target;

async function tabTo(
  page: Page,
  isThere: (place: Awaited<ReturnType<typeof focused>>) => boolean,
): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(isThere(await focused(page))).toBe(true);
  }).toPass({ intervals: [0], timeout: 20_000 });
}

test('Tab goes through bar, filters, graph and strip in reading order; the graph is one stop', async ({
  page,
  demo,
}) => {
  await page.goto(addressAt(demo, '/c/demo-cluster/graph?ns=shop'));
  await expectPicture(page);
  const seen: string[] = [];
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to graph' })).toBeFocused();
  await expect(async () => {
    const place = await focused(page);
    seen.push(place.target === undefined ? place.words : 'the graph');
    await page.keyboard.press('Tab');
    expect((await focused(page)).words).toBe('Whole cluster');
  }).toPass({ intervals: [0], timeout: 20_000 });
  const order = [
    'Skip to graph',
    'Cluster: demo-cluster',
    'Graph',
    'Problems',
    'Search',
    'Live',
    'the graph',
  ];
  const places = order.map((words) => seen.findIndex((each) => each.startsWith(words)));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(seen.filter((each) => each === 'the graph')).toHaveLength(1);
});

test('arrows walk along the rows and edges, Enter opens, Escape closes and gives the focus back', async ({
  page,
  demo,
}) => {
  await page.goto(addressAt(demo, '/c/demo-cluster/graph?ns=shop'));
  await expectPicture(page);
  await tabTo(page, (place) => place.target !== undefined);
  await page.keyboard.press('Home');
  await expect.poll(() => target(page)).toBe('Ingress/shop/api');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => target(page)).toBe('Ingress/shop/api#path:api.example.com|Prefix|0|/');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => target(page)).toBe('Service/shop/api-gateway#port:http');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => target(page)).toBe('Deployment/shop/api-gateway');
  await page.keyboard.press('Space');
  await expect(page.locator('[data-target^="Deployment/shop/api-gateway#pod:"]').first()).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.locator('[data-target^="Deployment/shop/api-gateway#pod:"]')).toHaveCount(0);
  // Two ports of the Service lead to these Pods.
  await page.keyboard.press('ArrowLeft');
  const ends = page.getByRole('menu', { name: 'Where it comes from' }).getByRole('menuitem');
  await expect(ends).toHaveText([/^http 8080/, /^metrics 9090/]);
  await expect(ends.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => target(page)).toBe('Deployment/shop/api-gateway');
  await page.keyboard.press('ArrowLeft');
  await expect(ends.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => target(page)).toBe('Service/shop/api-gateway#port:http');
  await page.keyboard.press('f');
  await expect(page).toHaveURL(/focus=Service\/shop\/api-gateway~http/);
  await expect(page.getByText(/^Focus:/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/focus=/);
  await expect.poll(() => target(page)).toBe('Service/shop/api-gateway#port:http');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByRole('heading', { name: 'api-gateway', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/sel=/);
  await expect.poll(() => target(page)).toBe('Service/shop/api-gateway#port:http');
});

test('keys lead to pages, to search, to the table and to their own list', async ({ demoPage: page }) => {
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/\/problems/);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/services/);
  await page.keyboard.press('/');
  await page.keyboard.type('orders');
  await expect(page.getByRole('grid').getByRole('row', { name: /orders/ })).toBeVisible();
  await expect(page).toHaveURL(/q=orders/);
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Details' })).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('g');
  await expectPicture(page);
  await page.keyboard.press('v');
  await expect(page.getByRole('grid').getByRole('columnheader', { name: 'Host' })).toBeVisible();
  await page.keyboard.press('v');
  await expectPicture(page);

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toContainText('Search and commands');
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('payments');
  await expect(page.getByRole('menuitem').filter({ hasText: 'payments' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sel=/);
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('payments');
});

test('letters are letters in a text field, and F6 goes from region to region', async ({ demoPage: page }) => {
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/ingresses/);
  const filter = page.getByRole('searchbox');
  await filter.focus();
  await page.keyboard.type('gp');
  await expect(filter).toHaveValue('gp');
  await expect(page).toHaveURL(/\/ingresses/);
  await filter.fill('');
  await page.keyboard.press('F6');
  const first = await focused(page);
  await page.keyboard.press('F6');
  expect(await focused(page)).not.toEqual(first);
});

test('P pauses: nothing moves until it is pressed again', async ({ page, demo }) => {
  await page.goto(addressAt(demo, '/c/demo-cluster/graph?ns=shop'));
  await expectPicture(page);
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: /^Paused/ })).toBeVisible();
  const words = async (): Promise<string> =>
    (await page.locator('[data-node^="Deployment/shop/"]').allInnerTexts()).join('\n');
  const before = await words();
  await expect(page.getByRole('button', { name: /^Paused, \d+ updates? waiting/ })).toBeVisible({
    timeout: 60_000,
  });
  expect(await words()).toBe(before);
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: /^Live\b/ })).toBeVisible();
});
