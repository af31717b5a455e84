import { openClusterProxy, type ClusterProxy } from './testing/cluster-proxy.ts';
import { addressAt, expect, expectPicture, test as journey } from './testing/journey.ts';
import { hasRealCluster, whyNoCluster } from './testing/real-cluster.ts';
import { startFairlead, type Fairlead } from './testing/start-fairlead.ts';

const test = journey.extend<{ door: ClusterProxy; proxied: Fairlead }>({
  door: async ({ cluster, stopAfterwards }, use) => {
    await use(stopAfterwards(await openClusterProxy(cluster.kubeconfig)));
  },
  proxied: async ({ door, stopAfterwards }, use) => {
    await use(stopAfterwards(await startFairlead(['serve', '--kubeconfig', door.kubeconfig, '--port', '0'])));
  },
});

test.describe('on a real cluster', () => {
  test.skip(!hasRealCluster, whyNoCluster);

  test('the API server goes away and comes back, and no change made meanwhile is lost', async ({
    page,
    proxied,
    door,
    cluster,
  }) => {
    const scale = (replicas: number): Promise<string> =>
      cluster.kubectl('scale', '--namespace=shop', 'deployment/orders', `--replicas=${replicas}`);
    await scale(2);
    await page.goto(addressAt(proxied, '/c/admin/graph?ns=shop'));
    await expectPicture(page);
    const orders = page.locator('[data-node="Deployment/shop/orders"]');
    await expect(orders).toContainText('2 of 2 ready');
    await expect(page.getByRole('button', { name: /^Live\b/ })).toBeVisible();

    await door.shut();
    await expect(page.getByText(/^Connection to the cluster lost \d+ s ago\.$/)).toBeVisible();
    await expect(page.getByText(/You see the state of \d+:\d+:\d+/)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Disconnected/ })).toBeVisible();
    await expect(orders).toContainText('2 of 2 ready');
    const asked = page.waitForResponse((reply) => reply.url().endsWith('/api/contexts/admin/retry'));
    await page.getByRole('button', { name: 'Try now' }).press('Enter');
    expect((await asked).status()).toBe(200);
    await expect(page.getByText(/^Connection to the cluster lost \d+ s ago\.$/)).toBeVisible();

    await scale(4);
    await cluster.kubectl('rollout', 'status', '--namespace=shop', 'deployment/orders', '--timeout=30s');
    await expect(orders).toContainText('2 of 2 ready');
    await door.open();
    await expect(page.getByRole('button', { name: /^Live\b/ })).toBeVisible({ timeout: 45_000 });
    await expect(page.getByText('Connection to the cluster lost')).toHaveCount(0);
    await expect(orders).toContainText('4 of 4 ready');
    await scale(2);
    await expect(orders).toContainText('2 of 2 ready');
  });

  test('the API server is restarted, which makes every old watch invalid', async ({
    page,
    served,
    cluster,
  }) => {
    const { restart } = cluster;
    test.skip(restart === undefined, 'FAIRLEAD_TEST_CLUSTER_RESTART names no command');
    const scale = (replicas: number): Promise<string> =>
      cluster.kubectl('scale', '--namespace=shop', 'deployment/admin', `--replicas=${replicas}`);
    await scale(1);
    await page.goto(addressAt(served, '/c/admin/graph?ns=shop'));
    await expectPicture(page);
    const admin = page.locator('[data-node="Deployment/shop/admin"]');
    await expect(admin).toContainText('1 of 1 ready');
    await restart?.();
    await scale(3);
    await expect(admin).toContainText('3 of 3 ready', { timeout: 45_000 });
    await expect(page.getByRole('button', { name: /^Live\b/ })).toBeVisible({ timeout: 45_000 });
    await scale(1);
    await expect(admin).toContainText('1 of 1 ready', { timeout: 30_000 });
  });

  test('a cluster that cannot be reached at all is said to be so, and looked for', async ({
    page,
    proxied,
    door,
  }) => {
    await door.shut();
    await page.goto(addressAt(proxied, '/c/admin/graph'));
    await expect(page.getByText(/cannot be reached|does not answer/).first()).toBeVisible();
    await door.open();
    await expectPicture(page);
    await expect(page.getByRole('button', { name: /^Live\b/ })).toBeVisible({ timeout: 45_000 });
  });
});

test.describe('when Fairlead itself ends', () => {
  test.use({ allowedFaults: [/ERR_CONNECTION_REFUSED|WebSocket|401/] });

  test('the page says so, and goes on with the address of the next start', async ({
    page,
    stopAfterwards,
  }) => {
    const first = stopAfterwards(await startFairlead(['demo', '--port', '0']));
    await page.goto(addressAt(first, '/c/demo-cluster/graph?ns=shop'));
    await expectPicture(page);
    await first.stop();
    await expect(page.getByText('Fairlead itself does not answer.')).toBeVisible();
    await expect(page.locator('[data-node="Service/shop/orders"]')).toBeVisible();

    const second = stopAfterwards(await startFairlead(['demo', '--port', new URL(first.origin).port]));
    await page.getByRole('button', { name: 'Paste address' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste address' });
    await dialog.getByRole('textbox').fill(second.address);
    await dialog.getByRole('button', { name: 'Open' }).click();
    await expect(page.getByRole('button', { name: /^Live\b/ })).toBeVisible({ timeout: 30_000 });
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('[data-node="Service/shop/orders"]')).toBeVisible();
  });
});
