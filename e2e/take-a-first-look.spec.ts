import { expect, expectPicture, openGraph, test } from './testing/journey.ts';

test('the printed address opens a live picture in which everything is accounted for', async ({
  page,
  demo,
}) => {
  await openGraph(page, demo);
  await expect(page).toHaveTitle(/^Graph · demo-cluster · Fairlead$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Graph');
  await expect(page.getByText('Read-only demo.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Live\b/ })).toBeVisible();
  await expect(page.getByText(/^All \d+ objects of these \d+ namespaces are in the picture$/)).toBeVisible();
  for (const head of [
    /^Exposure\d+$/,
    /^Ingress\d+ · \d+ rules$/,
    /^Service\d+/,
    /^Pods\d+ in \d+ workloads$/,
  ])
    await expect(page.getByText(head)).toBeVisible();
  await expect(page.locator('[data-lane="billing"]')).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('[data-edge]').first()).toBeAttached();
});

test('styles stand in their layers: a button looks like one', async ({ demoPage }) => {
  const button = demoPage.getByRole('button', { name: 'All namespaces' });
  await expect(button).toHaveCSS('border-top-width', '1px');
  await expect(demoPage.locator('[data-target="Service/billing/payments#port:http"]')).toHaveCSS(
    'font-family',
    /JetBrains Mono/,
  );
});

test('the token is gone from the address and nowhere else than in this tab', async ({
  page,
  demo,
  context,
}) => {
  await openGraph(page, demo);
  expect(page.url()).not.toContain('#');
  expect(page.url()).not.toContain(demo.token);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain(demo.token);
  await page.reload();
  await expectPicture(page);
  await page.goBack();
  expect(page.url()).not.toContain(demo.token);
});

test('a lane folds into one row and opens again, and the address remembers it', async ({
  demoPage: page,
}) => {
  const head = page.locator('[data-lane="billing"]');
  await expect(page.locator('[data-node="Service/billing/payments"]')).toBeVisible();
  await head.click();
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('[data-node="Service/billing/payments"]')).toHaveCount(0);
  await expect(page).toHaveURL(/fold=billing/);
  await expect(page.getByText(/^All \d+ objects/)).toBeVisible();
  await head.click();
  await expect(page.locator('[data-node="Service/billing/payments"]')).toBeVisible();
});

test('closer and farther change what a node says', async ({ demoPage: page }) => {
  const payments = page.locator('[data-node="Service/billing/payments"]');
  await expect(payments.getByRole('button', { name: /^port http 80 to htpp/ })).toBeVisible();
  const farther = page.getByRole('button', { name: 'Farther' });
  await farther.click();
  await farther.click();
  await expect(payments.getByRole('button', { name: /^port/ })).toHaveCount(0);
  await expect(payments.getByRole('button', { name: /^Service payments/ })).toBeVisible();
  await expect(async () => {
    await farther.click();
    await expect(payments).toHaveCount(0, { timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: /set to 100 %/ }).click();
  await expect(payments.getByRole('button', { name: /^port http 80 to htpp/ })).toBeVisible();
});
