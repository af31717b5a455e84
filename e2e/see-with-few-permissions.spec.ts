import { addressAt, expect, expectPicture, test } from './testing/journey.ts';
import { hasRealCluster, whyNoCluster } from './testing/real-cluster.ts';
import { startFairlead } from './testing/start-fairlead.ts';

test.skip(!hasRealCluster, whyNoCluster);

test('who may read most of it is told what is missing and what to ask for', async ({ page, served }) => {
  await page.goto(addressAt(served, '/c/viewer/graph'));
  await expectPicture(page);
  await expect(page.getByText(/^You may not list .*Nodes/)).toBeVisible();
  await expect(page.getByText(/Ask for get, list, watch on .*nodes/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy a Role' })).toBeVisible();
  await expect(page.locator('[data-node^="Service/"]').first()).toBeVisible();
});

test('who may read one namespace sees that one', async ({ page, cluster, stopAfterwards }) => {
  const flags = ['--context', 'shop-editor', '--namespace', 'shop', '--port', '0'];
  const fairlead = stopAfterwards(
    await startFairlead(['serve', '--kubeconfig', cluster.kubeconfig, ...flags]),
  );
  await page.goto(fairlead.address);
  await expect(page).toHaveURL(/\/c\/shop-editor\/graph/);
  await expectPicture(page);
  await expect(page.locator('[data-node="Ingress/shop/shop"]')).toBeVisible();
  await expect(page.locator('[data-node="Deployment/shop/storefront"]')).toBeVisible();
  await expect(page.locator('[data-node]:not([data-node*="/shop/"])[data-node*="Service/"]')).toHaveCount(0);
  await expect(page.getByText(/^You may not list /)).toBeVisible();
});

test("without --namespace the context's own namespace is read", async ({ page, served }) => {
  await page.goto(addressAt(served, '/c/shop-editor/graph'));
  await expectPicture(page);
  await expect(page.locator('[data-node="Ingress/shop/shop"]')).toBeVisible();
});

test('who may read nothing is told so, and as whom', async ({ page, served }) => {
  await page.goto(addressAt(served, '/c/nobody/graph'));
  await expect(page.getByText('This identity may not list anything Fairlead shows.').first()).toBeVisible();
  await expect(page.getByText('Signed in as nobody.').first()).toBeVisible();
  await expect(page.locator('[data-node^="Service/"]')).toHaveCount(0);
});

test('a tab that changes the context leaves the other tab alone', async ({ page, context, served }) => {
  await page.goto(addressAt(served, '/c/admin/graph?ns=shop'));
  await expectPicture(page);
  const other = await context.newPage();
  await other.goto(`${served.origin}/c/admin/graph?ns=shop`);
  await expectPicture(other);
  await other.getByRole('button', { name: /^Cluster: admin/ }).click();
  await other
    .getByRole('menuitemradio', { name: /viewer/ })
    .or(other.getByRole('menuitem', { name: /viewer/ }))
    .click();
  await expect(other).toHaveURL(/\/c\/viewer\/graph/);
  await expect(other.getByText(/^You may not list /)).toBeVisible();
  await expect(page).toHaveURL(/\/c\/admin\/graph/);
  await expect(page.getByText(/^You may not list /)).toHaveCount(0);
});
