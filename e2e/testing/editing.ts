import type { Locator, Page } from '@playwright/test';
import { addressAt, expect, test as journey } from './journey.ts';
import {
  openPlayground,
  type Ground,
  type PlainObject,
  type PlayedKind,
  type Playground,
} from './playground.ts';
import { hasRealCluster, whyNoCluster } from './real-cluster.ts';

interface EditingFixtures {
  readonly ground: Ground;
  readonly playground: Playground;
}

/** A journey that changes a cluster: by default the writable demo, fresh each time. */
export const test = journey.extend<EditingFixtures>({
  ground: ['demo', { option: true }],
  playground: async ({ ground, stopAfterwards }, use) => {
    await use(stopAfterwards(await openPlayground(ground)));
  },
});

/** The same journeys on the writable demo and on a real control plane. */
export function onBothGrounds(define: () => void): void {
  test.describe('on the writable demo', define);
  test.describe('on a real control plane', () => {
    test.skip(!hasRealCluster, whyNoCluster);
    test.use({ ground: 'cluster' });
    define();
  });
}

/** Reaches the Pods of Deployment orders. */
export const checkoutService = (spec: PlainObject['spec'] = {}): PlainObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'checkout' },
  spec: {
    selector: { app: 'orders' },
    ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 8081 }],
    ...spec,
  },
});

export const backendOf = (name: string, port = 80): object => ({ service: { name, port: { number: port } } });

/** checkout.example.com, with / leading to Service checkout. */
export const checkoutIngress = (
  paths: readonly object[] = [{ path: '/', pathType: 'Prefix', backend: backendOf('checkout') }],
  host = 'checkout.example.com',
): PlainObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'checkout' },
  spec: { ingressClassName: 'nginx', rules: [{ host, http: { paths } }] },
});

type EditorMode = 'form' | 'yaml' | 'graph';

/** Where the editor of an object is; without the key, for a tab that has it. */
export const editorPath = (
  { context, namespace }: Pick<Playground, 'context' | 'namespace'>,
  kind: PlayedKind,
  name: string,
  mode: EditorMode = 'form',
): string => `/c/${context}/edit/${kind}/${namespace}/${name}${mode === 'form' ? '' : `?mode=${mode}`}`;

/** Opens the editor of an object of the playground and waits for it. */
export async function openEditor(
  page: Page,
  playground: Playground,
  [kind, name, mode = 'form']: readonly [kind: PlayedKind, name: string, mode?: EditorMode],
): Promise<void> {
  await page.goto(addressAt(playground.fairlead, editorPath(playground, kind, name, mode)));
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

/** The line at the foot of the editor. */
export const statusLine = (page: Page): Locator => page.locator('footer').getByRole('status');

export const reviewOf = (page: Page): Locator => page.getByRole('region', { name: 'Review', exact: true });
export const draftOf = (page: Page): Locator => page.getByRole('region', { name: 'Draft', exact: true });
/** Checks and applies from the bar, and waits until it is stored. */
export async function applyDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Check and apply|Apply) \d+ edits?$/ }).click();
  await expect(statusLine(page)).toContainText('Applied.');
}

export { expect } from './journey.ts';
