import { expect, test } from 'vitest';
import { examples, runForTest } from '../testing/run-for-test.ts';
import { trace } from './trace.ts';

const shop = `${examples}/shop`;
const run = (...args: string[]) => runForTest(trace, args);

test('a request that reaches a ready backend is good', async () => {
  const { status, out, notices } = await run(
    'http://elsewhere.example.com',
    '-H',
    'Host: shop.example.com',
    '-f',
    shop,
    '--profile',
    'spec',
  );
  expect(out).toContain('GET http://shop.example.com/ reaches 1 ready endpoint.');
  expect(out).toContain('Ingress shop/shop, host shop.example.com, path / Prefix');
  expect(out).toContain('10.0.0.11:8080');
  expect({ status, notices }).toEqual({ status: 0, notices: '' });
});

test('a request that reaches nothing ends with status 1 and says why', async () => {
  const { status, out } = await run('https://shop.example.com/api', '-f', shop);
  expect(out).toContain('gets 503');
  expect(out).toContain('SELECTOR_MATCHES_NO_PODS');
  expect(status).toBe(1);
});

test('a redirect and an external name are good', async () => {
  const redirected = await run('http://shop.example.com/x', '-f', shop);
  expect(redirected.out).toContain('is sent to https://shop.example.com/x (308)');
  expect(redirected.status).toBe(0);
  const external = await run('https://shop.example.com/docs', '-f', shop);
  expect(external.out).toContain('leaves the cluster for docs.example.net');
  expect(external.status).toBe(0);
});

test('JSON has the answer of the table and the request', async () => {
  const { status, out } = await run(
    'shop.example.com/api?q=1',
    '-f',
    shop,
    '--profile=spec',
    '--format',
    'json',
  );
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    request: { method: 'GET', scheme: 'http', host: 'shop.example.com', path: '/api', query: 'q=1' },
    controller: { profile: 'spec' },
    result: 'fail',
    reason: 'SELECTOR_MATCHES_NO_PODS',
    service: 'shop/api',
    losers: [
      { path: '/docs', reason: 'OTHER_PATH' },
      { path: '/', reason: 'LATER_IN_ORDER' },
    ],
  });
});

test('a curl command is traced', async () => {
  const { status, out } = await run(
    "curl -X POST --resolve shop.example.com:443:192.0.2.1 'https://shop.example.com/'",
    '-f',
    shop,
  );
  expect(out).toContain('POST https://shop.example.com/ reaches');
  expect(status).toBe(0);
});

test('manifests come from standard input, too', async () => {
  const input = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n';
  const { status, out } = await runForTest(trace, ['a.example', '-f', '-'], { input });
  expect(out).toContain('NO_HOST_MATCH');
  expect(status).toBe(1);
});

test('an Ingress without pathType is refused, not completed', async () => {
  const { status, out, notices } = await run(
    'untyped.example.com/',
    '-f',
    `${examples}/broken/no-path-type.yaml`,
    '--option',
    'watchIngressWithoutClass=true',
  );
  expect(notices).toContain('no-path-type.yaml:11:13: The pathType is missing');
  expect(out).toContain('INVALID_INGRESS');
  expect(out).toContain('spec.rules[0].http.paths[0].pathType');
  expect(status).toBe(1);
});

test.each([
  [['a.example', '-f', `${examples}/broken/indent.yaml`], /indent\.yaml:5:\d+: This is no YAML/],
  [['a.example', '-f', `${examples}/nowhere`], /nowhere: There is no such file or directory\./],
  [['a.example', '-f', '-'], /standard input:1:1: It holds no document/],
  [['a.example', '--kubeconfig', '/nowhere/config'], /KUBECONFIG_MISSING/],
  [[], /Which URL/],
  [['a b', '-f', shop], /holds no blanks.*character 2/],
  [['a.example', 'b.example', '-f', shop], /One URL at a time/],
  [['a.example', '-f', shop, '--profile', 'nginx'], /no such profile.*ingress-nginx/],
  [
    ['a.example', '-f', shop, '--option', 'strictHots=true'],
    /--option strictHots: there is no such option\. Known: .*strictHost/,
  ],
  [['a.example', '-f', shop, '--option', 'strictHost=maybe'], /--option strictHost: expected boolean/],
  [['a.example', '-f', shop, '--header', 'nonsense'], /a name, a colon and a value/],
  [['a.example', '-f', shop, '--format', 'xml'], /choose one of text, json/],
  [['a.example', '-f', shop, '--context', 'prod'], /exclude each other/],
  [['a.example', '--batch', '-'], /leave the URL out/],
  [['--batch', '-', '--profile', 'spec'], /leave --profile out/],
  [['--batch', '/nowhere/file'], /nowhere\/file: There is no such file or directory\./],
])('%j is bad input and says so without a stack', async (args, message) => {
  const { status, out, notices } = await run(...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(notices).toMatch(message);
  expect(notices).not.toMatch(/\n\s+at /);
});

test('help has examples', async () => {
  const { status, out } = await run('--help');
  expect(out).toContain('Examples:');
  expect(status).toBe(0);
});

test('colours are for terminals, and characters that steer one do not get there', async () => {
  const input = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n';
  const terminal = await runForTest(trace, ['a.example/\u202E', '-f', '-'], {
    input,
    isOutputTerminal: true,
  });
  expect(terminal.out).not.toContain('\u202E');
  expect((await runForTest(trace, ['a.example', '-f', '-'], { input })).out).not.toContain('\u001B');
});

const haproxy = (settings: string) => `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: haproxy}
spec: {controller: haproxy-ingress.github.io/controller}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: haproxy-ingress, namespace: edge}
spec:
  selector: {matchLabels: {app: haproxy}}
  template:
    metadata: {labels: {app: haproxy}}
    spec: {containers: [{name: c, image: "quay.io/jcmoraisjr/haproxy-ingress:v0.14", args: [--configmap=edge/settings]}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: edge}
data: {${settings}}
`;

test('options are read from the ConfigMap of the controller that runs', async () => {
  const ask = async (settings: string): Promise<unknown> => {
    const { out } = await runForTest(trace, ['a.example', '-f', '-', '--format', 'json'], {
      input: haproxy(settings),
    });
    return JSON.parse(out).controller.options;
  };
  expect(await ask('strict-host: "true"')).toMatchObject({ strictHost: true });
  expect(await ask('')).not.toHaveProperty('strictHost');
});
