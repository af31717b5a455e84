import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRequestLine } from './parse-request-line.ts';

const plain = { method: 'GET', scheme: 'http', host: 'shop.example.com', path: '/api' };

function read(text: string): unknown {
  const line = parseRequestLine(text);
  return line.kind === 'request' ? line.request : [line.code, line.position];
}

test.each([
  ['shop.example.com/api', plain],
  ['  shop.example.com/api \n', plain],
  ['//shop.example.com/api', plain],
  ['http://shop.example.com/api', plain],
  ['https://shop.example.com/api', { ...plain, scheme: 'https' }],
  ['HTTPS://shop.example.com/api', { ...plain, scheme: 'https' }],
  ['wss://shop.example.com/api', { ...plain, scheme: 'https' }],
  ['shop.example.com', { ...plain, path: '/' }],
  ['shop.example.com:8080/api', { ...plain, host: 'shop.example.com:8080' }],
  ['shop.example.com:443/api', { ...plain, scheme: 'https', host: 'shop.example.com:443' }],
  ['ann:secret@shop.example.com/api', plain],
  ['shop.example.com/api?q=1&r=2#top', { ...plain, query: 'q=1&r=2' }],
  ['shop.example.com?q=1', { ...plain, path: '/', query: 'q=1' }],
  ['shop.example.com/api?', { ...plain, query: '' }],
  ['http://[2001:db8::1]:8080/api', { ...plain, host: '[2001:db8::1]:8080' }],
  ['shop.example.com/a%2Fb/../c', { ...plain, path: '/a%2Fb/../c' }],
  ['shop.example.com/föö', { ...plain, path: '/f%C3%B6%C3%B6' }],
  ['DELETE https://shop.example.com/api', { ...plain, method: 'DELETE', scheme: 'https' }],
])('%s', (text, request) => {
  expect(read(text)).toEqual(request);
});

test.each([
  ['curl shop.example.com/api', plain],
  ['$ curl -sSLk https://shop.example.com/api', { ...plain, scheme: 'https' }],
  ["curl -X POST 'http://shop.example.com/api'", { ...plain, method: 'POST' }],
  ['curl -XPUT shop.example.com/api', { ...plain, method: 'PUT' }],
  ['curl -I shop.example.com/api', { ...plain, method: 'HEAD' }],
  ["curl -d '{}' shop.example.com/api", { ...plain, method: 'POST' }],
  ['curl -G -d a=1 -d b=2 shop.example.com/api?c=3', { ...plain, query: 'c=3&a=1&b=2' }],
  [
    `curl -H 'X-Canary: always' -H "Accept:text/html" shop.example.com/api`,
    { ...plain, headers: { 'X-Canary': 'always', Accept: 'text/html' } },
  ],
  ["curl -H 'Host: shop.example.com' http://192.0.2.1:30080/api", plain],
  ["curl -H 'X-Empty;' -H 'Accept:' shop.example.com/api", { ...plain, headers: { 'X-Empty': '' } }],
  ["curl -b 'a=1; b=x=y' shop.example.com/api", { ...plain, cookies: { a: '1', b: 'x=y' } }],
  ["curl -H 'Cookie: a=1' shop.example.com/api", { ...plain, cookies: { a: '1' } }],
  [
    'curl --resolve shop.example.com:443:192.0.2.1 https://shop.example.com/api',
    { ...plain, scheme: 'https' },
  ],
  ['curl --resolve shop.example.com:80:[2001:db8::1] shop.example.com/api', plain],
  ['curl -o /dev/null -w "%{http_code}" -m 5 shop.example.com/api | cat', plain],
  ['curl shop.example.com/api 2>/dev/null', plain],
  ["curl \\\n  'shop.example.com/api' \\\n  --compressed", plain],
  ["curl $'http://shop.example.com/api?it\\'s' ", { ...plain, query: "it's" }],
  ['curl "http://shop.example.com/a\\"b"', { ...plain, path: '/a"b' }],
  ['curl shop.example.com/x/../api', plain],
  ['curl --path-as-is shop.example.com/x/../api', { ...plain, path: '/x/../api' }],
  ['curl --url shop.example.com/api', plain],
  [
    'curl -A tester -e http://from.example shop.example.com/api',
    { ...plain, headers: { 'User-Agent': 'tester', Referer: 'http://from.example' } },
  ],
])('%s', (text, request) => {
  expect(read(text)).toEqual(request);
});

test.each([
  ['', ['empty', 0]],
  [' \n ', ['empty', 0]],
  ['/api', ['host-missing', 0]],
  ['https:///api', ['host-missing', 8]],
  ['ftp://shop.example.com', ['unsupported-scheme', 0]],
  ['shop.example.com/a b', ['space-in-url', 18]],
  ['https://shop_-.example.com', ['host-malformed', 8]],
  ['shöp.example.com', ['host-not-ascii', 0]],
  ['shop.example.com:99999/', ['port-malformed', 17]],
  ['GET shop..example.com', ['host-malformed', 4]],
  ['curl', ['no-url', 4]],
  ["curl 'http://a.example", ['unclosed-quote', 5]],
  ['curl a.example b.example', ['several-urls', 15]],
  ['curl a.example -H', ['option-without-value', 15]],
  ['curl a.example -H nonsense', ['header-without-colon', 18]],
  ['curl a.example -H @headers.txt', ['value-from-file', 18]],
  ['curl a.example -b cookies.txt', ['value-from-file', 18]],
  ['curl a.example --next b.example', ['unsupported-option', 15]],
  ['curl a.example --resolve a.example:80:elsewhere', ['resolve-malformed', 25]],
  ['curl a.example -X "A B"', ['method-malformed', 18]],
  ["curl a.example -H 'Host: b c'", ['host-malformed', 24]],
])('%s is no request', (text, problem) => {
  expect(read(text)).toEqual(problem);
});

test('a header may be called like a property of every object', () => {
  const line = parseRequestLine("curl -H '__proto__: x' a.example");
  expect(line.kind === 'request' && Object.entries(line.request.headers ?? {})).toEqual([['__proto__', 'x']]);
});

test('any text is read or refused at a place inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isCurl) => {
      const given = isCurl ? `curl ${text}` : text;
      const line = parseRequestLine(given);
      if (line.kind === 'request') expect(line.request.path).toMatch(/^\//);
      else expect(line.position).toBeLessThanOrEqual(given.length);
    }),
  );
});
