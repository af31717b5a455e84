// First: it fills what jsdom lacks.
import './testing/fill-dom-gaps.ts';
import type { ApiError } from '@fairlead/api-contract';
import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { nowMs } from '../workers/testing/model-of.ts';
import { aShop } from '../workers/testing/shop.ts';
import { ApiFailure } from '../server-state/api-failure.ts';
import { renderPage } from './testing/render-page.tsx';

afterEach(cleanup);

const parameter = (name: string): string | null => new URLSearchParams(location.search).get(name);
const field = (): Promise<HTMLElement> =>
  screen.findByRole('combobox', { name: 'URL or curl line to trace' });
const panel = (): Promise<HTMLElement> => screen.findByRole('complementary', { name: 'Trace' });
const announcement = (): string =>
  document.querySelector('[data-tracer-announcement]')?.textContent ?? 'nowhere';

async function trace(line: string): Promise<void> {
  const user = userEvent.setup();
  await user.click(await field());
  await user.clear(await field());
  await user.paste(line);
  await user.keyboard('{Enter}');
}

test('a URL that works is answered in a sentence, hop by hop, and said once', async () => {
  renderPage('/c/demo/graph', aShop());
  await trace('https://shop.example.com/cart');
  const answer = await panel();
  await within(answer).findByRole('heading', { level: 2, name: 'Reaches web, 1 Pod' });
  const hops = within(within(answer).getByRole('list', { name: 'Hops of the request' })).getAllByRole(
    'listitem',
  );
  expect(hops).toHaveLength(7);
  expect(parameter('trace')).toBe('GET https://shop.example.com/cart');
  expect(announcement()).toBe(
    'Request GET https://shop.example.com/cart reaches 1 ready Pod. Host shop.example.com in Ingress shop. Path /, Prefix. Service web, port http. Target port 3000.',
  );
});

test('a URL that breaks says where and why, with the fix', async () => {
  renderPage('/c/demo/graph?trace=GET https://shop.example.com/api', aShop());
  const answer = await panel();
  await within(answer).findByRole('heading', { level: 2, name: 'This request gets 503' });
  expect(within(answer).getByText('The selector matches no Pod')).toBeDefined();
  expect(within(answer).getByRole('region', { name: 'What is wrong there' })).toBeDefined();
  expect(announcement()).toContain('gets 503. It breaks at hop 7 of 7');
});

test('the answer follows the cluster, and is announced again only when the outcome is another', async () => {
  const model = aShop();
  const { worker } = renderPage('/c/demo/graph?trace=GET https://shop.example.com/api', model);
  await panel();
  model.apply(
    [{ op: 'put', object: aService('shop/api').withPort(8080).selecting({ app: 'nobody' }).build() }],
    nowMs,
  );
  const before = announcement();
  act(() => worker.answerAgain());
  expect(announcement()).toBe(before);
  model.apply([{ op: 'remove', key: 'Service/shop/api' }], nowMs);
  act(() => worker.answerAgain());
  expect((await within(await panel()).findAllByText(/does not exist/)).length).toBeGreaterThan(0);
  expect(announcement()).toContain('breaks at hop 5');
});

test('headers of a curl line go into the address, secret values do not', async () => {
  renderPage('/c/demo/graph', aShop());
  await trace(
    "curl -X POST -H 'X-Canary: always' -H 'Authorization: Bearer abc' -b 'session=xyz' https://shop.example.com/api",
  );
  await panel();
  expect(parameter('trace')).toBe('POST https://shop.example.com/api');
  expect(parameter('h')).toBe('X-Canary:always\nAuthorization:\nCookie:');
  expect(location.href).not.toMatch(/abc|xyz/);
  expect(screen.getByRole('button', { name: 'More, 3' })).toBeDefined();
});

test('a link without secret values says which are missing', async () => {
  renderPage('/c/demo/graph?trace=GET https://shop.example.com/api&h=Cookie:', aShop());
  expect(await within(await panel()).findByText(/does not carry the value of Cookie/)).toBeDefined();
});

test('what is no request is told at the field and traced nowhere', async () => {
  renderPage('/c/demo/graph', aShop());
  await trace('ftp://shop.example.com/');
  expect((await screen.findByRole('alert')).textContent).toBe('Only http and https go through an Ingress.');
  expect(parameter('trace')).toBeNull();
});

test('T goes to the field; Escape in it clears the trace, and Escape elsewhere does too', async () => {
  const user = userEvent.setup();
  renderPage('/c/demo/graph?trace=GET https://shop.example.com/', aShop());
  await panel();
  await user.keyboard('t');
  expect(document.activeElement).toBe(await field());
  await user.keyboard('{Escape}{Escape}');
  expect(screen.queryByRole('complementary', { name: 'Trace' })).toBeNull();
  expect(parameter('trace')).toBeNull();
  await trace('https://shop.example.com/');
  const title = within(await panel()).getByRole('heading', { level: 2 });
  act(() => title.focus());
  await user.keyboard('{Escape}');
  expect(parameter('trace')).toBeNull();
});

test('typing offers known hosts and paths', async () => {
  const user = userEvent.setup();
  renderPage('/c/demo/graph', aShop());
  await user.type(await field(), 'shop');
  const options = await screen.findAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    'https://shop.example.com/shop/shop',
    'https://shop.example.com/apishop/shop',
  ]);
});

test('a filter that hides the way is named, and the way can be shown', async () => {
  const user = userEvent.setup();
  renderPage('/c/demo/graph?ns=sec&trace=GET https://shop.example.com/', aShop());
  const answer = await panel();
  expect((await within(answer).findByText(/not shown in full/)).textContent).toBe(
    'This request’s way is not shown in full, as the page leaves out namespace shop.',
  );
  await user.click(within(answer).getByRole('button', { name: 'Show the way' }));
  expect(parameter('ns')).toBe('sec,shop');
  expect(within(await panel()).queryByText(/not shown in full/)).toBeNull();
});

test('rules of another profile can be asked for', async () => {
  renderPage('/c/demo/graph?trace=GET http://shop.example.com/&via=%3Dspec', aShop());
  expect(await within(await panel()).findByText(/Rules of the letter of the Ingress API/)).toBeDefined();
});

const certificate = {
  names: ['pay.example.com'],
  issuer: 'a CA',
  notBefore: '2020-01-01T00:00:00Z',
  notAfter: '2021-01-01T00:00:00Z',
  fingerprint: 'ab',
  commonName: '',
  isKeyPresent: true,
};

test('hop 2 says what the certificate is for and how its dates stand', async () => {
  const get = <Reply,>(path: string, schema: { parse(body: unknown): Reply }): Promise<Reply> =>
    path.endsWith('/tls-secrets/shop/shop-tls')
      ? Promise.resolve(schema.parse(certificate))
      : new Promise(() => undefined);
  const api = { get, post: () => new Promise<never>(() => undefined) };
  renderPage('/c/demo/graph?trace=GET https://shop.example.com/', aShop(), { api });
  const words = await within(await panel()).findByText(/does not cover the host/);
  expect(words.textContent).toMatch(
    /^Certificate shop\/shop-tls does not cover the host: browsers warn\. It is for pay\.example\.com\. It expired [\d\s]+ days ago: browsers warn\.$/,
  );
});

test('of several Secrets for a host the page reads each, and Contour shows the one that can be used', async () => {
  const model = aShop();
  const entry = (name: string, path: string) =>
    anIngress(`shop/${name}`)
      .withClass('contour')
      .withPath('edge.example.com', path, 'Prefix', 'web', 'http')
      .withTls(['edge.example.com'], `${name}-tls`)
      .build();
  model.apply(
    [entry('old', '/old'), entry('young', '/')].map((object) => ({ op: 'put' as const, object })),
    nowMs,
  );
  const absent = { ...certificate, names: [], notBefore: '', notAfter: '', problem: 'secret-missing' };
  const get = <Reply,>(path: string, schema: { parse(body: unknown): Reply }): Promise<Reply> => {
    if (path.endsWith('/tls-secrets/shop/old-tls')) return Promise.resolve(schema.parse(absent));
    return path.endsWith('/tls-secrets/shop/young-tls')
      ? Promise.resolve(schema.parse(certificate))
      : new Promise(() => undefined);
  };
  const api = { get, post: () => new Promise<never>(() => undefined) };
  renderPage('/c/demo/graph?trace=GET https://edge.example.com/&via=%3Dcontour', model, { api });
  const words = await within(await panel()).findByText(/does not cover the host/);
  expect(words.textContent).toMatch(/^Certificate shop\/young-tls/);
});

test('who may not read Secrets is told which right is missing', async () => {
  const error: ApiError = { code: 'CLUSTER_FORBIDDEN', statusCode: 403, title: 'No.', hint: 'Ask.' };
  const api = {
    get: () => Promise.reject(new ApiFailure(error)),
    post: () => new Promise<never>(() => undefined),
  };
  renderPage('/c/demo/graph?trace=GET https://shop.example.com/', aShop(), { api });
  const words = await within(await panel()).findByText(/may not read Secrets/);
  expect(words.textContent).toContain('Ask for get on secrets.');
});
