import type { Page } from '@playwright/test';
import {
  applyDraft,
  checkoutService,
  draftOf,
  expect,
  onBothGrounds,
  openEditor,
  reviewOf,
  statusLine,
  test,
} from './testing/editing.ts';
import type { PlainObject } from './testing/playground.ts';

async function typeNodePort(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Node port' }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

const portWith = (nodePort: number): PlainObject['spec'] => ({
  type: 'NodePort',
  ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 8081, nodePort }],
});

onBothGrounds(() => {
  test('a dry run is refused: the words of the API server stand at the field and the line they are about', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    const before = await playground.get('Service', 'checkout');
    await openEditor(page, playground, ['Service', 'checkout']);
    await page.getByRole('combobox', { name: 'Target port' }).click();
    await page.keyboard.type('this-name-is-too-long');
    await page.keyboard.press('Escape');
    await expect(reviewOf(page)).toContainText('added: targetPort: this-name-is-too-long');
    await page.keyboard.press('Control+s');
    await expect(statusLine(page)).toHaveText('Refused by the API server. Nothing was changed.');
    const words = 'must be no more than 15 characters';
    await expect(draftOf(page)).toContainText(words);
    await expect(reviewOf(page).getByRole('alert')).toContainText(words);
    await expect(page.getByRole('button', { name: /pply 1 edit$/ })).toBeDisabled();
    expect(await playground.get('Service', 'checkout')).toEqual(before);

    await reviewOf(page).getByRole('button', { name: 'Go to spec.ports[0].targetPort' }).click();
    await expect(page.getByRole('textbox', { name: 'YAML of the Service' })).toBeFocused();
    await reviewOf(page).getByRole('button', { name: 'Keep 8081' }).click();
    await expect(statusLine(page)).toHaveText('No changes.');
  });

  // A dry run does not look at node ports: the API server refuses them when they are to be stored.
  test('a node port out of range is refused when it is applied, and nothing is changed', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService(portWith(30_998)));
    const before = await playground.get('Service', 'checkout');
    await openEditor(page, playground, ['Service', 'checkout']);
    await typeNodePort(page, '8080');
    await expect(draftOf(page)).toContainText('8080 is outside 30000 to 32767');
    await page.getByRole('button', { name: 'Check and apply 1 edit' }).click();
    await expect(statusLine(page)).toHaveText('Refused by the API server. Nothing was changed.');
    const words = 'The range of valid ports is 30000-32767';
    await expect(draftOf(page)).toContainText(words);
    await expect(reviewOf(page)).toContainText(words);
    expect((await playground.get('Service', 'checkout')).spec).toEqual(before.spec);
    await reviewOf(page).getByRole('button', { name: 'Keep 30998' }).click();
    await expect(statusLine(page)).toHaveText('No changes.');
  });

  test('a node port that another Service has: who has it, and a free one with one press', async ({
    page,
    playground,
  }) => {
    const other = checkoutService(portWith(30_997));
    await playground.write({ ...other, metadata: { name: 'till' } });
    await playground.write(checkoutService(portWith(30_998)));
    await openEditor(page, playground, ['Service', 'checkout']);
    await typeNodePort(page, '30997');
    await expect(draftOf(page)).toContainText(`NodePort 30997 is taken by ${playground.namespace}/till`);
    await page.getByRole('button', { name: 'Check and apply 1 edit' }).click();
    await expect(statusLine(page)).toHaveText('Refused by the API server. Nothing was changed.');
    const review = reviewOf(page);
    await expect(review).toContainText('provided port is already allocated');
    await expect(review).toContainText(`NodePort 30997 is taken by ${playground.namespace}/till for TCP.`);
    await review.getByRole('button', { name: /^Use 30\d+$/ }).click();
    await applyDraft(page);
    const { spec } = await playground.get('Service', 'checkout');
    const [port] = spec['ports'] as readonly { readonly nodePort: number }[];
    expect(port?.nodePort).not.toBe(30_997);
    expect(port?.nodePort).not.toBe(30_998);
  });
});
