import { expect, test } from 'vitest';
import { examples, runForTest } from '../testing/run-for-test.ts';
import { check } from './check.ts';

const shop = `${examples}/shop`;
const run = (...args: string[]) => runForTest(check, args);

const twins = (name: string) =>
  `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}, namespace: shop}
spec:
  ingressClassName: gone
  rules:
  - host: a.example.com
    http:
      paths:
      - path: /
        pathType: Prefix
        backend: {service: {name: missing, port: {number: 80}}}
`;

test('a finding names its file and line, and errors end with status 1', async () => {
  const { status, out } = await run('-f', shop);
  expect(out).toMatch(/services\.json:\d+: error SVC-001: No Pod carries the labels this Service selects/);
  expect(out).toContain('Service/shop/api');
  expect(out).toContain('1 found: 1 error, 0 warning, 0 info.');
  expect(status).toBe(1);
});

test('the line is that of the path, also of the second object of a text', async () => {
  const { out } = await runForTest(check, ['-f', '-', '--format', 'json'], {
    input: `${twins('a')}---\n${twins('b')}`,
  });
  const { findings }: { findings: { checkId: string; file: string; line: number }[] } = JSON.parse(out);
  const lines = findings
    .filter(({ checkId }) => checkId === 'ING-001')
    .map(({ file, line }) => `${file}:${line}`);
  expect(lines).toEqual(['standard input:10', 'standard input:23']);
});

test('nothing found is good', async () => {
  const { status, out } = await runForTest(check, ['-f', '-'], {
    input: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n',
  });
  expect(out).toBe('Nothing found.\n');
  expect(status).toBe(0);
});

test('warnings are failures when asked', async () => {
  const input = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  containers:
  - name: web
    image: web
    livenessProbe: {httpGet: {port: http}}
`;
  const { status, out } = await runForTest(check, ['-f', '-'], { input });
  expect(out).toContain('1 found: 0 error, 1 warning, 0 info.');
  expect(status).toBe(0);
  expect((await runForTest(check, ['-f', '-', '--fail-on', 'warning'], { input })).status).toBe(1);
});

test.each(['text', 'json', 'sarif'])("rules in each other's way are findings, as %s", async (format) => {
  const nginx =
    'apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: gone}\nspec: {controller: k8s.io/ingress-nginx}\n';
  const slashed = twins('slashed').replace('path: /', 'path: /p/');
  const bare = twins('bare').replace('path: /', 'path: /p');
  const wild = twins('wild').replace('a.example.com', "'*.example.com'");
  const input = [nginx, slashed, bare, wild, twins('a'), twins('b')].join('---\n');
  const { out, status } = await runForTest(check, ['-f', '-', '--format', format], { input });
  for (const id of ['ING-013', 'ING-055']) expect(out).toContain(id);
  expect(status).toBe(1);
});

test('what the API server refuses is found with the line of its field', async () => {
  const input = twins('a').replace('pathType: Prefix', 'pathType: prefix');
  const { status, out } = await runForTest(check, ['-f', '-'], { input });
  expect(out).toContain(
    'standard input:11: error API-001: The API server refuses Ingress shop/a: spec.rules[0].http.paths[0].pathType',
  );
  expect(out).toContain('path type unknown (pathType "prefix")');
  expect(status).toBe(1);
});

test('SARIF has a rule and a place for every result', async () => {
  const { out, status } = await run('-f', shop, '--format', 'sarif');
  const report = JSON.parse(out);
  expect(report).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'fairlead' } } }] });
  const [{ tool, results }] = report.runs;
  expect(results).toMatchObject([
    {
      ruleId: 'SVC-001',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: expect.stringMatching(/shop\/services\.json$/) },
            region: { startLine: expect.any(Number) },
          },
          logicalLocations: [{ fullyQualifiedName: 'Service/shop/api' }],
        },
      ],
    },
  ]);
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toContain('SVC-001');
  expect(status).toBe(1);
});

test.each([
  [['-f', `${examples}/broken/indent.yaml`], /indent\.yaml:5:/],
  [['-f', shop, '--format', 'xml'], /choose one of text, json, sarif/],
  [['-f', shop, '--fail-on', 'info'], /choose error or warning/],
  [['shop'], /Unexpected argument/],
])('%j is bad input', async (args, message) => {
  const { status, out, notices } = await run(...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(notices).toMatch(message);
});

test('help has examples', async () => {
  expect((await run('-h')).out).toContain('Examples:');
});
