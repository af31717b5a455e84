import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openTestApp } from '../testing/test-app.ts';
import { readPageFiles } from './page-files.ts';

/** A built page in a folder of its own. */
function buildPage(): string {
  const parent = mkdtempSync(join(tmpdir(), 'fairlead-page-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.js'), 'secret');
  writeFileSync(
    join(folder, 'index.html'),
    '<script nonce="FAIRLEAD_CSP_NONCE" src="/assets/main-1a2b.js"></script>',
  );
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'plain');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.br'), 'packed');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'notes.key'), 'secret');
  return folder;
}

const openPage = async () => {
  const { app } = await openTestApp({ pageFiles: readPageFiles(buildPage()) });
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { host: '127.0.0.1:7420', ...headers } });
  return get;
};

test('the page has a nonce of its own in each reply, the same in text and policy', async () => {
  const get = await openPage();
  const [one, two] = [await get('/'), await get('/')];
  const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? '';
  expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
  expect(one.headers['cache-control']).toBe('no-store');
  expect(two.body).not.toBe(one.body);
});

test('an address inside the page is the page; a missing file is missing', async () => {
  const get = await openPage();
  const deep = await get('/services/shop/web.v2?view=table', { accept: 'text/html,*/*' });
  expect(deep.body).toContain('main-1a2b.js');
  expect((await get('/assets/gone.js', { accept: 'text/html' })).statusCode).toBe(404);
  expect((await get('/gone.js')).statusCode).toBe(404);
  expect((await get('/api/nothing', { accept: 'text/html' })).statusCode).toBe(404);
});

test('a file with a hash in its name may be kept for ever, and is sent packed to who takes it', async () => {
  const get = await openPage();
  const plain = await get('/assets/main-1a2b.js');
  expect(plain.body).toBe('plain');
  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  const packed = await get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br' });
  expect(packed.body).toBe('packed');
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
});

test('an unchanged file is not sent twice', async () => {
  const get = await openPage();
  const first = await get('/favicon.svg');
  const second = await get('/favicon.svg', { 'if-none-match': String(first.headers.etag) });
  expect(second.statusCode).toBe(304);
});

test.each([
  '/../secret.js',
  '/%2e%2e/secret.js',
  '/assets/..%2f..%2fsecret.js',
  '/..\\secret.js',
  '/notes.key',
  '/index.html',
])('nothing outside the list of built files is served: %s', async (url) => {
  const reply = await (await openPage())(url);
  expect(reply.statusCode).toBe(404);
  expect(reply.body).not.toContain('secret');
});

test('without a built page there is a page that says so', () => {
  expect(readPageFiles('/nowhere').html).toContain('not built');
});
