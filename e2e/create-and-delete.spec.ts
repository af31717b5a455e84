import {
  backendOf,
  checkoutIngress,
  checkoutService,
  expect,
  onBothGrounds,
  test,
} from './testing/editing.ts';
import { addressAt } from './testing/journey.ts';

onBothGrounds(() => {
  // The browser itself reports that what was deleted is not there any more.
  test.use({ allowedFaults: [/404/] });

  test('what depends on a Service is named before it is deleted, and it can be created again', async ({
    page,
    playground,
  }) => {
    const { context, fairlead, namespace } = playground;
    await playground.write(checkoutService());
    await playground.write(
      checkoutIngress([
        { path: '/', pathType: 'Prefix', backend: backendOf('checkout') },
        { path: '/pay', pathType: 'Exact', backend: backendOf('checkout') },
      ]),
    );
    await page.goto(
      addressAt(fairlead, `/c/${context}/services?ns=${namespace}&sel=Service/${namespace}/checkout`),
    );
    await page
      .getByRole('complementary', { name: 'Details' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(page.getByText('2 paths in 1 Ingress point here.')).toBeVisible();
    const dependents = page.getByRole('region', { name: 'Delete Service checkout' });
    await expect(dependents.getByText('checkout: checkout.example.com/pay')).toBeVisible();
    const send = page.getByRole('button', { name: 'Delete Service checkout' });
    await expect(send).toBeDisabled();
    await page.getByRole('button', { name: 'Check with the cluster' }).click();
    await expect(page.getByText('Server dry run accepted.')).toBeVisible();
    expect(await playground.find('Service', 'checkout')).toBeDefined();
    await page.getByRole('textbox', { name: 'Type checkout to confirm' }).fill('checkout');
    await send.click();
    await expect(page.getByText('It is gone from the cluster.')).toBeVisible();
    expect(await playground.find('Service', 'checkout')).toBeUndefined();

    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('New Service');
    await page.getByRole('button', { name: /reate Service$/ }).click();
    await expect.poll(() => playground.find('Service', 'checkout')).toBeDefined();
    expect((await playground.get('Service', 'checkout')).spec).toMatchObject({
      selector: { app: 'orders' },
      ports: [{ name: 'http', port: 80, targetPort: 8081 }],
    });
  });

  test('a copy is a new object, without what belongs to the first', async ({ page, playground }) => {
    const { context, fairlead, namespace } = playground;
    await playground.write(checkoutService());
    await page.goto(
      addressAt(fairlead, `/c/${context}/services?ns=${namespace}&sel=Service/${namespace}/checkout`),
    );
    await page.getByRole('button', { name: 'Duplicate' }).click();
    await expect(page.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('checkout-copy');
    await page.getByRole('textbox', { name: 'Name' }).first().fill('till');
    await page.getByRole('button', { name: /reate Service$/ }).click();
    await expect.poll(() => playground.find('Service', 'till')).toBeDefined();
    const [first, copy] = [
      await playground.get('Service', 'checkout'),
      await playground.get('Service', 'till'),
    ];
    expect(copy.spec['ports']).toEqual(first.spec['ports']);
    expect(copy.spec['clusterIP']).not.toBe(first.spec['clusterIP']);
    expect(await playground.find('Service', 'checkout-copy')).toBeUndefined();
  });

  test('a new Service, from nothing to ready Pods', async ({ page, playground }) => {
    const { context, fairlead, namespace } = playground;
    await page.goto(addressAt(fairlead, `/c/${context}/services?ns=${namespace}`));
    await page.getByRole('button', { name: 'New Service' }).click();
    await page.getByRole('textbox', { name: 'Name' }).first().fill('till');
    await page.getByRole('combobox', { name: 'Label', exact: true }).fill('app');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Value', exact: true }).first().fill('orders');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add label' }).click();
    await expect(page.getByText('2 Pods match, 2 ready. From Deployment orders.')).toBeVisible();
    await page.getByRole('combobox', { name: 'Target port' }).click();
    await page.keyboard.type('http');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /reate Service$/ }).click();
    await expect(page.getByText('2 of 2 Pods ready.')).toBeVisible();
    expect((await playground.get('Service', 'till')).spec).toMatchObject({ selector: { app: 'orders' } });
  });
});
