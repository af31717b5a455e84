import { expect, test } from 'vitest';
import { judgeRequest, type GuardLevel } from './judge-request.ts';
import type { RequestFacts } from './request-facts.ts';

const rules = { allowedHosts: ['fairlead.example'], isToken: (text: string) => text === 'secret' };
const ours: RequestFacts = {
  method: 'GET',
  target: '/api/session',
  hosts: ['127.0.0.1:7420'],
  origins: [],
  authorizations: ['Bearer secret'],
  contentTypes: [],
  fetchSite: 'same-origin',
  fetchMode: 'cors',
  fetchDest: 'empty',
  protocols: [],
};
const judge = (change: Partial<RequestFacts>, level: GuardLevel = 'token') =>
  judgeRequest({ ...ours, ...change }, level, rules);
const passes = { kind: 'pass' };

test('our own page passes', () => {
  expect(judge({})).toEqual(passes);
});

test('a port-forward may show us under any port: the origin must be that same place', () => {
  const host = { hosts: ['127.0.0.1:8080'] };
  expect(judge({ ...host, origins: ['http://127.0.0.1:8080'] })).toEqual(passes);
  expect(judge({ ...host, origins: ['http://127.0.0.1:7420'] })).toEqual({
    kind: 'refuse',
    code: 'ORIGIN_NOT_ALLOWED',
  });
});

test('the IPv6 name of loopback is ours too', () => {
  expect(judge({ hosts: ['[::1]:7420'], origins: ['http://[::1]:7420'] })).toEqual(passes);
});

test('an allowed host may stand behind a proxy with TLS', () => {
  expect(judge({ hosts: ['fairlead.example'], origins: ['https://fairlead.example'] })).toEqual(passes);
});

test('the page under localhost is sent to 127.0.0.1, keeping port and address', () => {
  expect(judge({ hosts: ['localhost:7420'], target: '/graph?view=table' }, 'page')).toEqual({
    kind: 'redirect',
    location: 'http://127.0.0.1:7420/graph?view=table',
  });
});

test('the redirect leads to our own name whatever the address is', () => {
  for (const target of ['//evil.test/', '/\\evil.test', '/@evil.test', '/%0d%0aset-cookie:a=b']) {
    const verdict = judge({ hosts: ['localhost:7420'], target }, 'page');
    expect(verdict.kind).toBe('redirect');
    expect(new URL(verdict.kind === 'redirect' ? verdict.location : '').host).toBe('127.0.0.1:7420');
  }
});

test('the API does not answer under localhost, nor does it redirect', () => {
  expect(judge({ hosts: ['localhost:7420'] })).toEqual({ kind: 'refuse', code: 'HOST_NOT_ALLOWED' });
});

test('an absolute address as request target is refused', () => {
  expect(judge({ target: 'http://127.0.0.1:7420/api/session' })).toEqual({
    kind: 'refuse',
    code: 'BAD_REQUEST',
  });
});

test('a link to the page may stand anywhere; a frame or a script of it may not', () => {
  const link = { fetchSite: 'cross-site', fetchMode: 'navigate', fetchDest: 'document', authorizations: [] };
  expect(judge(link, 'page')).toEqual(passes);
  expect(judge({ ...link, fetchDest: 'iframe' }, 'page').kind).toBe('refuse');
  expect(judge({ ...link, fetchMode: 'no-cors', fetchDest: 'script' }, 'page').kind).toBe('refuse');
});

test('a program without an origin may change things when it has the token', () => {
  const program = { method: 'POST', contentTypes: ['application/json'], fetchSite: undefined };
  expect(judge({ ...program, fetchMode: undefined, fetchDest: undefined })).toEqual(passes);
});

test('a request without a host, or with an empty one, is refused', () => {
  const refused = { kind: 'refuse', code: 'HOST_NOT_ALLOWED' };
  expect(judge({ hosts: [] }, 'page')).toEqual(refused);
  expect(judge({ hosts: [''] }, 'page')).toEqual(refused);
});

const socket: Partial<RequestFacts> = {
  origins: ['http://127.0.0.1:7420'],
  authorizations: [],
  fetchSite: undefined,
  fetchMode: undefined,
  fetchDest: undefined,
  protocols: ['fairlead.v1', 'fairlead.token.secret'],
};

test('a socket brings its token as a sub-protocol', () => {
  expect(judge(socket, 'socket')).toEqual(passes);
  expect(judge({ ...socket, protocols: ['fairlead.v1'] }, 'socket')).toEqual({
    kind: 'refuse',
    code: 'TOKEN_MISSING',
  });
  expect(judge({ ...socket, protocols: ['fairlead.token.secret'] }, 'socket').kind).toBe('refuse');
  expect(judge({ ...socket, protocols: ['fairlead.v1', 'fairlead.token.other'] }, 'socket')).toEqual({
    kind: 'refuse',
    code: 'TOKEN_WRONG',
  });
});

test('a socket always names its origin, whatever else it brings', () => {
  const refused = { kind: 'refuse', code: 'ORIGIN_NOT_ALLOWED' };
  expect(judge({ ...socket, origins: [] }, 'socket')).toEqual(refused);
  expect(judge({ ...socket, authorizations: ['Bearer secret'], origins: [] }, 'socket')).toEqual(refused);
});
