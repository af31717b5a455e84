import { expect, test } from './testing/journey.ts';
import { sendRequest, sendUpgrade } from './testing/send-request.ts';

const base = '/api/contexts/demo-cluster';
const orders = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'orders', namespace: 'shop', uid: 'any', resourceVersion: '1' },
  spec: {},
};
const edit = JSON.stringify({
  operation: 'update',
  base: orders,
  mine: orders,
  clusterId: 'any',
  reviewedResourceVersion: '1',
});
const reviews = JSON.stringify({ reviews: [{ verb: 'list', kind: 'Pod' }] });

/** Every route that needs the token, with what it answers to who has it. */
const routes: readonly { method?: string; path: string; body?: string; statusCode: number }[] = [
  { path: '/api/session', statusCode: 200 },
  { path: '/api/contexts', statusCode: 200 },
  { path: base, statusCode: 200 },
  { path: `${base}/snapshot`, statusCode: 200 },
  { path: `${base}/objects/Service/shop/orders`, statusCode: 200 },
  { path: `${base}/objects/Service/shop/orders/events`, statusCode: 200 },
  { method: 'POST', path: `${base}/access`, body: reviews, statusCode: 200 },
  { method: 'POST', path: `${base}/edits/apply`, body: edit, statusCode: 403 },
];
const updates = `${base}/updates?epoch=none&revision=0`;
const json = { 'content-type': 'application/json' };
const wrongToken = 'A'.repeat(43);

for (const { method = 'GET', path, body, statusCode } of routes) {
  const request = { method, path, ...(body === undefined ? {} : { body }) };
  const head = body === undefined ? {} : json;

  test(`${method} ${path} answers only its own page with the token`, async ({ demo: { origin, token } }) => {
    const send = (headers: Record<string, string>) =>
      sendRequest(origin, { ...request, headers: { ...head, ...headers } });
    const authorization = `Bearer ${token}`;
    expect(await send({})).toMatchObject({ statusCode: 401, code: 'TOKEN_MISSING' });
    expect(await send({ authorization: `Bearer ${wrongToken}` })).toMatchObject({
      statusCode: 401,
      code: 'TOKEN_WRONG',
    });
    for (const host of [
      'attacker.example',
      `attacker.example:${new URL(origin).port}`,
      '127.0.0.1.attacker.example',
    ])
      expect(await send({ authorization, host })).toMatchObject({
        statusCode: 403,
        code: 'HOST_NOT_ALLOWED',
      });
    for (const wrong of [
      'http://attacker.example',
      'null',
      'http://127.0.0.1:1',
      origin.replace('http', 'https'),
    ])
      expect(await send({ authorization, origin: wrong })).toMatchObject({
        statusCode: 403,
        code: 'ORIGIN_NOT_ALLOWED',
      });
    expect(await send({ authorization, origin, 'sec-fetch-site': 'cross-site' })).toMatchObject({
      statusCode: 403,
      code: 'ORIGIN_NOT_ALLOWED',
    });
    const reply = await send({ authorization, origin, 'sec-fetch-site': 'same-origin' });
    expect(reply.statusCode).toBe(statusCode);
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    expect(reply.headers['set-cookie']).toBeUndefined();
  });
}

test('the socket of updates opens only for its own page with the token', async ({
  demo: { origin, token },
}) => {
  const send = (headers: Record<string, string>) => sendUpgrade(origin, { path: updates, headers });
  const protocols = (secret: string) => ({
    'sec-websocket-protocol': `fairlead.v1, fairlead.token.${secret}`,
  });
  const good = { origin, ...protocols(token) };
  const opened = await send(good);
  test
    .info()
    .annotations.push({ type: 'protocol', description: String(opened.headers['sec-websocket-protocol']) });
  expect(opened).toMatchObject({ statusCode: 101, headers: { 'sec-websocket-protocol': 'fairlead.v1' } });
  expect(await send({ origin, 'sec-websocket-protocol': 'fairlead.v1' })).toMatchObject({ statusCode: 401 });
  expect(await send({ origin, ...protocols(wrongToken) })).toMatchObject({
    statusCode: 401,
    code: 'TOKEN_WRONG',
  });
  expect(await send({ ...good, host: 'attacker.example' })).toMatchObject({
    statusCode: 403,
    code: 'HOST_NOT_ALLOWED',
  });
  expect(await send({ ...good, origin: 'http://attacker.example' })).toMatchObject({
    statusCode: 403,
    code: 'ORIGIN_NOT_ALLOWED',
  });
  expect(await send(protocols(token))).toMatchObject({ statusCode: 403, code: 'ORIGIN_NOT_ALLOWED' });
});

test('the page itself is for loopback names, carries its policy and no token', async ({
  demo: { origin, token },
}) => {
  const page = await sendRequest(origin, { path: '/' });
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain(token);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(page.headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(await sendRequest(origin, { path: '/', headers: { host: 'attacker.example' } })).toMatchObject({
    statusCode: 403,
  });
  const { port } = new URL(origin);
  expect(
    await sendRequest(origin, { path: '/c/x/graph', headers: { host: `localhost:${port}` } }),
  ).toMatchObject({
    headers: { location: `${origin}/c/x/graph` },
  });
});

test('a token in the query, a form and a used-up code are refused', async ({ demo: { origin, token } }) => {
  expect(await sendRequest(origin, { path: `/api/session?token=${token}` })).toMatchObject({
    statusCode: 400,
    code: 'TOKEN_IN_ADDRESS',
  });
  expect(
    await sendRequest(origin, {
      method: 'POST',
      path: `${base}/access`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    }),
  ).toMatchObject({ statusCode: 415, code: 'CONTENT_TYPE_NOT_JSON' });
  expect(
    await sendRequest(origin, {
      method: 'POST',
      path: '/api/session/code',
      headers: json,
      body: '{"code":"none"}',
    }),
  ).toMatchObject({ statusCode: 401, code: 'CODE_WRONG' });
});
