import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExecCredentials } from './exec-credentials.ts';
import type { ClusterFacts, ExecPluginFacts } from './kube-config-facts.ts';

const cluster: ClusterFacts = {
  name: 'a',
  server: 'https://a.example.com',
  caFile: undefined,
  caData: 'Q0E=',
  tlsServerName: undefined,
  skipsTlsVerification: false,
  proxyUrl: undefined,
};

let folder: string;
let nowMs: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-exec-'));
  nowMs = Date.parse('2026-01-01T00:00:00Z');
});
afterEach(() => rm(folder, { recursive: true }));

const credential = (
  status: Record<string, unknown>,
  apiVersion = 'client.authentication.k8s.io/v1',
): string => JSON.stringify({ apiVersion, kind: 'ExecCredential', status });

/** A plugin that counts its runs in a file, then does what the script says. */
async function build(script: string, change: Partial<ExecPluginFacts> = {}, timeLimitMs = 10_000) {
  const file = join(folder, 'plugin.cjs');
  const runs = join(folder, 'runs');
  await writeFile(file, `require('node:fs').appendFileSync(${JSON.stringify(runs)}, 'x');\n${script}`);
  const plugin: ExecPluginFacts = {
    command: process.execPath,
    args: [file],
    env: [],
    apiVersion: 'client.authentication.k8s.io/v1',
    installHint: undefined,
    provideClusterInfo: false,
    needsTerminal: false,
    ...change,
  };
  const credentials = new ExecCredentials(plugin, cluster, {
    environment: { INHERITED: 'yes' },
    timeLimitMs,
    now: () => nowMs,
  });
  return { credentials, countRuns: async () => (await readFile(runs, 'utf8')).length };
}

const print = (text: string): string => `process.stdout.write(${JSON.stringify(text)});`;

test.each(['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'])(
  'a token comes from a %s plugin',
  async (apiVersion) => {
    const { credentials } = await build(print(credential({ token: 't' }, apiVersion)), { apiVersion });
    expect(await credentials.read()).toMatchObject({ token: 't' });
  },
);

test('a plugin gets its arguments as they are, its variables, those we have, and ExecCredential information', async () => {
  const script = `const info = JSON.parse(process.env.KUBERNETES_EXEC_INFO);
    const token = [process.argv[2], process.env.OWN, process.env.INHERITED, info.kind, info.spec.cluster.server, info.spec.interactive].join('|');
    process.stdout.write(JSON.stringify({apiVersion: info.apiVersion, kind: 'ExecCredential', status: {token}}));`;
  const { credentials } = await build(script, {
    env: [{ name: 'OWN', value: 'mine' }],
    provideClusterInfo: true,
  });
  const file = join(folder, 'plugin.cjs');
  const strange = '$(touch hacked); "quoted" *';
  const { credentials: withArgument } = await build(script, {
    args: [file, strange],
    env: [{ name: 'OWN', value: 'mine' }],
    provideClusterInfo: true,
  });
  expect((await withArgument.read()).token).toBe(
    `${strange}|mine|yes|ExecCredential|https://a.example.com|false`,
  );
  expect(await credentials.read()).toBeDefined();
});

test('[R15] many who ask at once run it once, and what it gave is kept until shortly before it expires', async () => {
  const { credentials, countRuns } = await build(
    print(credential({ token: 't', expirationTimestamp: '2026-01-01T01:00:00Z' })),
  );
  await Promise.all(Array.from({ length: 12 }, () => credentials.read()));
  nowMs += 59 * 60_000;
  await credentials.read();
  expect(await countRuns()).toBe(1);
  nowMs += 55_000;
  await credentials.read();
  expect(await countRuns()).toBe(2);
});

test('[R15] a refused token is renewed, once for all who were refused with it', async () => {
  const { credentials, countRuns } = await build(print(credential({ token: 't' })));
  await credentials.read();
  nowMs += 60_000;
  for (let client = 0; client < 12; client += 1) {
    credentials.forget();
    await credentials.read();
  }
  expect(await countRuns()).toBe(2);
});

test('a client certificate comes as well', async () => {
  const { credentials } = await build(
    print(credential({ clientCertificateData: 'CERT', clientKeyData: 'KEY' })),
  );
  expect(await credentials.read()).toMatchObject({
    clientCertificate: { certificatePem: 'CERT', keyPem: 'KEY' },
  });
});

test('a plugin that is not there is EXEC_PLUGIN_NOT_FOUND with the kubeconfig’s hint', async () => {
  const { credentials } = await build('', {
    command: 'no-such-plugin-here',
    installHint: 'Install it with brew.',
  });
  await expect(credentials.read()).rejects.toMatchObject({
    code: 'EXEC_PLUGIN_NOT_FOUND',
    hint: 'Install it with brew.',
  });
});

test('a failing plugin is EXEC_PLUGIN_FAILED with its last words, without what looks like a token', async () => {
  const { credentials } = await build(
    `console.error('session expired, log in again ${'a1B2'.repeat(12)}'); process.exit(3);`,
  );
  const error: unknown = await credentials.read().catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    code: 'EXEC_PLUGIN_FAILED',
    message: expect.stringMatching(/status 3: session expired, log in again …/),
  });
});

test('a plugin that hangs is ended after the limit', async () => {
  const { credentials } = await build('setInterval(() => undefined, 1000);', {}, 300);
  await expect(credentials.read()).rejects.toMatchObject({
    code: 'EXEC_PLUGIN_FAILED',
    message: expect.stringContaining('within 0.3 s'),
  });
});

test.each([
  ['junk', 's3cret-junk'],
  ['nothing', ''],
  ['another version', credential({ token: 's3cret-junk' }, 'client.authentication.k8s.io/v1alpha1')],
  ['no credential', credential({})],
  ['a certificate without key', credential({ clientCertificateData: 's3cret-junk' })],
  ['an expiry that is no time', credential({ token: 's3cret-junk', expirationTimestamp: 'soon' })],
])(
  '[R15] a plugin that prints %s is EXEC_PLUGIN_FAILED, and what it printed is not repeated',
  async (_name, output) => {
    const { credentials } = await build(print(output));
    const error: unknown = await credentials.read().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'EXEC_PLUGIN_FAILED' });
    expect(String(error)).not.toContain('s3cret');
  },
);

test('a plugin that needs a terminal is not started', async () => {
  const { credentials } = await build('', { needsTerminal: true });
  await expect(credentials.read()).rejects.toMatchObject({ code: 'EXEC_PLUGIN_FAILED' });
});

test('after a failure all who ask for a while are told the same', async () => {
  const { credentials, countRuns } = await build('process.exit(1);');
  for (let client = 0; client < 5; client += 1)
    await expect(credentials.read()).rejects.toMatchObject({ code: 'EXEC_PLUGIN_FAILED' });
  expect(await countRuns()).toBe(1);
});
