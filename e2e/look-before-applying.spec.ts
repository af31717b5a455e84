import {
  applyDraft,
  backendOf,
  checkoutIngress,
  checkoutService,
  expect,
  onBothGrounds,
  openEditor,
  statusLine,
  test,
} from './testing/editing.ts';

const pathTo = (name: string): object => ({ path: '/', pathType: 'Prefix', backend: backendOf(name) });

onBothGrounds(() => {
  test('a change that makes requests fail is asked about before it is sent, and only then', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    await playground.write(checkoutIngress());
    await openEditor(page, playground, ['Ingress', 'checkout']);
    const target = page.getByRole('group', { name: /^Path/ }).getByRole('combobox', { name: 'Service' });
    await target.fill('nobody');
    await page.keyboard.press('Escape');
    const apply = page.getByRole('button', { name: /pply 1 edit$/ });
    const question = page.getByRole('dialog', { name: 'Apply 1 edit?' });

    await apply.click();
    await expect(question).toContainText('Requests fail:');
    await question.getByRole('button', { name: 'Back to the draft' }).last().click();
    await expect(question).toHaveCount(0);
    await expect(statusLine(page)).toHaveText('Server dry run accepted.');
    expect((await playground.get('Ingress', 'checkout')).spec).toMatchObject({
      rules: [{ http: { paths: [pathTo('checkout')] } }],
    });

    await apply.click();
    await question.getByRole('button', { name: 'Apply', exact: true }).click();
    await expect(statusLine(page)).toHaveText('Applied.');
    expect((await playground.get('Ingress', 'checkout')).spec).toMatchObject({
      rules: [{ http: { paths: [pathTo('nobody')] } }],
    });

    await target.fill('checkout');
    await page.keyboard.press('Escape');
    await applyDraft(page);
    await expect(question).toHaveCount(0);
  });
});
