import { expect, test } from 'vitest';
import type { RoutingRequest } from '../request.ts';
import { listRequestLines } from './list-request-lines.ts';

const request: RoutingRequest = { method: 'GET', scheme: 'https', host: 'shop.example.com', path: '/api' };
const ports = [
  { scheme: 'http', port: 80 },
  { scheme: 'https', port: 8443 },
] as const;
const curlOf = (given: Partial<RoutingRequest>, host = '192.0.2.1'): readonly string[] =>
  listRequestLines({ ...request, ...given }, [{ host, ports }]).map(({ curl }) => curl);

test('[URL-2] the port is the one that serves the scheme of the request, or the one it names', () => {
  expect(curlOf({})).toEqual([
    "curl --resolve 'shop.example.com:8443:192.0.2.1' 'https://shop.example.com:8443/api'",
  ]);
  expect(curlOf({ scheme: 'http' })).toEqual([
    "curl --resolve 'shop.example.com:80:192.0.2.1' 'http://shop.example.com/api'",
  ]);
  expect(curlOf({ host: 'shop.example.com:9443' })).toEqual([
    "curl --resolve 'shop.example.com:9443:192.0.2.1' 'https://shop.example.com:9443/api'",
  ]);
});

test('[URL-3] without an address that serves the scheme one line relies on DNS', () => {
  expect(listRequestLines(request, [])).toEqual([
    {
      url: 'https://shop.example.com/api',
      curl: "curl 'https://shop.example.com/api'",
      hostsLine: undefined,
      address: undefined,
    },
  ]);
  const plainOnly = [{ host: '192.0.2.1', ports: [{ scheme: 'http', port: 80 }] }] as const;
  expect(listRequestLines(request, plainOnly)[0]?.address).toBeUndefined();
});

test('[URL-4] a name is connected to, an address is resolved to and can stand in a hosts file', () => {
  expect(curlOf({}, 'lb.example.net')).toEqual([
    "curl --connect-to 'shop.example.com:8443:lb.example.net:8443' 'https://shop.example.com:8443/api'",
  ]);
  expect(listRequestLines(request, [{ host: '192.0.2.1', ports }])[0]?.hostsLine).toBe(
    '192.0.2.1 shop.example.com',
  );
});

test('[URL-5] method, headers, cookies and query are those of the request', () => {
  expect(
    curlOf({
      method: 'POST',
      query: 'a=1&b=2',
      headers: { 'X-Canary': 'always' },
      cookies: { a: '1', b: '2' },
    }),
  ).toEqual([
    "curl -X 'POST' -H 'X-Canary: always' -b 'a=1; b=2' --resolve 'shop.example.com:8443:192.0.2.1' 'https://shop.example.com:8443/api?a=1&b=2'",
  ]);
  expect(curlOf({ method: 'HEAD' })[0]).toMatch(/^curl -I --resolve/);
});

test('[URL-6] nothing in a request ends the line or its quotes', () => {
  const [line = ''] = curlOf({
    path: "/it's",
    headers: { 'X-Quote': "a'b; $(rm)", 'X-Lines': 'a\nrm -r .' },
  });
  expect(line).toBe(
    "curl -H 'X-Quote: a'\\''b; $(rm)' --resolve 'shop.example.com:8443:192.0.2.1' 'https://shop.example.com:8443/it'\\''s'",
  );
  expect(curlOf({ host: 'a b' })).toEqual([]);
});
