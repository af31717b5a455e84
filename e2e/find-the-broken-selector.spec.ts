import { addressAt, expect, test } from './testing/journey.ts';

const title = 'No Pod carries the labels this Service selects';

test('from a red Service to its cause and its mending', async ({ demoPage: page }) => {
  const service = page.locator('[data-node="Service/default/frontend"]');
  await expect(service).toContainText('Selector matches no Pod');
  await page.locator('[data-target="Service/default/frontend"]').click();
  await expect(page).toHaveURL(/sel=Service(%2F|\/)default(%2F|\/)frontend/);
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByRole('heading', { name: 'frontend', exact: true })).toBeVisible();
  await expect(panel).toContainText(title);
  await expect(panel).toContainText('Requests for www.example.net/ get 503 now.');
  await expect(panel).toContainText(
    'Closest: 2 Pods of Deployment frontend carry app=frontend, one letter apart.',
  );
  await expect(panel).toContainText('spec.selector of Service frontend');
  await expect(panel).toContainText('app: fronted');
  await expect(panel).toContainText('app: frontend');
});

test('the Problems page tells the same finding with the same mending', async ({ page, demo }) => {
  await page.goto(addressAt(demo, '/c/demo-cluster/problems'));
  const list = page.getByRole('grid', { name: 'Problems, in order of harm' });
  const row = list.getByRole('row', { name: new RegExp(title) });
  await expect(row).toContainText('default/frontend');
  await row.click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { name: title })).toBeVisible();
  await expect(panel).toContainText('app=fronted');
  await expect(panel).toContainText('app=frontend');
  await panel.getByRole('link', { name: 'Show in graph' }).click();
  await expect(page).toHaveURL(/\/graph\?sel=Service(%2F|\/)default(%2F|\/)frontend/);
  await expect(page.locator('[data-target="Service/default/frontend"]')).toBeInViewport();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(title);
});

test('the keys [ and ] go from problem to problem, in the graph and in the list', async ({
  demoPage: page,
}) => {
  const panel = page.getByRole('complementary', { name: 'Details' });
  const heading = panel.getByRole('heading', { level: 2 });
  await page.keyboard.press(']');
  await expect(heading).toBeVisible();
  const first = page.url();
  await page.keyboard.press(']');
  await expect(page).not.toHaveURL(first);
  const second = page.url();
  await page.keyboard.press('[');
  await expect(page).toHaveURL(first);
  expect(second).not.toBe(first);

  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /Problems/ })
    .click();
  const list = page.getByRole('grid', { name: 'Problems, in order of harm' });
  const chosen = list.locator('[role=row][aria-selected=true]');
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press(']');
  await expect(chosen).toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press(']');
  await expect(chosen).toHaveAttribute('aria-rowindex', '3');
  await page.keyboard.press('[');
  await expect(chosen).toHaveAttribute('aria-rowindex', '2');
});
