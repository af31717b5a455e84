import { nameDrawnEdge } from './graph-truth/name-drawn-edge.ts';
import { readDrawnEdges } from './testing/drawn-edges.ts';
import { expect, test } from './testing/journey.ts';

test('a host and path lead over a Service to Pods', async ({ demoPage: page }) => {
  await page.getByRole('button', { name: 'All namespaces' }).click();
  await page.getByRole('option', { name: /^shop\b/ }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/ns=shop/);

  const row = page.locator('[data-target="Ingress/shop/shop#path:shop.example.com|Prefix|0|/api"]');
  await expect(row).toHaveAccessibleName(/^path \/api, Prefix, leads to api-gateway:8080/);
  await row.click();
  await expect
    .poll(async () =>
      (await readDrawnEdges(page))
        .filter(({ look }) => look === 'selected')
        .map(nameDrawnEdge)
        .toSorted(),
    )
    .toEqual([
      'port http of Service shop/api-gateway -> Deployment shop/api-gateway',
      'rule shop/shop shop.example.com Prefix /api -> port http of Service shop/api-gateway',
    ]);

  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel).toContainText('Selected rule');
  await expect(panel).toContainText('shop.example.com/api');
  await expect(panel).toContainText(/Pods: \d of \d ready/);
  await expect(panel.getByRole('list', { name: /^Route 1/ })).toContainText('Service');
  await expect(panel).toContainText("curl --resolve 'shop.example.com:443:");

  await page.getByRole('button', { name: 'Show the Pods of api-gateway' }).click();
  await expect(page).toHaveURL(/expand=Deployment/);
  const pod = page.locator('[data-target^="Deployment/shop/api-gateway#pod:"]').first();
  await expect(pod).toHaveAccessibleName(/^Pod /);
  await pod.click();
  await expect(panel).toContainText('Pod in namespace shop');
});

test('the search finds a host and leads to it in the graph', async ({ demoPage: page }) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('admin.shop.example.com');
  const hit = page.getByRole('menuitem').filter({ hasText: 'admin.shop.example.com' }).first();
  await expect(hit).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/graph\?sel=Ingress/);
  await expect(page.locator('[data-target="Ingress/shop/shop"]')).toBeInViewport();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(
    'Ingress in namespace shop',
  );
});
