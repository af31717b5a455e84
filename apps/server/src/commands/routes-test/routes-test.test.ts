import { expect, test } from 'vitest';
import { examples, runForTest } from '../testing/run-for-test.ts';
import { routesTest } from './routes-test.ts';

const shop = `${examples}/shop`;
const routes = `${examples}/routes.yaml`;
const run = (...args: string[]) => runForTest(routesTest, args);
const against = (input: string, ...args: string[]) =>
  runForTest(routesTest, ['-', '-f', shop, ...args], { input });

test('routes that are as expected are good', async () => {
  const { status, out } = await run(routes, '-f', shop);
  expect(out).toContain('ok    plain requests are sent to https');
  expect(out).toContain('4 of 4 routes are as expected.');
  expect(status).toBe(0);
});

const wrong = `routes:
- url: https://shop.example.com/
  expect: shop/web
- url: https://shop.example.com/api?a=<b>&c="d"
  expect: shop/web:81
`;

test('one that is not says what was expected and what was found, with its line', async () => {
  const { status, out } = await against(wrong);
  expect(out).toContain('FAIL  https://shop.example.com/api?a=<b>&c="d" (standard input:4)');
  expect(out).toContain('result: expected "ok", found "fail"');
  expect(out).toContain('servicePort: expected 81, found 80');
  expect(out).toContain('SELECTOR_MATCHES_NO_PODS');
  expect(out).toContain('1 of 2 routes are as expected.');
  expect(status).toBe(1);
});

test('JUnit has a case for each route, and texts stay texts', async () => {
  const { status, out } = await against(wrong, '--format', 'junit');
  expect(out).toContain('<testsuites tests="2" failures="1">');
  expect(out).toContain('name="https://shop.example.com/"/>');
  expect(out).toContain('name="https://shop.example.com/api?a=&lt;b&gt;&amp;c=&quot;d&quot;">');
  expect(out).toContain('<failure message="result: expected &quot;ok&quot;, found &quot;fail&quot;">');
  expect(status).toBe(1);
});

test('JSON has the whole trace', async () => {
  const { out } = await against(wrong, '--format', 'json');
  expect(JSON.parse(out)).toMatchObject([
    { isAsExpected: true, trace: { service: 'shop/web' } },
    {
      isAsExpected: false,
      line: 4,
      deviations: [{ field: 'result', expected: '"ok"', found: '"fail"' }, {}, {}],
    },
  ]);
});

test('a route may choose its profile', async () => {
  const { status } = await against(
    'routes: [{url: http://shop.example.com/, profile: spec, expect: shop/web}]',
    '--profile',
    'ingress-nginx',
  );
  expect(status).toBe(0);
});

test.each([
  ['routes:\n- url: a.example\n  expect: web\n', /standard input:3: routes\.0\.expect: /],
  ['routes:\n- url: a.example\n  exspect: a\n  expect: a/b\n', /exspect/],
  ['routes:\n- url: a b\n  expect: a/b\n', /standard input:2: a b: A URL holds no blanks/],
  ['routes: []\n', /standard input:1: routes: /],
  [
    'routes:\n- url: a.example\n  profile: apache\n  expect: a/b\n',
    /standard input:3: routes\.0\.profile: expected one of spec/,
  ],
  ['a: [\n', /standard input:\d+:\d+: This is no YAML/],
])('%j is bad input and names its line', async (input, message) => {
  const { status, out, notices } = await against(input);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(notices).toMatch(message);
});

test.each([
  [[], /Which file/],
  [[routes, routes, '-f', shop], /One file/],
  [['-', '-f', '-'], /not both/],
  [['/nowhere.yaml', '-f', shop], /nowhere\.yaml: There is no such/],
  [[routes, '-f', `${examples}/broken/indent.yaml`], /indent\.yaml:5:/],
  [[routes, '-f', shop, '--format', 'xml'], /choose one of text, json, junit/],
])('%j is bad input', async (args, message) => {
  const { status, out, notices } = await run(...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(notices).toMatch(message);
});

test('help has examples', async () => {
  expect((await run('--help')).out).toContain('Examples:');
});
