import type { Page } from '@playwright/test';
import {
  applyDraft,
  checkoutService,
  editorPath,
  expect,
  openEditor,
  statusLine,
  test,
} from './testing/editing.ts';
import { addressAt, test as journey } from './testing/journey.ts';
import { openOtherCluster } from './testing/other-cluster.ts';
import { hasRealCluster, whyNoCluster } from './testing/real-cluster.ts';
import { startFairlead } from './testing/start-fairlead.ts';
import { watchForFaults } from './testing/watch-for-faults.ts';

async function setTargetPort(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Target port' }).first().click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

const targetPort = (page: Page) => page.getByRole('combobox', { name: 'Target port' }).first();

test('a reload loses nothing, and the way back is kept as well', async ({ page, playground }) => {
  await playground.write(checkoutService());
  await openEditor(page, playground, ['Service', 'checkout']);
  await setTargetPort(page, '9000');
  await expect(page.getByRole('link', { name: '1 draft' })).toBeVisible();
  await page.reload();
  await expect(targetPort(page)).toHaveValue('9000');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(targetPort(page)).toHaveValue('8081');
});

journey.describe('when Fairlead itself ends', () => {
  journey.use({ allowedFaults: [/ERR_CONNECTION_REFUSED|WebSocket|401/] });

  journey(
    'a draft is kept while nobody answers, and applied after the next start',
    async ({ page, stopAfterwards }) => {
      const first = stopAfterwards(await startFairlead(['demo', '--writable', '--port', '0']));
      const { port } = new URL(first.origin);
      const place = '/c/demo-cluster/edit/Service/shop/orders';
      await page.goto(addressAt(first, place));
      await setTargetPort(page, '9000');
      await expect(page.getByText('Not checked with the cluster yet.')).toBeVisible();
      await first.stop();
      await expect(page.getByText('Fairlead itself does not answer.')).toBeVisible();
      await expect(targetPort(page)).toHaveValue('9000');
      await expect(page.getByRole('button', { name: /pply 1 edit$/ })).toBeDisabled();

      const second = stopAfterwards(await startFairlead(['demo', '--writable', '--port', port]));
      await page.goto('about:blank');
      await page.goto(addressAt(second, place));
      await expect(targetPort(page)).toHaveValue('9000');
      await applyDraft(page);
    },
  );
});

test.describe('on a real control plane', () => {
  test.skip(!hasRealCluster, whyNoCluster);
  test.use({ ground: 'cluster' });

  test('two tabs on two clusters with the same objects: each has its own draft, and applies it to its own', async ({
    page,
    context: browser,
    playground,
    cluster,
    stopAfterwards,
  }) => {
    await playground.write(checkoutService());
    const other = stopAfterwards(await openOtherCluster(cluster.kubeconfig));
    const fairlead = stopAfterwards(
      await startFairlead(['serve', '--kubeconfig', other.kubeconfig, '--port', '0']),
    );
    const here = { ...playground, fairlead };
    await openEditor(page, here, ['Service', 'checkout']);
    await setTargetPort(page, '9000');
    await expect(page.getByRole('link', { name: '1 draft' })).toBeVisible();

    const second = await browser.newPage();
    const watch = await watchForFaults(second);
    const there = { ...here, context: 'other' };
    await second.goto(`${fairlead.origin}${editorPath(there, 'Service', 'checkout')}`);
    await expect(targetPort(second)).toHaveValue('8081');
    await expect(statusLine(second)).toHaveText('No changes.');
    await expect(second.getByRole('link', { name: /draft/ })).toHaveCount(0);
    await second.goto(`${fairlead.origin}/c/other/drafts`);
    await expect(second.getByText('No drafts. Edit a Service or an Ingress to begin one.')).toBeVisible();

    await page.getByRole('button', { name: /^Cluster: admin/ }).click();
    await page
      .getByRole('menuitemradio', { name: /other/ })
      .or(page.getByRole('menuitem', { name: /other/ }))
      .click();
    await expect(page).toHaveURL(/\/c\/other\//);
    await expect(page.getByRole('link', { name: /draft/ })).toHaveCount(0);
    await page.goBack();
    await expect(targetPort(page)).toHaveValue('9000');
    await applyDraft(page);
    expect(other.listWrites()).toEqual([]);
    expect(await watch.list()).toEqual([]);
  });
});
