import type { Page } from '@playwright/test';
import {
  applyDraft,
  checkoutService,
  draftOf,
  expect,
  onBothGrounds,
  openEditor,
  statusLine,
  test,
} from './testing/editing.ts';
import type { Playground } from './testing/playground.ts';

const portOf = async (playground: Playground): Promise<unknown> => {
  const { spec } = await playground.get('Service', 'checkout');
  return (spec['ports'] as readonly { readonly targetPort: unknown }[])[0]?.targetPort;
};

async function setTargetPort(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Target port' }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

/** Mine says 9000; somebody else says grpc, and gives the port another protocol name as well. */
async function meetConflict(page: Page, playground: Playground): Promise<void> {
  await playground.write(checkoutService());
  await openEditor(page, playground, ['Service', 'checkout']);
  await setTargetPort(page, '9000');
  const stored = await playground.get('Service', 'checkout');
  await playground.write({
    ...stored,
    metadata: { ...stored.metadata, labels: { team: 'checkout' } },
    spec: { ...stored.spec, ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'grpc' }] },
  });
  await expect(draftOf(page)).toContainText('This Service changed while you were editing');
  await expect(statusLine(page)).toHaveText('0 of 1 choices made.');
}

const continueWithIt = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Continue with this' }).click();

onBothGrounds(() => {
  test('two change the same: mine is kept, and what they did elsewhere as well', async ({
    page,
    playground,
  }) => {
    await meetConflict(page, playground);
    await expect(page.getByRole('button', { name: 'Continue with 1 open choice' })).toBeDisabled();
    await expect(draftOf(page)).toContainText('When you started: 8081');
    await page.getByRole('radio', { name: /^Yours/ }).check();
    await expect(statusLine(page)).toHaveText('1 of 1 choices made.');
    await continueWithIt(page);
    expect(await portOf(playground)).toBe('grpc');
    await applyDraft(page);
    expect(await portOf(playground)).toBe(9000);
    expect((await playground.get('Service', 'checkout')).metadata.labels).toEqual({ team: 'checkout' });
  });

  test('two change the same: theirs is taken, by keyboard', async ({ page, playground }) => {
    await meetConflict(page, playground);
    await page.keyboard.press('n');
    await page.keyboard.press('2');
    await expect(page.getByRole('radio', { name: /^Theirs/ })).toBeChecked();
    await page.keyboard.press('Control+Enter');
    await expect(statusLine(page)).toHaveText('No changes.');
    await expect(page.getByRole('combobox', { name: 'Target port' })).toHaveValue('grpc');
    expect(await portOf(playground)).toBe('grpc');
  });

  test('two change the same: a third value settles it', async ({ page, playground }) => {
    await meetConflict(page, playground);
    await page.getByRole('radio', { name: /^Something else/ }).check();
    await page.getByRole('textbox', { name: /^Another value for/ }).fill('8082');
    await continueWithIt(page);
    await applyDraft(page);
    expect(await portOf(playground)).toBe(8082);
    expect((await playground.get('Service', 'checkout')).metadata.labels).toEqual({ team: 'checkout' });
  });

  test('two change different things: nothing is asked, and nothing is lost', async ({ page, playground }) => {
    await playground.write(checkoutService());
    await openEditor(page, playground, ['Service', 'checkout']);
    await setTargetPort(page, '9000');
    await expect(statusLine(page)).toHaveText('Not checked with the cluster yet.');
    const stored = await playground.get('Service', 'checkout');
    await playground.write({ ...stored, spec: { ...stored.spec, sessionAffinity: 'ClientIP' } });
    await expect(page.getByText('Live object changed since you started')).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(statusLine(page)).toContainText(/Someone changed other fields|Server dry run accepted/);
    await applyDraft(page);
    const { spec } = await playground.get('Service', 'checkout');
    expect(spec).toMatchObject({ sessionAffinity: 'ClientIP', ports: [{ targetPort: 9000 }] });
  });
});

onBothGrounds(() => {
  // The browser itself reports that the object is not there any more.
  test.use({ allowedFaults: [/404/] });

  test('deleted while it was edited: the draft is kept and can be made anew', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    await openEditor(page, playground, ['Service', 'checkout']);
    await setTargetPort(page, '9000');
    await expect(statusLine(page)).toHaveText('Not checked with the cluster yet.');
    await playground.remove('Service', 'checkout');
    await expect(statusLine(page)).toHaveText(
      'Service checkout was deleted while you were editing. Your draft is kept.',
    );
    await page.getByRole('button', { name: 'Create it again' }).click();
    await page.getByRole('button', { name: /reate Service$/ }).click();
    await expect.poll(() => playground.find('Service', 'checkout')).toBeDefined();
    expect(await portOf(playground)).toBe(9000);
  });
});
