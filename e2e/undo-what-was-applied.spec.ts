import { addressAt } from './testing/journey.ts';
import {
  applyDraft,
  checkoutService,
  expect,
  onBothGrounds,
  openEditor,
  reviewOf,
  statusLine,
  test,
} from './testing/editing.ts';

onBothGrounds(() => {
  test('what was applied is taken back under the same review, and what others did since stays', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    await openEditor(page, playground, ['Service', 'checkout']);
    await page.getByRole('combobox', { name: 'Target port' }).click();
    await page.keyboard.type('9000');
    await page.keyboard.press('Escape');
    await applyDraft(page);
    const stored = await playground.get('Service', 'checkout');
    await playground.write({ ...stored, metadata: { ...stored.metadata, labels: { team: 'checkout' } } });

    await reviewOf(page).getByRole('button', { name: 'Undo' }).click();
    await expect(reviewOf(page)).toContainText('targetPort of port 80/TCP');
    expect((await playground.get('Service', 'checkout')).spec['ports']).toMatchObject([{ targetPort: 9000 }]);
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Apply 1 edit', exact: true }).click();
    await expect(statusLine(page)).toHaveText(
      'Undone. The object is as it was before, except for 1 change others made.',
    );
    await expect(page.getByRole('alertdialog', { name: /^Undone\./ })).toBeVisible();
    const undone = await playground.get('Service', 'checkout');
    expect(undone.spec['ports']).toMatchObject([{ targetPort: 8081 }]);
    expect(undone.metadata.labels).toEqual({ team: 'checkout' });

    await page.getByRole('link', { name: 'History' }).click();
    const entries = page.getByRole('main').getByRole('listitem');
    await expect(entries.filter({ hasText: 'Undone' })).toContainText('checkout');
  });

  test('from the history, long after', async ({ page, playground }) => {
    await playground.write(checkoutService());
    await openEditor(page, playground, ['Service', 'checkout']);
    await page.getByRole('combobox', { name: 'Target port' }).click();
    await page.keyboard.type('9000');
    await page.keyboard.press('Escape');
    await applyDraft(page);
    await page.goto('about:blank');
    await page.goto(addressAt(playground.fairlead, `/c/${playground.context}/drafts`));
    await page.getByRole('button', { name: 'Undo the change of Service checkout' }).click();
    await page.getByRole('button', { name: 'Check and apply 1 edit' }).click();
    await expect(statusLine(page)).toHaveText('Undone. The object is as it was before.');
    expect((await playground.get('Service', 'checkout')).spec['ports']).toMatchObject([{ targetPort: 8081 }]);
  });
});
