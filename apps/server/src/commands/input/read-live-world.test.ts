import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiVersionOf, kindInfo, kinds, type Kind } from '@fairlead/kube-objects';
import { expect, onTestFinished, test } from 'vitest';
import { testServerCertificate, testServerKey } from '../../cluster/testing/test-certificates.ts';
import { startFakeListener, type FakeListener } from '../../demo/fake-listener.ts';
import { check } from '../check/check.ts';
import { examples, runForTest } from '../testing/run-for-test.ts';
import { trace } from '../trace/trace.ts';

interface Raw {
  readonly kind: Kind;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly status?: object;
}

const pathOf = ({ kind, namespace }: { kind: Kind; namespace?: string | undefined }): string => {
  const { group, version, resource } = kindInfo(kind);
  const base = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  return namespace === undefined ? `${base}/${resource}` : `${base}/namespaces/${namespace}/${resource}`;
};

class Live {
  readonly #listener: FakeListener;

  constructor(listener: FakeListener) {
    this.#listener = listener;
  }

  async send(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.#listener.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#listener.tokenOf('admin')}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.json();
  }

  async create(raw: Raw): Promise<void> {
    const path = pathOf({ kind: raw.kind, namespace: raw.metadata.namespace });
    const made = await this.send('POST', path, raw);
    if (raw.status !== undefined && typeof made === 'object')
      await this.send('PUT', `${path}/${raw.metadata.name}/status`, { ...made, status: raw.status });
  }

  /** Everything that the cluster holds, as `kubectl get -o json` prints it. */
  async dump(): Promise<string> {
    const items: object[] = [];
    for (const kind of kinds) {
      const list: { items: object[] } = JSON.parse(JSON.stringify(await this.send('GET', pathOf({ kind }))));
      items.push(...list.items.map((item) => ({ kind, apiVersion: apiVersionOf(kindInfo(kind)), ...item })));
    }
    return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  }

  async writeKubeConfig(identity: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'fairlead-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'config');
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'it',
      contexts: [{ name: 'it', context: { cluster: 'it', user: 'it', namespace: 'shop' } }],
      clusters: [{ name: 'it', cluster: { server: this.#listener.url } }],
      users: [{ name: 'it', user: { token: this.#listener.tokenOf(identity) } }],
    };
    await writeFile(file, JSON.stringify(config), { mode: 0o600 });
    return file;
  }
}

const json = (text: string): unknown => JSON.parse(text);

async function startShop(): Promise<Live> {
  const listener = await startFakeListener({ hasControllers: false });
  onTestFinished(() => listener.close());
  const live = new Live(listener);
  const named = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } } as const;
  await live.create(named);
  const ingress: Raw = JSON.parse(
    JSON.stringify({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'shop', namespace: 'shop' },
      spec: {
        ingressClassName: 'nginx',
        tls: [{ hosts: ['kubernetes.test'], secretName: 'shop-tls' }],
        rules: [
          {
            host: 'kubernetes.test',
            http: {
              paths: [
                {
                  path: '/gone',
                  pathType: 'Prefix',
                  backend: { service: { name: 'gone', port: { number: 80 } } },
                },
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name: 'web', port: { number: 80 } } },
                },
              ],
            },
          },
        ],
      },
    }),
  );
  const ingressClass = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'nginx' },
    spec: { controller: 'k8s.io/ingress-nginx' },
  } as const;
  const services: { items: Raw[] } = JSON.parse(await readFile(`${examples}/shop/services.json`, 'utf8'));
  for (const raw of [ingressClass, ingress, ...services.items]) await live.create(raw);
  await live.send('POST', '/api/v1/namespaces/shop/secrets', {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/tls',
    metadata: { name: 'shop-tls', namespace: 'shop' },
    data: {
      'tls.crt': Buffer.from(testServerCertificate).toString('base64'),
      'tls.key': Buffer.from(testServerKey).toString('base64'),
    },
  });
  return live;
}

test('a live cluster answers as the files of what it holds do', async () => {
  const live = await startShop();
  const config = await live.writeKubeConfig('admin');
  const secret = `{"apiVersion":"v1","kind":"Secret","type":"kubernetes.io/tls","metadata":{"name":"shop-tls","namespace":"shop"},"stringData":${JSON.stringify({ 'tls.crt': testServerCertificate, 'tls.key': testServerKey })}}`;
  const input = `${await live.dump()}\n---\n${secret}`;
  for (const url of ['https://kubernetes.test/', 'http://kubernetes.test/', 'https://other.test/x']) {
    const args = [url, '--format', 'json'];
    const fromLive = await runForTest(trace, [...args, '--kubeconfig', config]);
    const fromFiles = await runForTest(trace, [...args, '-f', '-'], { input });
    expect(json(fromLive.out)).toEqual(json(fromFiles.out));
    expect(fromLive.status).toBe(fromFiles.status);
  }
  const secured = await runForTest(trace, [
    'https://kubernetes.test/',
    '--kubeconfig',
    config,
    '--format',
    'json',
  ]);
  expect(json(secured.out)).toMatchObject({ result: 'ok', tls: { secret: 'shop/shop-tls', covered: true } });
});

test('what the identity may not read is not held against the cluster', async () => {
  const live = await startShop();
  const config = await live.writeKubeConfig('viewer');
  const secured = await runForTest(trace, [
    'https://kubernetes.test/',
    '--kubeconfig',
    config,
    '--format',
    'json',
  ]);
  expect(json(secured.out)).toMatchObject({ result: 'ok', tls: { secret: 'shop/shop-tls', covered: null } });
});

test('checks run on a live cluster', async () => {
  const live = await startShop();
  const { status, out } = await runForTest(check, ['--kubeconfig', await live.writeKubeConfig('admin')]);
  expect(out).toContain('Ingress/shop/shop: error ING-001');
  expect(status).toBe(1);
});

test.each([
  [['--context', 'gone'], /CONTEXT_UNKNOWN/],
  [['--kubeconfig', '/nowhere/config'], /KUBECONFIG_MISSING/],
])('%j cannot be used', async (flags, message) => {
  const live = await startShop();
  const config = await live.writeKubeConfig('admin');
  const args = flags.includes('--kubeconfig') ? flags : [...flags, '--kubeconfig', config];
  const { status, notices } = await runForTest(trace, ['a.example', ...args]);
  expect(status).toBe(2);
  expect(notices).toMatch(message);
});
