import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { addressAt, expect, test } from './testing/journey.ts';
import { hasRealCluster, kubectl, whyNoCluster } from './testing/real-cluster.ts';
import type { Fairlead } from './testing/start-fairlead.ts';
import { headlineOf, hop, panelOf, tracePath } from './testing/tracing.ts';

test.skip(!hasRealCluster, whyNoCluster);

const run = promisify(execFile);
const namespace = 'settings';
const className = 'settings';
const host = 'cart.settings.example.com';
const absentHost = 'absent.example.net';
const secretName = 'wrong-names';

/** A certificate of a hundred years for another host than any rule has. */
async function buildTlsData(): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-e2e-'));
  const [key, certificate] = [join(folder, 'tls.key'), join(folder, 'tls.crt')];
  const asked =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=elsewhere.example.com -addext subjectAltName=DNS:elsewhere.example.com';
  await run('openssl', [...asked.split(' '), '-keyout', key, '-out', certificate]);
  const read = async (file: string): Promise<string> => (await readFile(file)).toString('base64');
  const data = { 'tls.crt': await read(certificate), 'tls.key': await read(key) };
  await rm(folder, { recursive: true });
  return data;
}

async function applyAll(items: readonly object[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-e2e-'));
  const file = join(folder, 'objects.json');
  await writeFile(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  await kubectl('apply', '-f', file);
  await rm(folder, { recursive: true });
}

const configMap = (strictHost: boolean): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { namespace, name: 'edge' },
  data: { 'strict-host': String(strictHost) },
});

const edge = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { namespace, name: 'edge' },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'edge' } },
    template: {
      metadata: { labels: { app: 'edge' } },
      spec: {
        containers: [
          {
            name: 'haproxy-ingress',
            image: 'quay.io/jcmoraisjr/haproxy-ingress:v0.14.7',
            args: [`--configmap=${namespace}/edge`],
          },
        ],
      },
    },
  },
};

const service = (name: string): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { namespace, name },
  spec: { selector: { app: 'edge' }, ports: [{ port: 80, targetPort: 8080 }] },
});

const ingress = (
  name: string,
  rule: { readonly host: string; readonly path: string; readonly secretName?: string },
): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { namespace, name },
  spec: {
    ingressClassName: className,
    tls: [{ hosts: [rule.host], secretName: rule.secretName ?? secretName }],
    rules: [
      {
        host: rule.host,
        http: {
          paths: [
            {
              path: rule.path,
              pathType: 'Prefix',
              backend: { service: { name: name === 'cart' ? name : 'all', port: { number: 80 } } },
            },
          ],
        },
      },
    ],
  },
});

test.beforeAll(async () => {
  await applyAll([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { namespace, name: secretName },
      type: 'kubernetes.io/tls',
      data: await buildTlsData(),
    },
    configMap(true),
    edge,
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: className },
      spec: { controller: 'haproxy-ingress.github.io/controller' },
    },
    service('all'),
    service('cart'),
    ingress('all', { host: '*.settings.example.com', path: '/' }),
    ingress('cart', { host, path: '/cart' }),
    ingress('all-absent', { host: absentHost, path: '/', secretName: 'absent' }),
  ]);
});

test.afterAll(async () => {
  await kubectl('delete', 'ingressclass', className, '--ignore-not-found');
  // Waits until it is gone: a namespace that empties itself is no picture for the journeys that follow.
  await kubectl('delete', 'namespace', namespace, '--ignore-not-found', '--timeout=60s');
});

async function openTrace(page: Page, served: Fairlead, request: string): Promise<void> {
  await page.goto(addressAt(served, tracePath('admin', request)));
  await expect(headlineOf(page)).toBeVisible();
}

test('a certificate for other names: the trace says which, for whom, how long, and that browsers warn', async ({
  page,
  served,
}) => {
  await openTrace(page, served, `https://${host}/cart`);
  await expect(hop(page, 2)).toContainText(
    `Certificate ${namespace}/${secretName} does not cover the host: browsers warn.`,
  );
  await expect(hop(page, 2)).toContainText('It is for elsewhere.example.com.');
  await expect(hop(page, 2)).toContainText(/It is valid for .+ days more\./);
  await expect(hop(page, 2)).toHaveAttribute('data-state', 'warning');
});

test('a Secret that is not there is told, and the browser’s console stays empty', async ({
  page,
  served,
}) => {
  await openTrace(page, served, `https://${absentHost}/`);
  await expect(hop(page, 2)).toContainText(`Secret ${namespace}/absent does not exist.`);
});

test('an option in the controller’s ConfigMap decides who answers, and the next trace goes by it', async ({
  page,
  served,
}) => {
  await openTrace(page, served, `https://${host}/elsewhere`);
  const settings = panelOf(page).locator('[data-trace-settings]');
  await expect(settings).toHaveText(`From ConfigMap ${namespace}/edge: strictHost true.`);
  await expect(hop(page, 4)).toContainText('No path of this host matches');
  await applyAll([configMap(false)]);
  await openTrace(page, served, `https://${host}/elsewhere/again`);
  await expect(settings).toHaveText(`From ConfigMap ${namespace}/edge: strictHost false.`);
  await expect(hop(page, 5)).toContainText('all');
});
