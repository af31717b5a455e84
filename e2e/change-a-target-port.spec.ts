import { checkoutService, expect, onBothGrounds, openEditor, statusLine, test } from './testing/editing.ts';
import { addressAt, expectPicture } from './testing/journey.ts';

onBothGrounds(() => {
  test('a newcomer changes a targetPort with three clicks and a number', async ({ page, playground }) => {
    const { context, fairlead, namespace } = playground;
    await playground.write(checkoutService());
    await page.goto(
      addressAt(fairlead, `/c/${context}/graph?ns=${namespace}&sel=Service/${namespace}/checkout`),
    );
    await expectPicture(page);

    const panel = page.getByRole('complementary', { name: 'Details' });
    await panel.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('combobox', { name: 'Target port' }).click();
    await page.keyboard.type('9000');
    await expect(page.getByText('+1', { exact: true })).toBeVisible();
    // The list of suggestions hides the rest from assistive technology while it is open; a pointer gets through.
    await page.getByRole('button', { name: 'Check and apply 1 edit', includeHidden: true }).click();

    await expect(statusLine(page)).toHaveText('Applied.');
    const { spec } = await playground.get('Service', 'checkout');
    expect(spec['ports']).toMatchObject([{ name: 'http', port: 80, targetPort: 9000 }]);
    await expect(page.getByText('2 of 2 Pods ready.')).toBeVisible();
  });

  test('the number is replaced by keyboard too, one undo takes it back, and what was checked is sent', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    await openEditor(page, playground, ['Service', 'checkout']);
    const field = page.getByRole('combobox', { name: 'Target port' });
    await field.focus();
    await page.keyboard.type('grpc');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(field).toHaveValue('grpc');
    await page.keyboard.press('Control+z');
    await expect(field).toHaveValue('8081');
    await expect(statusLine(page)).toHaveText('No changes.');
    await page.keyboard.press('Control+Shift+z');
    await expect(field).toHaveValue('grpc');

    await page.keyboard.press('Control+s');
    await expect(statusLine(page)).toHaveText('Server dry run accepted.');
    expect((await playground.get('Service', 'checkout')).spec['ports']).toMatchObject([{ targetPort: 8081 }]);
    await page.keyboard.press('Control+Enter');
    await expect(statusLine(page)).toHaveText('Applied.');
    expect((await playground.get('Service', 'checkout')).spec['ports']).toMatchObject([
      { targetPort: 'grpc' },
    ]);
  });
});
