import type { Page } from '@playwright/test';
import { expectNoViolations, expectNoViolationsInBothThemes } from './testing/expect-no-violations.ts';
import { addressAt, expect, expectPicture, test } from './testing/journey.ts';

interface Place {
  readonly name: string;
  readonly path: string;
  /** Brings the page into the state to look at. */
  readonly ready: (page: Page) => Promise<void>;
}

const gridOf = (page: Page) => page.getByRole('grid').first();
const panelOf = (page: Page) => page.getByRole('complementary').first();

const places: readonly Place[] = [
  { name: 'graph', path: '/c/demo-cluster/graph', ready: expectPicture },
  {
    name: 'graph with panel',
    path: '/c/demo-cluster/graph?sel=Service/default/frontend',
    ready: (page) => expect(panelOf(page)).toContainText('No Pod carries'),
  },
  {
    name: 'graph with a selected rule and open Pods',
    path: '/c/demo-cluster/graph?ns=shop&sel=Ingress/shop/shop~shop.example.com~/api&expand=Deployment/shop/orders',
    ready: (page) => expect(panelOf(page)).toContainText('Selected rule'),
  },
  {
    name: 'graph from farther away',
    path: '/c/demo-cluster/graph',
    ready: async (page) => {
      await expectPicture(page);
      for (const _ of [1, 2]) await page.getByRole('button', { name: 'Farther' }).click();
    },
  },
  {
    name: 'events',
    path: '/c/demo-cluster/graph?sel=Deployment/shop/orders&tab=events',
    ready: (page) =>
      expect(panelOf(page).getByRole('tab', { name: 'Events' })).toHaveAttribute('aria-selected', 'true'),
  },
  {
    name: 'YAML',
    path: '/c/demo-cluster/services?sel=Service/shop/orders&tab=yaml',
    ready: (page) => expect(panelOf(page)).toContainText('apiVersion'),
  },
  {
    name: 'table twin',
    path: '/c/demo-cluster/graph?view=table',
    ready: (page) => expect(gridOf(page).getByRole('row').nth(3)).toBeVisible(),
  },
  {
    name: 'problems',
    path: '/c/demo-cluster/problems',
    ready: async (page) => {
      await gridOf(page).getByRole('row').nth(1).click();
      await expect(panelOf(page)).toContainText('How to fix it');
    },
  },
  {
    name: 'ingresses',
    path: '/c/demo-cluster/ingresses?sel=Ingress/billing/billing',
    ready: (page) => expect(panelOf(page)).toContainText('billing.example.com'),
  },
  {
    name: 'services that none match',
    path: '/c/demo-cluster/services?q=nothing-of-this-name',
    ready: (page) => expect(page.getByText('No Service matches “nothing-of-this-name”.')).toBeVisible(),
  },
  {
    name: 'settings',
    path: '/settings',
    ready: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    name: 'menu of clusters',
    path: '/c/demo-cluster/graph',
    ready: async (page) => {
      await page.getByRole('button', { name: /^Cluster:/ }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'choice of namespaces',
    path: '/c/demo-cluster/services',
    ready: async (page) => {
      await page.getByRole('button', { name: 'All namespaces' }).click();
      await expect(page.getByRole('listbox')).toBeVisible();
    },
  },
  {
    name: 'search',
    path: '/c/demo-cluster/graph',
    ready: async (page) => {
      await expectPicture(page);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('pay');
      await expect(page.getByRole('menuitem').first()).toBeVisible();
    },
  },
  {
    name: 'list of keys',
    path: '/c/demo-cluster/problems',
    ready: async (page) => {
      await expect(gridOf(page)).toBeVisible();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

for (const { name, path, ready } of places)
  test(`axe finds nothing in either theme: ${name}`, async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(addressAt(demo, path));
    await ready(page);
    await expectNoViolationsInBothThemes(page);
  });

test.describe('without the key', () => {
  test('axe finds nothing on the page that asks for it', async ({ page, demo }) => {
    await page.goto(demo.origin);
    await expect(page.getByRole('textbox')).toBeVisible();
    await expectNoViolations(page);
  });
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('the table stands in for the picture, and nothing reaches over the edge', async ({ page, demo }) => {
    await page.goto(addressAt(demo, '/c/demo-cluster/graph'));
    await expect(gridOf(page).getByRole('row').nth(2)).toBeVisible();
    await expect(page.locator('[data-node]')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});
