import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findProfile, profileNames } from '../controllers/find-profile.ts';
import { normalizeRequest } from '../request.ts';
import { isPlainHost, isPlainPath } from './plain-request.ts';

const request = { method: 'GET', scheme: 'http', host: 'a.example.com', path: '/' } as const;

const someText = fc.string({ unit: fc.constantFrom(...'aZ09-._~/:?#%+ ;\\é*'.split('')), maxLength: 12 });
const somePath = someText.map((text) => `/${text}`);

test('[TRC-1] a plain host is one that is compared as it came', () => {
  fc.assert(
    fc.property(someText, (host) => {
      fc.pre(isPlainHost(host));
      const { host: compared, hasFinalDot, port } = normalizeRequest({ ...request, host });
      expect({ compared, hasFinalDot, port }).toEqual({
        compared: host,
        hasFinalDot: false,
        port: undefined,
      });
    }),
  );
});

test.each(profileNames)('[TRC-1] with %s a plain path is one that is compared as it came', (name) => {
  const { normalizePath } = findProfile(name);
  fc.assert(
    fc.property(somePath, (path) => {
      fc.pre(isPlainPath(path));
      expect(normalizeRequest({ ...request, path }).path).toBe(path);
      expect(normalizePath(path)).toBe(path);
    }),
  );
});

test.each(['a.example.com', 'localhost', 'a-1.b'])('the host %s is plain', (host) => {
  expect(isPlainHost(host)).toBe(true);
});

test.each(['', 'A.example.com', 'a.example.com:80', 'a.example.com.', ' a', '[::1]', 'ä.example.com'])(
  'the host "%s" is not plain',
  (host) => {
    expect(isPlainHost(host)).toBe(false);
  },
);

test.each(['/', '/api/v1/', '/static/app.css', '/~user'])('the path %s is plain', (path) => {
  expect(isPlainPath(path)).toBe(true);
});

test.each([
  '',
  'api',
  '//',
  '/a//b',
  '/./a',
  '/..',
  '/.well-known',
  '/a%2fb',
  '/a?b',
  '/a#b',
  String.raw`/a\b`,
])('the path "%s" is not plain', (path) => {
  expect(isPlainPath(path)).toBe(false);
});
