import type { Locator } from '@playwright/test';
import {
  backendOf,
  checkoutIngress,
  checkoutService,
  expect,
  onBothGrounds,
  reviewOf,
  statusLine,
  test,
} from './testing/editing.ts';
import { expectNoViolationsInBothThemes } from './testing/expect-no-violations.ts';
import { addressAt, expectPicture } from './testing/journey.ts';

onBothGrounds(() => {
  test('a path that leads to nothing is connected by keyboard alone, and works', async ({
    page,
    playground,
  }) => {
    const { context, fairlead, namespace } = playground;
    await playground.write(checkoutService());
    await playground.write(
      checkoutIngress([{ path: '/', pathType: 'Prefix', backend: backendOf('chekout') }]),
    );
    await page.goto(addressAt(fairlead, `/c/${context}/graph?ns=${namespace}`));
    await expectPicture(page);
    await page.locator('[data-target*="/checkout#path"]').focus();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'Connect checkout' });
    await expect(dialog).toContainText('leads to chekout:80 now');
    await expectNoViolationsInBothThemes(page);
    await dialog.getByRole('searchbox').focus();
    await page.keyboard.type('checkout');
    await page.keyboard.press('Enter');

    await expect(reviewOf(page)).toContainText('checkout:http');
    expect(await playground.get('Ingress', 'checkout')).toMatchObject({
      spec: { rules: [{ http: { paths: [{ backend: backendOf('chekout') }] } }] },
    });
    await page.getByRole('button', { name: 'Check and apply 1 edit' }).click();
    await expect(statusLine(page)).toHaveText('Applied.');
    expect(await playground.get('Ingress', 'checkout')).toMatchObject({
      spec: {
        rules: [
          { http: { paths: [{ backend: { service: { name: 'checkout', port: { name: 'http' } } } }] } },
        ],
      },
    });
  });

  test('a Service is connected with Pods by their labels', async ({ page, playground }) => {
    const { context, fairlead, namespace } = playground;
    await playground.write(checkoutService({ selector: { app: 'order' } }));
    await page.goto(
      addressAt(fairlead, `/c/${context}/graph?ns=${namespace}&sel=Service/${namespace}/checkout`),
    );
    await expectPicture(page);
    await page.getByRole('button', { name: 'Connect to…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect checkout' });
    await dialog.getByRole('menuitem', { name: /Deployment orders/ }).click();
    await expect(dialog).toContainText('Selects 2 Pods of Deployment orders.');
    await dialog.getByRole('button', { name: 'Open as draft' }).click();
    await expect(reviewOf(page)).toContainText('added: app: orders');
    await page.getByRole('button', { name: /^Check and apply \d edit/ }).click();
    await expect(statusLine(page)).toHaveText('Applied.');
    expect((await playground.get('Service', 'checkout')).spec['selector']).toMatchObject({ app: 'orders' });
  });

  test('a path is drawn to a port, and a Service to Pods, with the mouse; Escape takes it back', async ({
    page,
    playground,
  }) => {
    const { context, fairlead, namespace } = playground;
    await playground.write(checkoutService({ selector: { app: 'order' } }));
    await playground.write(
      checkoutIngress([{ path: '/', pathType: 'Prefix', backend: backendOf('chekout') }]),
    );
    await page.goto(addressAt(fairlead, `/c/${context}/graph?ns=${namespace}`));
    await expectPicture(page);
    const path = page.locator('[data-target*="/checkout#path"]');
    const port = page.locator(`[data-target^="Service/${namespace}/checkout#"]`).first();
    const drawOver = async (from: Locator, to: Locator): Promise<void> => {
      await from.hover();
      await page.mouse.down();
      const box = await to.boundingBox();
      if (box === null) throw new Error('What is drawn to is not in the picture.');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
    };

    await drawOver(path, port);
    await expect(page.getByText('Drop to connect with checkout:http')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Drop to connect')).toHaveCount(0);
    await page.mouse.up();
    await expect(page).toHaveURL(/\/graph/);

    await drawOver(
      page.locator(`[data-target="Service/${namespace}/checkout"]`),
      page.locator(`[data-target="Deployment/${namespace}/orders"]`),
    );
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: 'Connect checkout' });
    await expect(dialog).toContainText('Selects 2 Pods of Deployment orders.');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    await drawOver(path, port);
    await page.mouse.up();
    await expect(reviewOf(page)).toContainText('checkout:http');
    await expect(statusLine(page)).toHaveText('Not checked with the cluster yet.');
  });
});
