import type { Page } from '@playwright/test';
import {
  checkoutIngress,
  checkoutService,
  draftOf,
  editorPath,
  expect,
  openEditor,
  reviewOf,
  statusLine,
  test,
} from './testing/editing.ts';
import { expectNoViolationsInBothThemes } from './testing/expect-no-violations.ts';
import { addressAt } from './testing/journey.ts';
import type { Playground } from './testing/playground.ts';

interface Place {
  readonly name: string;
  /** Brings the page into the state to look at. */
  readonly go: (page: Page, playground: Playground) => Promise<void>;
}

async function changeTargetPort(
  page: Page,
  text = '9000',
  state = 'Not checked with the cluster yet.',
): Promise<void> {
  await page.getByRole('combobox', { name: 'Target port' }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await expect(statusLine(page)).toHaveText(state);
}

const places: readonly Place[] = [
  {
    name: 'Service form, nothing changed',
    go: (page, playground) => openEditor(page, playground, ['Service', 'checkout']),
  },
  {
    name: 'Service form, changed and checked',
    go: async (page, playground) => {
      await openEditor(page, playground, ['Service', 'checkout']);
      await changeTargetPort(page);
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(statusLine(page)).toHaveText('Server dry run accepted.');
    },
  },
  {
    name: 'Service form, refused, side by side',
    go: async (page, playground) => {
      await openEditor(page, playground, ['Service', 'checkout']);
      await changeTargetPort(page, 'this-name-is-too-long', '1 error keeps this draft from being applied.');
      await page.getByRole('radio', { name: 'Side by side' }).click();
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(reviewOf(page).getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'Ingress form with a new path',
    go: async (page, playground) => {
      await openEditor(page, playground, ['Ingress', 'checkout']);
      await page.getByRole('button', { name: /^Add path/ }).click();
      await expect(draftOf(page).getByRole('textbox', { name: 'Path' })).toHaveCount(2);
    },
  },
  {
    name: 'YAML',
    go: async (page, playground) => {
      await openEditor(page, playground, ['Service', 'checkout', 'yaml']);
      await expect(page.getByRole('textbox', { name: 'YAML of the Service' })).toBeAttached();
    },
  },
  {
    name: 'YAML with a claim of another Ingress',
    go: async (page, playground) => {
      // Loses to checkout if it is younger, and by its name if both are of the same second.
      const loser = { ...checkoutIngress(), metadata: { name: 'another-checkout' } };
      await playground.write(loser);
      await openEditor(page, playground, ['Ingress', loser.metadata.name, 'yaml']);
      await expect(page.locator('.squiggly-error').first()).toBeAttached();
    },
  },
  {
    name: 'draft on the graph',
    go: async (page, playground) => {
      await openEditor(page, playground, ['Service', 'checkout']);
      await changeTargetPort(page);
      await page.getByRole('radio', { name: 'Graph' }).click();
      await expect(page.locator('[data-node]').first()).toBeVisible();
    },
  },
  {
    name: 'conflict',
    go: async (page, playground) => {
      await openEditor(page, playground, ['Service', 'checkout']);
      await changeTargetPort(page);
      const stored = await playground.get('Service', 'checkout');
      const ports = [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'grpc' }];
      await playground.write({ ...stored, spec: { ...stored.spec, ports } });
      await page.getByRole('radio', { name: /^Something else/ }).check();
      await expect(page.getByRole('textbox', { name: /^Another value for/ })).toBeVisible();
    },
  },
  {
    name: 'deletion',
    go: async (page, { fairlead, context, namespace }) => {
      await page.goto(addressAt(fairlead, `/c/${context}/delete/Service/${namespace}/checkout`));
      await expect(page.getByText(/1 path in 1 Ingress points? here/)).toBeVisible();
    },
  },
  {
    name: 'drafts and history',
    go: async (page, playground) => {
      await openEditor(page, playground, ['Service', 'checkout']);
      await changeTargetPort(page);
      await page.getByRole('button', { name: 'Check and apply 1 edit' }).click();
      await expect(statusLine(page)).toHaveText('Applied.');
      await changeTargetPort(page, '8082');
      await page.getByRole('link', { name: '1 draft' }).click();
      await expect(page.getByRole('button', { name: 'Open the draft of Service checkout' })).toBeVisible();
    },
  },
];

for (const { name, go } of places)
  test(`axe finds nothing in either theme: ${name}`, async ({ page, playground }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await playground.write(checkoutService());
    await playground.write(checkoutIngress());
    await go(page, playground);
    await expectNoViolationsInBothThemes(page);
  });

test('from the panel to an applied path, by keyboard only', async ({ page, playground }) => {
  await playground.write(checkoutService());
  await playground.write(checkoutIngress());
  const tabTo = async (name: RegExp, role: string): Promise<void> => {
    await expect(async () => {
      await page.keyboard.press('Tab');
      const focused = page.locator('*:focus');
      await expect(focused).toHaveAccessibleName(name, { timeout: 100 });
      await expect(focused).toHaveRole(role as 'button', { timeout: 100 });
    }).toPass({ intervals: [0], timeout: 40_000 });
  };
  const { context, fairlead, namespace } = playground;
  await page.goto(
    addressAt(fairlead, `/c/${context}/ingresses?ns=${namespace}&sel=Ingress/${namespace}/checkout`),
  );
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('checkout.example.com');
  await page.getByRole('grid').focus();
  await page.keyboard.press('e');
  await expect(page).toHaveURL(new RegExp(editorPath(playground, 'Ingress', 'checkout')));
  await tabTo(/^Add path/, 'button');
  await page.keyboard.press('Enter');
  await expect(page.locator('*:focus')).toHaveAccessibleName('Path');
  await page.keyboard.type('/pay');
  await tabTo(/^Service$/, 'combobox');
  await page.keyboard.type('checkout');
  await page.keyboard.press('Escape');
  await tabTo(/^Port$/, 'combobox');
  await page.keyboard.type('80');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Check and apply 1 edit' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(statusLine(page)).toHaveText('Applied.');
});
