import { addressAt, expect, expectPicture, openGraph, test } from './testing/journey.ts';
import { watchForFaults } from './testing/watch-for-faults.ts';

const deepLink = '/c/demo-cluster/graph?ns=shop,sec&sel=Ingress/shop/shop~shop.example.com~/search&fold=sec';

test('a link opened in a second tab shows what the first tab shows', async ({ page, context, demo }) => {
  await page.goto(addressAt(demo, deepLink));
  await expectPicture(page);
  const second = await context.newPage();
  const watch = await watchForFaults(second);
  await second.goto(page.url());
  await expectPicture(second);
  expect(second.url()).toBe(page.url());
  await expect(second.getByRole('complementary', { name: 'Details' })).toContainText(
    'shop.example.com/search',
  );
  await expect(second.locator('[data-lane="sec"]')).toHaveAttribute('aria-expanded', 'false');
  await expect(second.locator('[data-lane]')).toHaveCount(2);
  await expect(
    second.locator('[data-target="Ingress/shop/shop#path:shop.example.com|Prefix|0|/search"]'),
  ).toBeInViewport();
  expect(await watch.list()).toEqual([]);
});

test('back and forward go through what was looked at', async ({ demoPage: page }) => {
  const panel = page.getByRole('complementary', { name: 'Details' });
  await page.locator('[data-target="Service/billing/payments"]').click();
  await expect(panel.getByRole('heading', { name: 'payments', exact: true })).toBeVisible();
  await page.locator('[data-target="Service/billing/ledger"]').click();
  await expect(panel.getByRole('heading', { name: 'ledger', exact: true })).toBeVisible();
  await page.goBack();
  await expect(panel.getByRole('heading', { name: 'payments', exact: true })).toBeVisible();
  await page.goForward();
  await expect(panel.getByRole('heading', { name: 'ledger', exact: true })).toBeVisible();
});

test('a tab without the key asks for the printed address, and goes on with it', async ({ page, demo }) => {
  await page.goto(`${demo.origin}${deepLink}`);
  await expect(page.getByRole('heading', { name: 'This tab has no key to Fairlead yet' })).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Address that Fairlead printed' });
  await field.fill('http://127.0.0.1:7420/');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText('This address carries no key.')).toBeVisible();
  await field.fill(demo.address);
  await page.getByRole('button', { name: 'Open' }).click();
  await expectPicture(page);
  expect(page.url()).not.toContain(demo.token);
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('shop.example.com/search');
});

test.describe('with the key of another start', () => {
  test.use({ allowedFaults: [/401/] });

  test('the page says that it is the wrong one', async ({ page, demo }) => {
    await page.goto(addressAt({ ...demo, token: 'A'.repeat(43) }, '/'));
    await expect(page.getByText('This key is not the one of the Fairlead that runs now.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Address that Fairlead printed' }).fill(demo.address);
    await page.getByRole('button', { name: 'Open' }).click();
    await expectPicture(page);
  });
});

test('a link to what is gone says so instead of showing something else', async ({ page, demo }) => {
  await openGraph(page, demo);
  await page.goto(`${demo.origin}/c/demo-cluster/graph?sel=Service/shop/no-such-service`);
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(
    'Service no-such-service does not exist (any more)',
  );
  await page.goto(`${demo.origin}/c/elsewhere/graph`);
  await expect(page.getByText('There is no context “elsewhere”.')).toBeVisible();
});
