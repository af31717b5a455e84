import { addressAt, expect, expectPicture, test } from './testing/journey.ts';
import { hasRealCluster, whyNoCluster } from './testing/real-cluster.ts';

test('the demo is alive: Pods come and go without anything being touched', async ({ page, demo }) => {
  await page.goto(addressAt(demo, '/c/demo-cluster/graph?ns=shop'));
  await expectPicture(page);
  const workloads = page.locator('[data-node^="Deployment/shop/"]');
  await expect(workloads).toHaveCount(6);
  const words = async (): Promise<string> => (await workloads.allInnerTexts()).join('\n');
  const before = await words();
  await expect.poll(words, { timeout: 60_000 }).not.toBe(before);
});

test.describe('on a real cluster', () => {
  test.skip(!hasRealCluster, whyNoCluster);

  test('a Deployment scaled by kubectl changes before the eyes, and what is open stays open', async ({
    page,
    served,
    cluster,
  }) => {
    const scale = (replicas: number): Promise<string> =>
      cluster.kubectl('scale', '--namespace=shop', 'deployment/storefront', `--replicas=${replicas}`);
    await scale(3);
    await page.goto(addressAt(served, '/c/admin/graph?ns=shop&sel=Service/shop/storefront'));
    await expectPicture(page);
    const storefront = page.locator('[data-node="Deployment/shop/storefront"]');
    await expect(storefront).toContainText('3 of 3 ready');
    const place = await storefront.boundingBox();
    await scale(5);
    await expect(storefront).toContainText('5 of 5 ready');
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('5 ready');
    expect(await storefront.boundingBox()).toEqual(place);
    await scale(3);
    await expect(storefront).toContainText('3 of 3 ready');
  });

  test('a new Ingress and its end are seen', async ({ page, served, cluster }) => {
    const remove = (): Promise<string> =>
      cluster.kubectl('delete', '--namespace=shop', '--ignore-not-found', 'ingress/journey');
    await remove();
    await page.goto(addressAt(served, '/c/admin/graph?ns=shop'));
    await expectPicture(page);
    const drawn = page.locator('[data-node="Ingress/shop/journey"]');
    await expect(drawn).toHaveCount(0);
    await cluster.kubectl(
      'create',
      'ingress',
      'journey',
      '--namespace=shop',
      '--class=nginx',
      '--rule=journey.example.com/way*=storefront:80',
    );
    await expect(drawn).toContainText('journey.example.com');
    await expect(drawn).toContainText('/way');
    await remove();
    await expect(drawn).toHaveCount(0);
  });
});
