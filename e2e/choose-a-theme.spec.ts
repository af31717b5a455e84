import { addressAt, expect, expectPicture, test } from './testing/journey.ts';

test('dark is chosen in Settings, kept, and there from the first paint on', async ({ page, demo }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(addressAt(demo, '/settings'));
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).click();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.goto(`${demo.origin}/c/demo-cluster/graph`);
  await expectPicture(page);
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(canvas).toBe('rgb(12, 15, 20)');
});

test('as the system says, also when that changes', async ({ page, demo }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(addressAt(demo, '/c/demo-cluster/graph'));
  await expectPicture(page);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'light');
});
