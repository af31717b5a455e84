import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLoopbackName, parseAuthority, parseOrigin } from './authority.ts';

test.each([
  ['127.0.0.1:7420', { host: '127.0.0.1', port: 7420 }],
  ['127.0.0.1', { host: '127.0.0.1', port: undefined }],
  ['[::1]:80', { host: '[::1]', port: 80 }],
  ['Fairlead.Example:443', { host: 'fairlead.example', port: 443 }],
])('%s is a host and a port', (text, authority) => {
  expect(parseAuthority(text)).toEqual(authority);
});

test.each([
  '',
  ':80',
  'a b',
  'a/b',
  'user@127.0.0.1',
  '127.0.0.1:',
  '127.0.0.1:0',
  '127.0.0.1:65536',
  '127.0.0.1:7420:1',
  '::1',
  '[::1',
  '127.0.0.1,evil.test',
  'evil.test\\@127.0.0.1',
  '-a',
  'a..b',
])('%j is no authority', (text) => {
  expect(parseAuthority(text)).toBeUndefined();
});

test.each([
  'null',
  '',
  'file://',
  'http://127.0.0.1:7420/',
  'http://a@127.0.0.1',
  'ws://127.0.0.1',
  'javascript:1',
])('%j is no origin of a page', (text) => {
  expect(parseOrigin(text)).toBeUndefined();
});

test('an origin has a scheme, a host and a port', () => {
  expect(parseOrigin('http://127.0.0.1:7420')).toEqual({ scheme: 'http', host: '127.0.0.1', port: 7420 });
});

test('only the two exact names are loopback, whatever stands around them', () => {
  const wrapped = fc
    .tuple(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('127.0.0.1', '[::1]', 'localhost'),
      fc.string({ maxLength: 20 }),
    )
    .map(([before, name, after]) => `${before}${name}${after}`);
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.ipV4(), wrapped), (text) => {
      const authority = parseAuthority(text);
      const isLoopback = authority !== undefined && isLoopbackName(authority.host);
      expect(isLoopback).toBe(
        /^(?:127\.0\.0\.1|\[::1\])(?::0*[1-9][0-9]{0,4})?$/.test(text) && authority !== undefined,
      );
    }),
    { numRuns: 20_000 },
  );
});
