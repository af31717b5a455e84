import { expect, test } from 'vitest';
import { liveFeed } from '../testing/fake-reader.ts';
import { openTestApp } from '../testing/test-app.ts';

const host = '127.0.0.1:7420';

test('the process says that it lives and takes requests, without a token and without data', async () => {
  const { app } = await openTestApp();
  expect((await app.inject({ url: '/healthz', headers: { host } })).json()).toEqual({ state: 'ok' });
  expect((await app.inject({ url: '/readyz', headers: { host } })).json()).toEqual({ state: 'ready' });
});

test('metrics count objects and requests upstream, for who has the token', async () => {
  const { app, headers, directory } = await openTestApp();
  directory.reader.feeds = [{ ...liveFeed, objectCount: 7, lastByteAtMs: 1_699_999_998_000 }];
  const { body } = await app.inject({ url: '/metrics', headers });
  expect(body).toContain('fairlead_objects{context="demo",kind="Pod",namespace=""} 7');
  expect(body).toContain('fairlead_watch_silence_seconds{context="demo",kind="Pod",namespace=""} 2');
  expect((await app.inject({ url: '/metrics', headers: { host } })).statusCode).toBe(401);
});
