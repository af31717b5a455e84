import { expectNoViolationsInBothThemes } from './testing/expect-no-violations.ts';
import type { Locator, Page } from '@playwright/test';
import { addressAt, expect, expectPicture, test } from './testing/journey.ts';
import { announcementOf, fieldOf, hop, panelOf, trace, tracePath } from './testing/tracing.ts';
import { watchForFaults } from './testing/watch-for-faults.ts';

const working = 'https://shop.example.com/api/orders/42';
const broken = 'https://billing.example.com/payments/2024-11';

const circles = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Ways of requests' }).locator('[data-hop]');

const linkTo = (request: string): string => tracePath('demo-cluster', request);

test('a URL that works is followed to its Pods, with the rules that lost', async ({ demoPage: page }) => {
  await trace(page, working);
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText(/^Reaches orders, \d+ Pods?$/);
  await expect(panelOf(page)).toContainText(
    'Rules of ingress-nginx. Computed from the objects; no request was sent.',
  );
  await expect(hop(page, 4)).toContainText('Path /api/orders wins');
  await expect(hop(page, 6)).toContainText('Target port 8081');
  const row = (path: string, type: string): Locator =>
    page.locator(`[data-target="Ingress/shop/shop#path:shop.example.com|${type}|0|${path}"]`);
  await expect(row('/api/orders', 'Prefix')).toContainText('wins');
  await expect(row('/api/orders', 'Prefix')).toBeInViewport();
  await expect(row('/api', 'Prefix')).toContainText('matches, shorter');
  await expect(row('/healthz', 'Exact')).toContainText('not equal');
  expect(await circles(page).evaluateAll((all) => all.map((each) => each.textContent))).toEqual(
    expect.arrayContaining(['1', '2', '3', '4', '5', '6', '7']),
  );
  await expect(panelOf(page).getByRole('region', { name: 'Also match, shorter path' })).toContainText(
    '/api/orders is longer (11 characters against 4 characters)',
  );
});

test('a URL that breaks names the hop, why, and the fix', async ({ demoPage: page }) => {
  await trace(page, broken);
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText('This request gets 503');
  await expect(hop(page, 6)).toHaveAttribute('data-state', 'broken');
  await expect(hop(page, 6)).toContainText('Target port htpp is not found');
  await expect(hop(page, 7)).toHaveAttribute('data-state', 'not-reached');
  await expect(panelOf(page).getByRole('region', { name: 'What is wrong there' })).toContainText(
    'targetPort: http',
  );
  await expect(circles(page).and(page.locator('[data-broken="true"]'))).toHaveCount(1);
});

test('a curl line is read with its method and headers, and secrets stay out of the address', async ({
  demoPage: page,
}) => {
  await trace(
    page,
    "curl -X POST -H 'X-Canary: always' -H 'Authorization: Bearer hush' https://shop.example.com/api/orders",
  );
  await expect(panelOf(page)).toBeVisible();
  expect(new URL(page.url()).searchParams.get('trace')).toBe('POST https://shop.example.com/api/orders');
  expect(new URL(page.url()).searchParams.get('h')).toBe('X-Canary:always\nAuthorization:');
  expect(page.url()).not.toContain('hush');
  await page.getByRole('button', { name: 'More, 2' }).click();
  await expect(page.getByRole('textbox', { name: /Headers/ })).toHaveValue(
    'X-Canary: always\nAuthorization: Bearer hush',
  );
});

test('a trace is shared by its link, and the second tab answers the same', async ({
  page,
  context,
  demo,
}) => {
  await page.goto(addressAt(demo, linkTo(broken)));
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText('This request gets 503');
  const second = await context.newPage();
  const watch = await watchForFaults(second);
  await second.goto(page.url());
  await expect(panelOf(second).getByRole('heading', { level: 2 })).toHaveText('This request gets 503');
  await expect(fieldOf(second)).toHaveValue(broken);
  await expect(hop(second, 6)).toContainText('Target port htpp is not found');
  expect(await watch.list()).toEqual([]);
});

test('with the keyboard alone: T, completion, Enter, and Escape lets go', async ({ demoPage: page }) => {
  await page.keyboard.press('t');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.type('shop.example.com/api/o');
  await expect(page.getByRole('option').first()).toHaveText(/https:\/\/shop\.example\.com\/api\/orders/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(fieldOf(page)).toHaveValue('https://shop.example.com/api/orders');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toContainText('Reaches orders');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('trace')).toBeNull();
});

test('those who hear the page are told once, in full', async ({ demoPage: page }) => {
  await trace(page, working);
  await expect(announcementOf(page)).toHaveText(
    /^Request GET https:\/\/shop\.example\.com\/api\/orders\/42 reaches \d+ ready Pods?\. Host shop\.example\.com in Ingress shop\. Path \/api\/orders, Prefix, wins over 2 others\. Service orders, port http\. Target port 8081\.$/,
  );
  expect(await announcementOf(page).evaluate((element) => element.tagName)).toBe('OUTPUT');
  await trace(page, broken);
  await expect(announcementOf(page)).toHaveText(
    `Request GET ${broken} gets 503. It breaks at hop 6 of 7: Target port htpp is not found. Fix available.`,
  );
});

test('a Service says who can reach it, and each URL can be traced from there', async ({ page, demo }) => {
  await page.goto(addressAt(demo, '/c/demo-cluster/services?sel=Service/shop/orders'));
  const reach = page.getByRole('region', { name: 'Who can reach this?' });
  await expect(reach).toContainText('https://shop.example.com/api/orders');
  await reach.getByText('3 curl lines').click();
  await expect(reach).toContainText("curl --resolve 'shop.example.com:443:192.168.50.11'");
  await reach.getByRole('button', { name: 'Trace https://shop.example.com/api/orders' }).click();
  await expectPicture(page);
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toContainText('Reaches orders');
});

test('a URL whose requests another Ingress gets is said not to arrive', async ({ page, demo }) => {
  await page.goto(addressAt(demo, '/c/demo-cluster/services?sel=Service/sec/blog-next'));
  const urls = page.getByRole('region', { name: 'Who can reach this?' }).getByRole('listitem');
  await expect(urls.filter({ hasText: 'http://blog.example.com/preview' })).not.toContainText('arrive');
  await expect(urls.first()).toContainText(
    'Does not arrive here: Ingress sec/blog has a rule that comes first for it.',
  );
});

test('where filters hide the way the panel names them, and shows the way when asked', async ({
  page,
  demo,
}) => {
  await page.goto(addressAt(demo, `${linkTo(working)}&ns=billing&fold=shop`));
  await expect(panelOf(page)).toContainText(
    'This request’s way is not shown in full, as the page leaves out namespace shop and the folded lane of shop.',
  );
  await panelOf(page).getByRole('button', { name: 'Show the way' }).click();
  await expect(
    page.locator('[data-target="Ingress/shop/shop#path:shop.example.com|Prefix|0|/api/orders"]'),
  ).toContainText('wins');
  await expect(page).toHaveURL(/ns=billing,shop/);
  await expect(panelOf(page)).not.toContainText('not shown in full');
});

test('rules of another controller can be asked for', async ({ page, demo }) => {
  await page.goto(addressAt(demo, linkTo('http://shop.example.com/api/orders')));
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText(/sent elsewhere with 308/);
  await panelOf(page)
    .getByRole('button', { name: /Rules of/ })
    .click();
  await page.getByRole('option', { name: 'As if by the letter of the Ingress API' }).click();
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toContainText('Reaches orders');
  await expect(panelOf(page)).toContainText('Rules of the letter of the Ingress API');
});

for (const [name, request] of [
  ['works', working],
  ['breaks', broken],
] as const)
  test(`axe finds nothing in either theme on a trace that ${name}`, async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(addressAt(demo, linkTo(request)));
    await expectPicture(page);
    await expect(panelOf(page).getByRole('heading', { level: 2 })).toBeVisible();
    await expectNoViolationsInBothThemes(page);
  });
