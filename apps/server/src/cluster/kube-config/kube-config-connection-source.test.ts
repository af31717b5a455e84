import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testClientCertificate, testClientKey } from '../testing/test-certificates.ts';
import { KubeConfigConnectionSource } from './kube-config-connection-source.ts';
import type { KubeConfigPlaces } from './kube-config-source.ts';

let folder: string;
let nowMs: number;
let wallMs: number;
const sources: KubeConfigConnectionSource[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-kubeconfig-'));
  nowMs = 0;
  wallMs = Date.parse('2026-01-01T00:00:00Z');
});
afterEach(async () => {
  for (const source of sources.splice(0)) source.close();
  await rm(folder, { recursive: true });
});

function build(places: Partial<KubeConfigPlaces> = {}): KubeConfigConnectionSource {
  const source = new KubeConfigConnectionSource(
    {
      flag: undefined,
      variable: undefined,
      homeFolder: undefined,
      serviceAccount: undefined,
      hasFilePermissions: true,
      ...places,
    },
    { environment: {}, timeLimitMs: 5_000, monotonicNow: () => nowMs, now: () => wallMs },
  );
  sources.push(source);
  return source;
}

let written = 0;
/** Every write has its own modification time, however fast the test is. */
async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text, { mode: 0o600 });
  written += 1;
  await utimes(path, 1_700_000_000 + written, 1_700_000_000 + written);
  return path;
}

const entry = (
  name: string,
  { server = `https://${name}.example.com`, user = '{token: t}', cluster = '', context = '' } = {},
): string => `
apiVersion: v1
kind: Config
current-context: ${name}
clusters: [{name: ${name}, cluster: {server: '${server}'${cluster}}}]
users: [{name: ${name}, user: ${user}}]
contexts: [{name: ${name}, context: {cluster: ${name}, user: ${name}${context}}}]
`;

describe('finding the file', () => {
  test('the flag alone counts when it is there', async () => {
    const flag = await write('flag', entry('flag'));
    const variable = await write('variable', entry('variable'));
    const contexts = await build({ flag, variable }).listContexts();
    expect(contexts.map(({ name }) => name)).toEqual(['flag']);
  });

  test('several files merge as kubectl merges them: the first to name a thing wins', async () => {
    const first = await write('first', entry('a', { server: 'https://first.example.com' }));
    const second = await write(
      'second',
      entry('a', { server: 'https://second.example.com' }).replace(
        'current-context: a',
        'current-context: b',
      ),
    );
    const third = await write('third', entry('b'));
    const source = build({ variable: [join(folder, 'missing'), first, second, third].join(delimiter) });
    expect(await source.listContexts()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'a', server: 'https://first.example.com', isCurrent: true }),
        expect.objectContaining({ name: 'b', server: 'https://b.example.com', isCurrent: false }),
      ]),
    );
  });

  test('without a flag and a variable it is in the home folder', async () => {
    await mkdir(join(folder, '.kube'));
    await write('.kube/config', entry('home'));
    expect(await build({ homeFolder: folder }).listContexts()).toMatchObject([{ name: 'home' }]);
  });

  test('none there at all is KUBECONFIG_MISSING and says where it looked', async () => {
    await expect(build({ variable: join(folder, 'nope') }).listContexts()).rejects.toMatchObject({
      code: 'KUBECONFIG_MISSING',
      message: expect.stringContaining(join(folder, 'nope')),
    });
  });

  test('in a Pod the service account is used, and its token read again when it rotates', async () => {
    await write('token', 'first\n');
    await write('ca.crt', 'CA');
    await write('namespace', 'shop');
    const source = build({ serviceAccount: { folder, host: 'fd00::1', port: '6443' } });
    expect(await source.listContexts()).toMatchObject([
      { name: 'in-cluster', server: 'https://[fd00::1]:6443', namespace: 'shop', isCurrent: true },
    ]);
    const { connection } = await source.connect('in-cluster');
    expect(connection).toMatchObject({ caPem: 'CA', namespace: 'shop' });
    expect((await connection.readCredentials()).headers).toEqual({ authorization: 'Bearer first' });
    await write('token', 'second\n');
    nowMs += 11_000;
    expect((await connection.readCredentials()).headers).toEqual({ authorization: 'Bearer second' });
  });
});

describe('what is wrong with it', () => {
  test.each([
    ['bad YAML', 'clusters: [ {'],
    ['plain text', 'hello'],
    ['a list', '- a'],
  ])('%s is KUBECONFIG_INVALID and names the file', async (_name, text) => {
    const flag = await write('config', text);
    await expect(build({ flag }).listContexts()).rejects.toMatchObject({
      code: 'KUBECONFIG_INVALID',
      message: expect.stringContaining(flag),
    });
  });

  test('the error never repeats the lines around it: they may hold a token', async () => {
    const flag = await write('config', 'users:\n- name: a\n  user: {token: s3cret-token\n');
    const error: unknown = await build({ flag })
      .listContexts()
      .catch((caught: unknown) => caught);
    expect(
      JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).cause),
    ).not.toContain('s3cret');
  });

  test('a folder in its place is KUBECONFIG_INVALID', async () => {
    await expect(build({ flag: folder }).listContexts()).rejects.toMatchObject({
      code: 'KUBECONFIG_INVALID',
    });
  });

  test('an unknown context is CONTEXT_UNKNOWN', async () => {
    const source = build({ flag: await write('config', entry('a')) });
    await expect(source.connect('b')).rejects.toMatchObject({
      code: 'CONTEXT_UNKNOWN',
      message: expect.stringContaining('b'),
    });
  });

  test.each([
    ['a cluster that is not there', entry('a').replace('clusters: [{name: a', 'clusters: [{name: other')],
    ['a user that is not there', entry('a').replace('users: [{name: a', 'users: [{name: other')],
    ['no web address', entry('a', { server: 'example.com:6443' })],
    ['another protocol', entry('a', { server: 'file:///etc/passwd' })],
    ['a proxy of another kind', entry('a', { cluster: ', proxy-url: ftp://x' })],
    ['a CA file that is not there', entry('a', { cluster: ', certificate-authority: missing.crt' })],
    ['a removed auth-provider', entry('a', { user: '{auth-provider: {name: gcp}}' })],
  ])('a context with %s is KUBECONFIG_INVALID', async (_name, text) => {
    const source = build({ flag: await write('config', text) });
    await expect(source.connect('a')).rejects.toMatchObject({ code: 'KUBECONFIG_INVALID' });
  });

  test('a token with a line break inside is refused, not sent', async () => {
    const source = build({ flag: await write('config', entry('a', { user: '{token: "a\\nx: y"}' })) });
    const { connection } = await source.connect('a');
    await expect(connection.readCredentials()).rejects.toMatchObject({ code: 'KUBECONFIG_INVALID' });
  });
});

describe('credentials', () => {
  const connect = async (text: string) =>
    (await build({ flag: await write('config', text) }).connect('a')).connection;

  test('cluster options are taken over', async () => {
    const connection = await connect(
      entry('a', {
        cluster:
          ", tls-server-name: k8s, insecure-skip-tls-verify: true, proxy-url: 'socks5://p:1', certificate-authority-data: Q0E=",
        context: ', namespace: shop',
      }),
    );
    expect(connection).toMatchObject({
      tlsServerName: 'k8s',
      skipsTlsVerification: true,
      proxyUrl: 'socks5://p:1',
      caPem: 'CA',
      namespace: 'shop',
    });
  });

  test('a token file beside the kubeconfig is read again when it rotates, and at once after a refusal', async () => {
    await write('token', 'first');
    const connection = await connect(entry('a', { user: '{tokenFile: token, token: stale}' }));
    expect((await connection.readCredentials()).headers).toEqual({ authorization: 'Bearer first' });
    await write('token', 'second');
    expect(connection.forgetCredentials()).toBe(true);
    expect((await connection.readCredentials()).headers).toEqual({ authorization: 'Bearer second' });
  });

  test('user name and password are sent as basic authentication', async () => {
    const connection = await connect(entry('a', { user: '{username: u, password: p}' }));
    expect((await connection.readCredentials()).headers).toEqual({ authorization: 'Basic dTpw' });
  });

  test('impersonation asked for in the kubeconfig is honoured in full', async () => {
    const connection = await connect(
      entry('a', {
        user: '{token: t, as: jane, as-groups: [dev, qa], as-uid: "7", as-user-extra: {Reason: [x]}}',
      }),
    );
    expect((await connection.readCredentials()).headers).toEqual({
      authorization: 'Bearer t',
      'impersonate-user': 'jane',
      'impersonate-group': ['dev', 'qa'],
      'impersonate-uid': '7',
      'impersonate-extra-reason': ['x'],
    });
  });

  test('an expired client certificate is CERTIFICATE_EXPIRED with its date', async () => {
    await write('cert.pem', testClientCertificate);
    await write('key.pem', testClientKey);
    const connection = await connect(
      entry('a', { user: '{client-certificate: cert.pem, client-key: key.pem}' }),
    );
    expect((await connection.readCredentials()).clientCertificate?.certificatePem).toBe(
      testClientCertificate,
    );
    wallMs = Date.parse('2200-01-01T00:00:00Z');
    await expect(connection.readCredentials()).rejects.toMatchObject({
      code: 'CERTIFICATE_EXPIRED',
      message: expect.stringMatching(/expired on 21\d\d-\d\d-\d\d/),
    });
  });

  test('a client certificate without its key is KUBECONFIG_INVALID', async () => {
    const connection = await connect(entry('a', { user: '{client-certificate-data: Q0E=}' }));
    await expect(connection.readCredentials()).rejects.toMatchObject({ code: 'KUBECONFIG_INVALID' });
  });
});

describe.skipIf(process.platform === 'win32')('who else may read it', () => {
  test('a file every user of the machine may write is refused until its permissions are mended', async () => {
    const flag = await write('flag', entry('flag'));
    await chmod(flag, 0o602);
    const source = build({ flag });
    await expect(source.listContexts()).rejects.toMatchObject({ code: 'KUBECONFIG_EXPOSED' });
    await expect(source.connect('flag')).rejects.toMatchObject({ code: 'KUBECONFIG_EXPOSED' });
    await expect(source.listNotices()).rejects.toMatchObject({ code: 'KUBECONFIG_EXPOSED' });
    await chmod(flag, 0o600);
    expect(await source.listContexts()).toHaveLength(1);
    expect(await source.listNotices()).toEqual([]);
  });

  test('of several files it is said of each', async () => {
    const shared = await write('shared', entry('shared'));
    const own = await write('own', entry('own'));
    await chmod(shared, 0o640);
    const source = build({ variable: [shared, own].join(delimiter) });
    expect(await source.listNotices()).toEqual([expect.stringContaining(`chmod 600 ${shared}`)]);
    expect(await source.listContexts()).toHaveLength(2);
  });

  test('where files have no permissions nothing is said of them', async () => {
    const flag = await write('flag', entry('flag'));
    await chmod(flag, 0o666);
    const source = build({ flag, hasFilePermissions: false });
    expect(await source.listNotices()).toEqual([]);
    expect(await source.listContexts()).toHaveLength(1);
  });
});

test('a cluster whose certificate is not checked is said loudly', async () => {
  const flag = await write('flag', entry('flag', { cluster: ', insecure-skip-tls-verify: true' }));
  expect(await build({ flag }).listNotices()).toEqual([
    expect.stringContaining('The cluster flag is used with insecure-skip-tls-verify'),
  ]);
});

describe('a kubeconfig edited while running', () => {
  test('is read again; a context that stays the same keeps its connection', async () => {
    const flag = await write('config', entry('a'));
    const source = build({ flag });
    const before = await source.connect('a');
    await write('config', `${entry('a')}# a remark\n`);
    expect(await source.connect('a')).toBe(before);
    await write('config', entry('a', { user: '{token: new}' }));
    const after = await source.connect('a');
    expect(after.identity).toBe(before.identity);
    expect((await after.connection.readCredentials()).headers).toEqual({ authorization: 'Bearer new' });
    await write('config', entry('a', { server: 'https://other.example.com' }));
    expect((await source.connect('a')).identity).not.toBe(before.identity);
  });

  test('that became unreadable says so, and works again when it is mended', async () => {
    const flag = await write('config', entry('a'));
    const source = build({ flag });
    await source.connect('a');
    await write('config', 'clusters: [ {');
    await expect(source.connect('a')).rejects.toMatchObject({ code: 'KUBECONFIG_INVALID' });
    await write('config', entry('a'));
    await expect(source.connect('a')).resolves.toBeDefined();
  });

  test('is noticed without being asked for, also when it is replaced', async () => {
    const flag = await write('config', entry('a'));
    const source = build({ flag });
    let changes = 0;
    source.watch(() => (changes += 1));
    await rm(flag);
    await write('config', entry('b'));
    await expect.poll(() => changes, { timeout: 5_000 }).toBeGreaterThan(0);
  });
});
