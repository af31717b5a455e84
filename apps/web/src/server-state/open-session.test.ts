import type { SessionReply } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { buildApiClient } from './api-client.ts';
import { openSession } from './open-session.ts';
import { parseCredential, parsePastedAddress } from './token-store.ts';

const session: SessionReply = {
  mode: 'demo',
  readOnly: true,
  canDryRun: true,
  version: '0.1.0',
  port: 7420,
  startId: 's',
  contexts: [],
};
const refusal = { code: 'TOKEN_WRONG', statusCode: 401, title: 'This key is not known.' };

/** A browser with one tab: what it remembers, what other tabs would answer, what the server accepts. */
function aTab({ remembered, handed, accepted }: { remembered?: string; handed?: string; accepted: string }) {
  let token = remembered;
  const announced: string[] = [];
  const fetch = (async (_path: string, init: RequestInit) => {
    if (init.method === 'POST') return Response.json({ token: accepted });
    const headers = new Headers(init.headers);
    return headers.get('authorization') === `Bearer ${accepted}`
      ? Response.json(session)
      : Response.json(refusal, { status: 401 });
  }) as typeof globalThis.fetch;
  return {
    tools: {
      api: buildApiClient({ fetch, readToken: () => token }),
      tokens: {
        read: () => token,
        write: (next: string) => void (token = next),
        forget: () => void (token = undefined),
      },
      handover: { ask: async () => handed, announce: (text: string) => void announced.push(text) },
    },
    announced,
    read: () => token,
  };
}

test('the token of the address opens the session and is announced to other tabs', async () => {
  const tab = aTab({ remembered: 'old', accepted: 'new' });
  expect(await openSession(tab.tools, { kind: 'token', token: 'new' })).toEqual({ kind: 'open', session });
  expect([tab.read(), tab.announced]).toEqual(['new', ['new']]);
});

test('a one-time code is exchanged for the token', async () => {
  const tab = aTab({ accepted: 'secret' });
  expect((await openSession(tab.tools, { kind: 'code', code: 'once' })).kind).toBe('open');
  expect(tab.read()).toBe('secret');
});

test('a tab without a token asks the others', async () => {
  const tab = aTab({ handed: 'theirs', accepted: 'theirs' });
  expect((await openSession(tab.tools, undefined)).kind).toBe('open');
});

test('a refused token is forgotten, and the page asks for the address', async () => {
  const tab = aTab({ remembered: 'stale', accepted: 'new' });
  expect(await openSession(tab.tools, undefined)).toEqual({ kind: 'no-token', wasRefused: true });
  expect(tab.read()).toBeUndefined();
});

test('a server that does not answer is no missing token', async () => {
  const tab = aTab({ remembered: 'good', accepted: 'good' });
  const api = buildApiClient({
    fetch: () => Promise.reject(new TypeError('failed')),
    readToken: () => 'good',
  });
  expect(await openSession({ ...tab.tools, api }, undefined)).toEqual({ kind: 'unreachable' });
  expect(tab.read()).toBe('good');
});

test('a proxy that answers in our place is told so', async () => {
  const tab = aTab({ remembered: 'good', accepted: 'good' });
  const fetch = async () => new Response('<h1>Bad gateway</h1>', { status: 502 });
  const start = await openSession(
    { ...tab.tools, api: buildApiClient({ fetch, readToken: () => 'good' }) },
    undefined,
  );
  expect(start).toMatchObject({ kind: 'failed', error: { code: 'FOREIGN_REPLY', statusCode: 502 } });
});

test.each([
  ['#t=abc', { kind: 'token', token: 'abc' }],
  ['#c=xyz', { kind: 'code', code: 'xyz' }],
  ['#t=', undefined],
  ['#section', undefined],
  ['', undefined],
])('the fragment %s holds %j', (fragment, expected) => {
  expect(parseCredential(fragment)).toEqual(expected);
});

test('a pasted address may have blanks around it or be its fragment alone', () => {
  const expected = { kind: 'token', token: 'abc' };
  expect(parsePastedAddress(' http://127.0.0.1:7420/#t=abc\n')).toEqual(expected);
  expect(parsePastedAddress('#t=abc')).toEqual(expected);
  expect(parsePastedAddress('http://127.0.0.1:7420/')).toBeUndefined();
});
