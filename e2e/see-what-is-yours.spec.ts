import {
  backendOf,
  checkoutIngress,
  checkoutService,
  expect,
  onBothGrounds,
  openEditor,
  test,
} from './testing/editing.ts';
import { addressAt } from './testing/journey.ts';

const pathTo = (path: string, name = 'checkout'): object => ({
  path,
  pathType: 'Prefix',
  backend: backendOf(name),
});

onBothGrounds(() => {
  // The browser itself reports that what was deleted is not there any more.
  test.use({ allowedFaults: [/404/] });

  test('the picture of a draft shows what the draft changes, not what others did meanwhile', async ({
    page,
    playground,
  }) => {
    const { context, fairlead, namespace } = playground;
    await playground.write(checkoutService());
    await playground.write(checkoutIngress([pathTo('/'), pathTo('/pay')]));
    await openEditor(page, playground, ['Ingress', 'checkout']);
    const rows = page.getByRole('group', { name: /^Path/ });
    await rows.first().getByRole('combobox', { name: 'Service' }).fill('nobody');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Check and apply 1 edit' })).toBeVisible();
    await playground.write(checkoutIngress([pathTo('/'), pathTo('/pay', 'till')]));

    await page.goto(addressAt(fairlead, `/c/${context}/graph?ns=${namespace}&view=table`));
    await expect(page.getByText('Draft: 1 changed')).toBeVisible();
    await expect(page.getByText('The picture has yours:')).toHaveCount(0);

    await playground.write(checkoutIngress([pathTo('/', 'somebody'), pathTo('/pay', 'till')]));
    await expect(page.getByText(/The picture has yours: Backend of \//)).toBeVisible();
    await page.getByRole('button', { name: 'Choose for the draft of Ingress checkout' }).click();
    await expect(page.getByText('This Ingress changed while you were editing')).toBeVisible();
  });

  test('the review of a deletion names the requests that nobody answers any more', async ({
    page,
    playground,
  }) => {
    const { context, fairlead, namespace } = playground;
    await playground.write(checkoutService());
    await playground.write(checkoutIngress());
    await page.goto(addressAt(fairlead, `/c/${context}/delete/Ingress/${namespace}/checkout`));
    const requests = page.getByRole('region', { name: 'Requests', exact: true });
    await expect(requests).toContainText('checkout.example.com/');
    await page.getByRole('textbox', { name: 'Type checkout to confirm' }).fill('checkout');
    await page.getByRole('button', { name: 'Delete Ingress checkout' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('checkout was deleted.');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });

  test('who else has a host is told at its line while it is typed as YAML', async ({ page, playground }) => {
    const { namespace } = playground;
    await playground.write(checkoutService());
    await playground.write(checkoutIngress());
    await playground.write({ ...checkoutIngress([pathTo('/pay')]), metadata: { name: 'other' } });
    await openEditor(page, playground, ['Ingress', 'other', 'yaml']);
    await expect(page.locator('.view-lines')).toContainText('checkout.example.com');
    const icon = page.locator('.glyph-margin-widgets > div').first();
    await icon.hover();
    await expect(
      page.getByText(`${namespace}/checkout claims checkout.example.com too.`).first(),
    ).toBeVisible();
  });
});
