import type { InjectOptions } from 'fastify';
import { expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

type Method = NonNullable<InjectOptions['method']>;
interface Call {
  readonly method: Method;
  readonly url: string;
}
type Headers = Record<string, string | string[] | undefined>;

const withoutToken = ['GET /*', 'GET /healthz', 'GET /readyz', 'POST /api/session/code'];
const example: ReadonlyMap<string, string> = new Map([
  [':context', 'demo'],
  [':kind', 'Service'],
  [':namespace', 'shop'],
  [':name', 'web'],
  ['*', ''],
]);

/** Every route the server registered, HEAD twins left out, as a call one can make. */
function listCalls({ routes }: TestApp): readonly (Call & { readonly name: string })[] {
  return routes
    .flatMap(({ method, url }) => [method].flat().map((each) => ({ method: each, url })))
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url }) => ({
      name: `${method} ${url}`,
      method: method === 'POST' ? 'POST' : 'GET',
      url: url
        .split('/')
        .map((part) => example.get(part) ?? part)
        .join('/'),
    }));
}

/** Calls each route with the headers of our own page, changed as told; returns the routes that did not answer `statusCode`. */
async function listUnguarded(
  test: TestApp,
  statusCode: number,
  change: (headers: Headers, call: Call) => Headers | undefined,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, ...call } of listCalls(test)) {
    const own: Headers = {
      ...test.headers,
      ...(call.method === 'POST' && { 'content-type': 'application/json' }),
    };
    const headers = change(own, call);
    if (headers === undefined) continue;
    const defined = Object.fromEntries(
      Object.entries(headers).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
    const reply = await test.app.inject({
      ...call,
      headers: defined,
      ...(call.method === 'POST' && { payload: '{}' }),
    });
    if (reply.statusCode !== statusCode) found.push(`${name}: ${reply.statusCode}`);
  }
  expect(test.directory.client.asked).toEqual([]);
  return found;
}

test('there are routes to look at, and only four of them need no token', async () => {
  const { routes } = await openTestApp();
  const open = routes
    .filter(({ method, config }) => method !== 'HEAD' && (config?.guard ?? 'token') !== 'token')
    .map(({ method, url }) => `${String(method)} ${url}`);
  expect(open.toSorted()).toEqual(withoutToken);
  expect(routes.length).toBeGreaterThan(15);
});

test.each([
  'evil.test',
  'evil.test:7420',
  '127.0.0.1.evil.test',
  'localhost.evil.test:7420',
  '127.attacker.example',
  '127.0.0.2:7420',
  '0.0.0.0:7420',
  '2130706433:7420',
])('no route answers under the host %j, even when the origin says the same', async (host) => {
  const test = await openTestApp();
  const unguarded = await listUnguarded(test, 403, (own) => ({ ...own, host, origin: `http://${host}` }));
  expect(unguarded).toEqual([]);
});

test('no route answers a request with two Host headers', async () => {
  const test = await openTestApp();
  const unguarded = await listUnguarded(test, 403, (own) => ({
    ...own,
    host: undefined,
    Host: ['127.0.0.1:7420', 'evil.test'],
  }));
  expect(unguarded).toEqual([]);
});

test.each([
  'https://evil.test',
  'null',
  'http://localhost:3000',
  'http://127.0.0.1:3000',
  'http://127.0.0.1',
  'https://127.0.0.1:7420',
  'http://127.0.0.1:7420.evil.test',
])('no route answers the origin %j', async (origin) => {
  const test = await openTestApp();
  expect(await listUnguarded(test, 403, (own) => ({ ...own, origin }))).toEqual([]);
});

test.each(['cross-site', 'same-site'])('no route answers what a %s page fetches', async (site) => {
  const test = await openTestApp();
  const unguarded = await listUnguarded(test, 403, (own) => ({
    ...own,
    origin: undefined,
    'sec-fetch-site': site,
    'sec-fetch-mode': 'no-cors',
    'sec-fetch-dest': 'empty',
  }));
  expect(unguarded).toEqual([]);
});

test('nothing that changes something is taken from a browser that names no origin', async () => {
  const test = await openTestApp();
  const unguarded = await listUnguarded(test, 403, (own, { method }) =>
    method === 'POST' ? { ...own, origin: undefined, 'sec-fetch-site': 'same-origin' } : undefined,
  );
  expect(unguarded).toEqual([]);
});

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  'Bearer x',
  'Bearer x,y',
  'bearer TOKEN',
  'Basic TOKEN',
  'TOKEN',
  'Bearer TOKENx',
])('no route but the open four answers the authorization %j', async (text) => {
  const test = await openTestApp();
  const authorization = text?.replace('TOKEN', test.session.token);
  const unguarded = await listUnguarded(test, 401, (own) => ({ ...own, authorization }));
  expect(unguarded.map((line) => line.replace(/: \d+$/, '')).toSorted()).toEqual(withoutToken);
});

test.each([
  undefined,
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json\t;x',
  'application/json;charset=utf-8;x',
  ' application/jsonp',
  'application/json, text/plain',
])('no body is taken as %j', async (contentType) => {
  const test = await openTestApp();
  const unguarded = await listUnguarded(test, 415, (own, { method }) =>
    method === 'POST' ? { ...own, 'content-type': contentType } : undefined,
  );
  expect(unguarded).toEqual([]);
});

test.each(['?token=x', '?a=1&Access_Token=x', '?view=TOKEN'])(
  'no route answers an address with a token in its query: %s',
  async (query) => {
    const test = await openTestApp();
    for (const { method, url } of listCalls(test)) {
      const reply = await test.app.inject({
        method,
        url: url + query.replace('TOKEN', test.session.token),
        headers: test.headers,
      });
      expect(reply.json()).toMatchObject({ code: 'TOKEN_IN_ADDRESS', statusCode: 400 });
    }
  },
);

test('every reply carries the security headers, refusals too', async () => {
  const test = await openTestApp();
  for (const call of listCalls(test)) {
    for (const headers of [test.headers, { host: 'evil.test' }]) {
      const reply = await test.app.inject({ ...call, headers });
      expect(reply.headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(Object.keys(reply.headers).filter((name) => /^access-control|^set-cookie$/.test(name))).toEqual(
        [],
      );
    }
  }
});

test('sub-resources and paths of the Kubernetes API are not served', async () => {
  const { app, headers, directory } = await openTestApp();
  const paths = [
    '/api/v1/namespaces/shop/pods',
    '/apis/apps/v1/deployments',
    '/api/contexts/demo/objects/Pod/shop/web/exec',
    '/api/contexts/demo/objects/Pod/shop/web/portforward',
    '/api/contexts/demo/objects/Service/shop/web/proxy',
    '/api/contexts/demo/objects/Service/shop/..%2f..%2fsecrets',
    '/api/contexts/demo/objects/Service/..%2fkube-system/web',
    '/api/contexts/demo/objects/Secret/shop/web',
    '/api/contexts/demo/proxy/version',
  ];
  for (const url of paths) {
    const reply = await app.inject({ url, headers });
    expect([400, 404]).toContain(reply.statusCode);
  }
  expect(directory.client.asked).toEqual([]);
});
