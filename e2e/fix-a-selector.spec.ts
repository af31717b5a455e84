import {
  checkoutIngress,
  checkoutService,
  expect,
  onBothGrounds,
  reviewOf,
  statusLine,
  test,
} from './testing/editing.ts';
import { addressAt, expectPicture } from './testing/journey.ts';

onBothGrounds(() => {
  test('a selector that matches nothing is fixed by form, and what that does is seen before it is sent', async ({
    page,
    playground,
  }) => {
    const { context, fairlead, namespace } = playground;
    await playground.write(checkoutService({ selector: { app: 'order' } }));
    await playground.write(checkoutIngress());
    await page.goto(
      addressAt(fairlead, `/c/${context}/graph?ns=${namespace}&sel=Service/${namespace}/checkout`),
    );
    await expectPicture(page);
    const panel = page.getByRole('complementary', { name: 'Details' });
    await expect(panel).toContainText('to no Pod');
    await panel.getByRole('button', { name: 'Edit', exact: true }).click();

    await expect(page.getByText('No Pod matches.')).toBeVisible();
    await page.getByRole('combobox', { name: 'Value of label app' }).click();
    await page.keyboard.type('orders');
    await page.keyboard.press('Escape');
    await expect(page.getByText('2 Pods match, 2 ready. From Deployment orders.')).toBeVisible();
    await expect(page.getByText('was order', { exact: true })).toBeVisible();
    const review = reviewOf(page);
    await expect(review).toContainText('added: app: orders');
    await expect(review.getByRole('region', { name: 'Impact' })).toContainText('Problems introduced0 none');

    await page.getByRole('button', { name: 'Check and apply 1 edit' }).click();
    await expect(statusLine(page)).toHaveText('Applied.');
    expect((await playground.get('Service', 'checkout')).spec['selector']).toEqual({ app: 'orders' });
    await page.getByRole('button', { name: 'Back' }).click();
    await expectPicture(page);
    await expect(panel).toContainText(/Pods[12] of 2 ready/);
  });
});

test('the fix of a problem opens as a draft; its review says what it fixes', async ({ page, playground }) => {
  await page.goto(
    addressAt(playground.fairlead, '/c/demo-cluster/graph?sel=Service/default/frontend&tab=problems'),
  );
  await page.getByRole('button', { name: 'Open fix as draft' }).first().click();
  const review = reviewOf(page);
  await expect(review).toContainText('added: app: frontend');
  await expect(review.getByRole('region', { name: 'Impact' })).toContainText(/Fixed.*No Pod/);
  await page.getByRole('button', { name: 'Check and apply 1 edit' }).click();
  await expect(statusLine(page)).toHaveText('Applied.');
  await expect(review).toContainText('No problem is found with it.');
});
