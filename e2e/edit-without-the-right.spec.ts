import { checkoutService, expect, openEditor, statusLine, test } from './testing/editing.ts';
import { addressAt, test as journey } from './testing/journey.ts';
import { hasRealCluster, kubectl, whyNoCluster } from './testing/real-cluster.ts';
import { startFairlead } from './testing/start-fairlead.ts';

journey('the plain demo: an edit is checked, shown, and stays a draft', async ({ page, demo }) => {
  await page.goto(addressAt(demo, '/c/demo-cluster/edit/Service/shop/orders'));
  await page.getByRole('combobox', { name: 'Target port' }).first().click();
  await page.keyboard.type('9000');
  await page.keyboard.press('Escape');
  await expect(statusLine(page)).toHaveText(
    'The demo is read-only: check what would happen, nothing is applied.',
  );
  await expect(page.getByRole('button', { name: 'Copy YAML' })).toBeEnabled();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText(/^Checked .* ago\.$/)).toBeVisible();
  await expect(page.getByRole('button', { name: /pply 1 edit$/ })).toBeDisabled();
});

test.describe('on a real control plane', () => {
  test.skip(!hasRealCluster, whyNoCluster);
  test.use({ ground: 'cluster' });

  test('serve --read-only: nothing is offered, and no key sends anything', async ({
    page,
    cluster,
    playground,
    stopAfterwards,
  }) => {
    await playground.write(checkoutService());
    const strict = stopAfterwards(
      await startFairlead(['serve', '--kubeconfig', cluster.kubeconfig, '--read-only', '--port', '0']),
    );
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/edits/')) sent.push(request.url());
    });
    await page.goto(addressAt(strict, '/c/admin/services?ns=journey&sel=Service/journey/checkout'));
    const edit = page
      .getByRole('complementary', { name: 'Details' })
      .getByRole('button', { name: 'Edit', exact: true });
    await expect(edit).toHaveAttribute('aria-disabled', 'true');
    await expect(edit).toHaveAccessibleDescription('Fairlead was started read-only.');

    await openEditor(page, { ...playground, fairlead: strict }, ['Service', 'checkout']);
    await page.getByRole('combobox', { name: 'Target port' }).click();
    await page.keyboard.type('9000');
    await page.keyboard.press('Escape');
    await expect(statusLine(page)).toHaveText(
      'Fairlead was started with --read-only. Nothing is sent to this cluster.',
    );
    await page.keyboard.press('Control+s');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: /pply 1 edit$/ })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeDisabled();
    expect(sent).toEqual([]);
  });

  test('who may only look is told which verb is missing', async ({ page, playground }) => {
    await playground.write(checkoutService());
    await page.goto(
      addressAt(playground.fairlead, '/c/viewer/services?ns=journey&sel=Service/journey/checkout'),
    );
    const panel = page.getByRole('complementary', { name: 'Details' });
    const edit = panel.getByRole('button', { name: 'Edit', exact: true });
    await expect(edit).toHaveAccessibleDescription(
      'You may not update Services in journey. Ask for update on services.',
    );
    await openEditor(page, { ...playground, context: 'viewer' }, ['Service', 'checkout']);
    await page.getByRole('combobox', { name: 'Target port' }).click();
    await page.keyboard.type('9000');
    await page.keyboard.press('Escape');
    await expect(statusLine(page)).toHaveText('You may not update Services in journey. Nothing was changed.');
    await expect(page.getByRole('button', { name: /pply 1 edit$/ })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Copy YAML' })).toBeEnabled();
  });

  journey('who may edit one namespace does', async ({ page, served }) => {
    await kubectl('delete', 'service', 'journey', '-n', 'shop', '--ignore-not-found');
    await kubectl('create', 'service', 'clusterip', 'journey', '--tcp=80:8081', '-n', 'shop');
    await page.goto(addressAt(served, '/c/shop-editor/edit/Service/shop/journey'));
    await page.getByRole('combobox', { name: 'Target port' }).click();
    await page.keyboard.type('9000');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Check and apply 1 edit' }).click();
    await expect(statusLine(page)).toHaveText('Applied.');
    const stored = await kubectl(
      'get',
      'service',
      'journey',
      '-n',
      'shop',
      '-o',
      'jsonpath={.spec.ports[0].targetPort}',
    );
    expect(stored).toBe('9000');
    await page.goto('about:blank');
    await kubectl('delete', 'service', 'journey', '-n', 'shop');
  });
});
