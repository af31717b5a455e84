import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { examples, runForTest } from '../testing/run-for-test.ts';
import { diff } from './diff.ts';

const rules = `${examples}/shop/rules.yaml`;
const run = (...args: string[]) => runForTest(diff, args);

const ingress = (path: string, service = 'web') => `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: nginx}
spec: {controller: k8s.io/ingress-nginx}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec:
  ingressClassName: nginx
  rules:
  - host: a.example.com
    http: {paths: [{path: ${path}, pathType: Prefix, backend: {service: {name: ${service}, port: {number: 80}}}}]}
`;

const against = async (before: string, input: string, ...args: string[]) =>
  runForTest(diff, [before, '-', ...args], { input });

test('the same rules move no request, and that is proven', async () => {
  const { status, out } = await run(rules, rules);
  expect(out).toContain('No request ends otherwise');
  expect(out).toContain('proven to be all');
  expect(status).toBe(0);
});

test('what differs comes with an example and both answers', async () => {
  const { status, out } = await against(rules, ingress('/'));
  expect(status).toBe(1);
  expect(out).toContain('http://a.example.com/');
  expect(out).toContain('- 404 NO_HOST_MATCH (no rule)');
  expect(out).toContain('+ 503 SERVICE_NOT_FOUND shop/web (Ingress shop/shop, path /)');
});

test('other endpoints are told by their addresses', async () => {
  const slice = (address: string) => `${ingress('/')}---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {ports: [{port: 80}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: web-1, namespace: shop, labels: {kubernetes.io/service-name: web}}
addressType: IPv4
ports: [{port: 8080}]
endpoints: [{addresses: [${address}], conditions: {ready: true}}]
`;
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'before.yaml'), slice('10.0.0.1'));
  const { out } = await against(folder, slice('10.0.0.2'));
  expect(out).toContain('- shop/web:80 (Ingress shop/shop, path /, ready 10.0.0.1:8080)');
  expect(out).toContain('+ shop/web:80 (Ingress shop/shop, path /, ready 10.0.0.2:8080)');
});

test('JSON has changes by controller', async () => {
  const { status, out } = await against(
    rules,
    ingress('/'),
    '--format',
    'json',
    '--profile',
    'ingress-nginx',
  );
  expect(status).toBe(1);
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({
    differs: true,
    controllers: [{ id: 'k8s.io/ingress-nginx', profile: 'ingress-nginx', isComplete: true }],
  });
  expect(answer.controllers[0].changes.map(({ url }: { url: string }) => url)).toContain(
    'http://a.example.com/',
  );
});

test('a comparison that was cut short says so', async () => {
  const { out } = await against(rules, ingress('/'), '--limit', '1');
  expect(out).toContain('There may be more');
});

test.each([
  [[], /Two files or directories/],
  [[rules], /Two files or directories/],
  [[rules, rules, rules], /Only two/],
  [['-', '-'], /one of them only/],
  [[rules, rules, '--limit', 'x'], /no number of requests/],
  [[rules, '/nowhere'], /nowhere: There is no such/],
  [[rules, `${examples}/broken/indent.yaml`], /indent\.yaml:5:/],
])('%j is bad input', async (args, message) => {
  const { status, out, notices } = await run(...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(notices).toMatch(message);
});

test('help has examples', async () => {
  expect((await run('--help')).out).toContain('Examples:');
});
