import {
  aCluster,
  anIngress,
  anIngressClass,
  aService,
  aSlice,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { traceRequest } from '../engine/trace-request.ts';
import { traceBy } from '../testing/trace-by.ts';
import type { Trace } from '../trace.ts';
import { haproxyIngressProfile } from './haproxy-ingress.ts';
import type { ControllerOptions } from './options.ts';
import type { CertificateFacts } from './routing-profile.ts';

const host = 'shop.example.com';
const backends = ['a', 'b', 'c'].flatMap((name) => [
  aService(`shop/${name}`).withPort(80, { targetPort: 8080 }),
  aSlice(`shop/${name}-1`).of(name).withPort(8080).withEndpoint('10.0.0.7'),
]);
const haproxyClass = anIngressClass('haproxy').withController('haproxy-ingress.github.io/controller');
const web = (name = 'web'): IngressBuilder => anIngress(`shop/${name}`).withClass('haproxy');

function trace(objects: readonly Buildable[], url: string, options: ControllerOptions = {}): Trace {
  const [, scheme = '', authority = '', path = ''] = /^(https?):\/\/([^/]*)(.*)$/.exec(url) ?? [];
  const reader = aCluster()
    .with(haproxyClass, ...backends, ...objects)
    .build();
  return traceRequest(buildRoutingIndex({ reader }, haproxyIngressProfile, options), {
    method: 'GET',
    scheme: scheme === 'https' ? 'https' : 'http',
    host: authority,
    path,
  });
}

const serviceOf = (ingress: Buildable, path: string): string | null =>
  trace([ingress], `http://${host}${path}`).service;

test('[HAP-1] annotation, field, option', () => {
  const reason = (ingress: IngressBuilder, options?: ControllerOptions) =>
    trace([ingress.withPath(host, '/', 'Prefix', 'a', 80)], `http://${host}/`, options).reason;
  const bare = anIngress('shop/web');
  expect(reason(web())).toBe(null);
  expect(reason(web().withClassAnnotation('other'))).toBe('CLASS_OTHER_CONTROLLER');
  expect(reason(bare.withClassAnnotation('haproxy'))).toBe(null);
  expect(reason(bare.withClass('nowhere'))).toBe('CLASS_NOT_FOUND');
  expect(reason(bare)).toBe('NO_CLASS');
  expect(reason(bare, { watchIngressWithoutClass: true })).toBe(null);
});

test('[HAP-2] the older keeps a path, and one without Service is not there', () => {
  const to = (name: string, service: string, time: string) =>
    web(name).withPath(host, '/x', 'Prefix', service, 80).createdAt(time);
  const [older, younger] = [to('z', 'a', '2026-01-01T00:00:00Z'), to('a', 'b', '2026-01-02T00:00:00Z')];
  expect(trace([older, younger], `http://${host}/x`).service).toBe('shop/a');
  const gone = to('z', 'nope', '2026-01-01T00:00:00Z');
  expect(trace([gone, younger], `http://${host}/x`).service).toBe('shop/b');
});

test('[HAP-3] own paths are the beginning of a text in any case, unless path-type says otherwise', () => {
  const own = web().withPath(host, '/foo', 'ImplementationSpecific', 'a', 80);
  expect(serviceOf(own, '/FOObar')).toBe('shop/a');
  expect(serviceOf(web().withPath(host, '/foo', 'Prefix', 'a', 80), '//foo')).toBe(null);
  const exact = own.annotated({ 'haproxy-ingress.github.io/path-type': 'exact' });
  expect(serviceOf(exact, '/foobar')).toBe(null);
});

test('[HAP-3] of several paths an Exact one comes first and a pattern last, whatever their lengths', () => {
  const ingress = web().withPath(host, '/foo', 'Exact', 'a', 80).withPath(host, '/foo/', 'Prefix', 'b', 80);
  expect(serviceOf(ingress, '/foo')).toBe('shop/a');
  const pattern = web('pattern')
    .withPath(host, '/foo/[a-z]+', 'ImplementationSpecific', 'c', 80)
    .annotated({ 'haproxy-ingress.github.io/path-type': 'regex' });
  expect(trace([ingress, pattern], `http://${host}/foo/x`).service).toBe('shop/b');
});

test('[HAP-4] under a wildcard host a Prefix is a beginning of a text', () => {
  const ingress = web().withPath('*.example.com', '/a', 'Prefix', 'a', 80);
  expect(trace([ingress], `http://${host}/abc`)).toMatchObject({ service: 'shop/a', assumed: false });
  expect(serviceOf(ingress, '/ABC')).toBe(null);
  const slash = web().withPath('*.example.com', '/a/', 'Prefix', 'a', 80);
  expect(serviceOf(slash, '/a')).toBe(null);
});

test.each([
  ['Prefix /a', 'Prefix /ab', '/abc', 'shop/b'],
  ['Exact /a/b/c', 'Prefix /a/b', '/a/b/c', 'shop/b'],
  ['Prefix /foo', 'Prefix /foo/', '/foo/x', 'shop/a'],
  ['Exact /', 'Prefix /', '/', 'shop/a'],
  ['Prefix /a', 'Exact /abcdef', '/abcdef', 'shop/a'],
])('[HAP-4] of %s and %s the one that makes the longer pattern gets %s', (first, second, asked, service) => {
  const [[typeOfA = '', a = ''], [typeOfB = '', b = '']] = [first.split(' '), second.split(' ')];
  const backendOf = (name: string) => ({ service: { name, port: { number: 80 } } });
  const ingress = web()
    .withPathTo('*.example.com', { path: a, pathType: typeOfA, backend: backendOf('a') })
    .withPathTo('*.example.com', { path: b, pathType: typeOfB, backend: backendOf('b') });
  expect(trace([ingress], `http://${host}${asked}`)).toMatchObject({ service, assumed: false });
});

test('[HAP-5] from host to host, unless hosts are strict', () => {
  const ingress = web()
    .withPath(host, '/x', 'Exact', 'a', 80)
    .withPath('*.example.com', '/y', 'Exact', 'b', 80)
    .withPath('', '/z', 'Exact', 'c', 80)
    .withDefaultBackend('a', 80);
  expect(['/x', '/y', '/z', '/else'].map((path) => serviceOf(ingress, path))).toEqual([
    'shop/a',
    'shop/b',
    'shop/c',
    'shop/a',
  ]);
  expect(trace([ingress], `http://${host}/y`, { strictHost: true })).toMatchObject({
    service: 'shop/a',
    viaDefaultBackend: true,
  });
  expect(trace([ingress], `http://${host}./x`).viaDefaultBackend).toBe(true);
});

test('[HAP-6] by https only hosts with TLS have their rules', () => {
  const ingress = web().withPath(host, '/', 'Prefix', 'a', 80).withPath('', '/', 'Prefix', 'b', 80);
  expect(trace([ingress], `https://${host}/`).service).toBe('shop/b');
  expect(trace([ingress.withTls([host], 'tls')], `https://${host}/`).service).toBe('shop/a');
});

test('[HAP-7] a host with TLS is sent to https with its port', () => {
  const ingress = web().withPath(host, '/', 'Prefix', 'a', 80).withTls([host], 'tls');
  expect(trace([ingress], `http://${host}:8080/x?y=1`)).toMatchObject({
    httpStatus: 302,
    location: `https://${host}:8080/x?y=1`,
  });
  const off = ingress.annotated({ 'haproxy-ingress.github.io/ssl-redirect': 'false' });
  expect(trace([off], `http://${host}/`).result).toBe('ok');
});

test('[HAP-8] a port may be the targetPort; without endpoints 503', () => {
  expect(serviceOf(web().withPath(host, '/', 'Prefix', 'a', 8080), '/')).toBe('shop/a');
  const empty = aService('shop/d').withPort(80);
  const ingress = web().withPath(host, '/', 'Prefix', 'd', 80);
  expect(trace([ingress, empty], `http://${host}/`).httpStatus).toBe(503);
});

const annotated = (name: string, value: string): IngressBuilder =>
  web().annotated({ [`haproxy-ingress.github.io/${name}`]: value });

test('[HAP-9] the root of a host leads to the application, by https first where it has no path of its own', () => {
  const ingress = annotated('app-root', '/start').withPath(host, '/x', 'Prefix', 'a', 80);
  expect(trace([ingress], `http://${host}:8080/`).location).toBe(`https://${host}:8080/`);
  expect(trace([ingress], `https://${host}/`)).toMatchObject({ httpStatus: 302, location: '/start' });
  expect(trace([ingress], `https://${host}/x`).httpStatus).toBe(404);
  const plain = ingress.annotated({ 'haproxy-ingress.github.io/ssl-redirect': 'false' });
  expect(trace([plain], `http://${host}/`).location).toBe('/start');
  const own = web('own').withPath(host, '/', 'Exact', 'b', 80);
  expect(trace([ingress, own], `http://${host}/`).location).toBe('/start');
  expect(trace([ingress, own.withTls([host], 'tls')], `http://${host}/`).location).toBe(`https://${host}/`);
});

test('[HAP-9] a host whose paths lead nowhere has its root all the same, and those below a wildcard too', () => {
  const ingress = annotated('app-root', '/start').withPath('*.example.com', '/x', 'Prefix', 'none', 80);
  const exact = web('exact').withPath(host, '/y', 'Prefix', 'a', 80);
  expect(trace([ingress, exact], `http://${host}/`).location).toBe(`https://${host}/`);
});

test('[HAP-10] a host answers by its alias, unless a rule has that name', () => {
  const ingress = annotated('server-alias', 'a.example.org').withPath(host, '/x', 'Prefix', 'a', 80);
  const other = web('other').withPath(host, '/y', 'Prefix', 'b', 80);
  expect(trace([ingress, other], 'http://a.example.org/y').service).toBe('shop/b');
  const named = web('named').withPath('a.example.org', '/z', 'Prefix', 'c', 80);
  expect(trace([ingress, named], 'http://a.example.org/x').service).toBe(null);
  const secure = ingress.withTls([host], 'tls');
  expect(trace([secure], 'https://a.example.org/x').service).toBe('shop/a');
  expect(trace([secure], 'http://a.example.org/x').location).toBe('https://a.example.org/x');
});

test('[HAP-10] the alias of a wildcard is a host like others, of the oldest Ingress that names one', () => {
  const wild = annotated('server-alias', 'a.example.org').withPath('*.example.com', '/x', 'Prefix', 'a', 80);
  expect(trace([wild], 'http://a.example.org/xy').service).toBe(null);
  expect(trace([wild], `http://${host}/xy`).service).toBe('shop/a');
  const second = web('younger')
    .annotated({ 'haproxy-ingress.github.io/server-alias': 'b.example.org' })
    .withPath('*.example.com', '/y', 'Prefix', 'b', 80)
    .createdAt('2026-03-01T00:00:00Z');
  expect(trace([wild, second], 'http://b.example.org/y').service).toBe(null);
  expect(trace([wild, second], 'http://a.example.org/y').service).toBe('shop/b');
});

const pattern = '^[a-z]+\\.example\\.org$';

test('[HAP-13] a host answers by every name that a pattern takes', () => {
  const ingress = annotated('server-alias-regex', pattern).withPath(host, '/x', 'Prefix', 'a', 80);
  const other = web('other').withPath(host, '/y', 'Exact', 'b', 80);
  const at = (url: string, ...objects: readonly Buildable[]) => trace([ingress, other, ...objects], url);
  expect(at('http://q.example.org/x').service).toBe('shop/a');
  expect(at('http://q.example.org:8080/xy').service).toBe('shop/a');
  expect(at('http://q.example.org/y').service).toBe('shop/b');
  expect(at('http://q2.example.org/x').service).toBe(null);
  expect(at('https://q.example.org/x').service).toBe(null);
  const named = web('named').withPath('q.example.org', '/z', 'Prefix', 'c', 80);
  expect(at('http://q.example.org/z', named).service).toBe('shop/c');
  expect(at('http://q.example.org/x', named).service).toBe('shop/a');
});

test('[HAP-13] its https is that of the host, and its root is not', () => {
  const secure = annotated('server-alias-regex', pattern)
    .withPath(host, '/x', 'Prefix', 'a', 80)
    .withTls([host], 'tls');
  expect(trace([secure], 'https://q.example.org/x').service).toBe('shop/a');
  expect(trace([secure], 'http://q.example.org/x').location).toBe('https://q.example.org/x');
  const rooted = secure.annotated({ 'haproxy-ingress.github.io/app-root': '/start' });
  expect(trace([rooted], 'http://q.example.org/').service).toBe(null);
});

test('[HAP-13] with a wildcard of the same name the longer pattern of host and path is asked first', () => {
  const alias = annotated('server-alias-regex', pattern).withPath(host, '/x', 'Prefix', 'a', 80);
  const wild = web('wild').withPath('*.example.org', '/x/y', 'Exact', 'b', 80);
  const at = (path: string) => trace([alias, wild], `http://q.example.org${path}`);
  expect(at('/x/y').service).toBe('shop/a');
  const longer = web('wild').withPath('*.example.org', '/x/y/z/long', 'Exact', 'b', 80);
  expect(trace([alias, longer], 'http://q.example.org/x/y/z/long').service).toBe('shop/b');
});

test('[HAP-13] a rule without paths gives its host no pattern, and one that cannot be read is none', () => {
  const bare = annotated('server-alias-regex', pattern).withRule({ host: '*.example.com' });
  const other = web('other').withPath('*.example.com', '/x', 'Prefix', 'a', 80);
  expect(trace([bare, other], 'http://q.example.org/x').service).toBe(null);
  const broken = annotated('server-alias-regex', '[').withPath(host, '/x', 'Prefix', 'a', 80);
  expect(trace([broken], `http://${host}/x`).service).toBe('shop/a');
});

test('[HAP-11] another place instead of a Service, of named hosts alone', () => {
  const to = annotated('redirect-to', 'https://example.org/there');
  const named = to.withPath(host, '/x', 'Prefix', 'a', 80);
  expect(trace([named], `http://${host}/x/y`)).toMatchObject({
    httpStatus: 302,
    location: 'https://example.org/there',
    assumed: false,
  });
  const bare = to.withPath('', '/x', 'Prefix', 'a', 80);
  expect(trace([bare], `http://${host}/x`)).toMatchObject({ result: 'fail', httpStatus: 404 });
});

test('[HAP-11] another place comes before https and before every other path of the host, by https too', () => {
  const to = annotated('redirect-to', 'https://example.org/there').withPath(host, '/x', 'Prefix', 'a', 80);
  const plain = web('plain').withPath(host, '/x', 'Exact', 'b', 80).withPath(host, '/y', 'Prefix', 'b', 80);
  const sent = { httpStatus: 302, location: 'https://example.org/there' };
  expect(trace([to, plain.withTls([host], 'tls')], `http://${host}/x`)).toMatchObject(sent);
  const open = web('plain').withPath(host, '/y', 'Prefix', 'b', 80);
  expect(trace([to, open], `https://${host}/x`)).toMatchObject(sent);
  expect(trace([to, open], `https://${host}/y`).service).toBe(null);
  expect(trace([to, open], `http://${host}/y`).service).toBe('shop/b');
});

test('[HAP-11] a path that is sent elsewhere needs no Service', () => {
  const to = annotated('redirect-to', 'https://example.org/there');
  const ingress = to.withPath(host, '/x', 'Prefix', 'missing', 80);
  expect(trace([ingress], `http://${host}/x`).location).toBe('https://example.org/there');
});

test('[HAP-5] a default backend whose Service is not there is passed over', () => {
  const first = web('first').withDefaultBackend('missing', 80).createdAt('2026-01-01T00:00:00Z');
  const second = web('second').withDefaultBackend('a', 80).createdAt('2026-01-02T00:00:00Z');
  expect(trace([first], 'http://else.example.com/')).toMatchObject({ service: null, httpStatus: 404 });
  expect(trace([first, second], 'http://else.example.com/').service).toBe('shop/a');
});

test('[HAP-9] a rule without host gives no root', () => {
  const ingress = annotated('app-root', '/start').withPath('', '/x', 'Prefix', 'a', 80);
  expect(trace([ingress], 'http://else.example.com/')).toMatchObject({ service: null, httpStatus: 404 });
});

test.each<[string, readonly [string, 'Prefix' | 'ImplementationSpecific'][], string]>([
  ['alone', [], 'shop/a'],
  ['below a shorter Prefix', [['/foo', 'Prefix']], 'shop/b'],
  ['below a shorter beginning', [['/foo', 'ImplementationSpecific']], 'shop/a'],
])('[HAP-3] of a Prefix and a beginning of the same text, %s', (_where, shorter, service) => {
  const both = web()
    .withPath(host, '/foo/bar', 'Prefix', 'a', 80)
    .withPath(host, '/foo/bar', 'ImplementationSpecific', 'b', 80);
  const ingress = shorter.reduce((built, [path, type]) => built.withPath(host, path, type, 'c', 80), both);
  expect(trace([ingress], `http://${host}/foo/bar`).service).toBe(service);
});

test.each([
  ['Prefix', 'ImplementationSpecific', 'shop/a'],
  ['ImplementationSpecific', 'Prefix', 'shop/a'],
] as const)(
  '[HAP-3] of a %s and a younger %s of the same text the older, where both go on from shorter texts',
  (older, younger, service) => {
    const first = web('first')
      .createdAt('2026-01-01T00:00:00Z')
      .withPath(host, '/foo/bar', older, 'a', 80)
      .withPath(host, '/foo', older, 'c', 80);
    const second = web('second')
      .createdAt('2026-01-02T00:00:00Z')
      .withPath(host, '/foo/bar', younger, 'b', 80)
      .withPath(host, '/foo', younger, 'c', 80);
    expect(trace([first, second], `http://${host}/foo/bar/x`).service).toBe(service);
  },
);

test('[HAP-3] the longer of two that overlap is asked first, through a chain of kinds', () => {
  const ingress = web()
    .withPath(host, '/a', 'Prefix', 'a', 80)
    .withPath(host, '/a/b', 'ImplementationSpecific', 'b', 80)
    .withPath(host, '/a/b/c', 'Prefix', 'c', 80);
  const services = ['/a/x', '/a/bx', '/a/b/c/d'].map((path) => serviceOf(ingress, path));
  expect(services).toEqual(['shop/a', 'shop/b', 'shop/c']);
});

test.each([
  ['/abc', '/', '/abc', '/'],
  ['/abc', '/', '/abc/x', '/x'],
  ['/abc/', '/', '/abc/x', '/x'],
  ['/abc', '/y', '/abc/', '/y/'],
  ['/abc', '/y', '/abc/x', '/y/x'],
  ['/abc/', '/y', '/abc/x', '/yx'],
])('[HAP-12] %s with the target %s makes of %s %s', (path, target, asked, received) => {
  const ingress = annotated('rewrite-target', target).withPath(host, path, 'Prefix', 'a', 80);
  expect(trace([ingress], `http://${host}${asked}`).rewrittenPath).toBe(received);
});

test('[HAP-14] the first entry that lists the host, and without a usable Secret the first that lists its wildcard', () => {
  const certificates = new Map<string, CertificateFacts>([
    ['shop/own', { names: [host], isUsable: true }],
    ['shop/broken', { names: [host], isUsable: false }],
    ['shop/wild', { names: ['elsewhere.example.com'], isUsable: true }],
  ]);
  const taken = (name: string): IngressBuilder =>
    web(name).withPath('other.example.org', `/${name}`, 'Prefix', 'a', 80);
  const parent = host.replace(/^[^.]+/, '*');
  const tlsOf = (asked: string, ...objects: readonly Buildable[]) =>
    traceBy(haproxyIngressProfile, { objects: [haproxyClass, ...objects], certificates }, `https://${asked}/`)
      .tls;
  const first = (secret: string) => taken('first').createdAt('2026-01-01T00:00:00Z').withTls([host], secret);
  const wild = taken('wild').createdAt('2026-01-02T00:00:00Z').withTls([parent], 'wild');
  const second = taken('second').createdAt('2026-01-03T00:00:00Z').withTls([host], 'own');
  expect(tlsOf(host, wild, second)).toEqual({ secret: 'shop/own', covered: true });
  expect(tlsOf(host, first('broken'), wild, second)).toEqual({
    secret: 'shop/wild',
    covered: false,
    reason: 'TLS_HOST_NOT_COVERED',
  });
  expect(tlsOf(`${host}.`, second)).toMatchObject({ secret: 'shop/own' });
  expect(tlsOf(host, first('broken'), second)).toEqual({
    secret: null,
    covered: false,
    reason: 'TLS_SECRET_NOT_FOUND',
  });
});

test('[HAP-11] what an ACME solver is asked is not sent elsewhere', () => {
  const ingress = annotated('redirect-to', 'https://else.example.net/').withPath(
    host,
    '/',
    'Prefix',
    'a',
    80,
  );
  const solver = web('solver').withPath(host, '/.well-known/acme-challenge/x', 'Exact', 'b', 80);
  const ask = (path: string) => trace([ingress, solver], `http://${host}${path}`);
  expect(ask('/.well-known/x').location).toBe('https://else.example.net/');
  expect(ask('/.well-known/acme-challenge/x').service).toBe('shop/b');
  expect(ask('/.well-known/acme-challenge/y').httpStatus).toBe(404);
});

const strict = { strictHost: true };

test('[HAP-5] strictHost: what no path of a host takes goes to the root of rules without host, without a redirect', () => {
  const own = web('own').withPath(host, '/own', 'Prefix', 'a', 80).withTls([host], 'tls');
  const any = web('any').withPath('', '/', 'Prefix', 'b', 80);
  expect(trace([own, any], `http://${host}/else`, strict)).toMatchObject({
    service: 'shop/b',
    ingress: 'shop/any',
    hostRule: null,
  });
  expect(trace([own, any], `http://${host}/own`, strict).httpStatus).toBe(302);
  const lower = web('any').withPath('', '/x', 'Prefix', 'b', 80);
  expect(trace([own, lower], `http://${host}/x`, strict)).toMatchObject({ service: null, httpStatus: 404 });
});

test('[HAP-5] strictHost: a host that spec.tls alone has is a host', () => {
  const wild = web().withPath('*.example.com', '/', 'Prefix', 'a', 80).withTls(['typo.example.com'], 'tls');
  expect(trace([wild], 'http://typo.example.com/', strict)).toMatchObject({ service: null, httpStatus: 404 });
  expect(trace([wild], 'http://typo.example.com/').service).toBe('shop/a');
});

test('[HAP-5] strictHost: the root that a host is given moves Prefixes before beginnings of the same text', () => {
  const both = web()
    .withPath(host, '/a/', 'ImplementationSpecific', 'a', 80)
    .withPath(host, '/a/', 'Prefix', 'b', 80)
    .withPath(host, '/a/b', 'Prefix', 'c', 80)
    .withPath(host, '/', 'Prefix', 'c', 80);
  expect(trace([both], `http://${host}/a/x`).service).toBe('shop/a');
  expect(trace([both], `http://${host}/a/x`, strict).service).toBe('shop/b');
});

test('[HAP-11] a redirect of a rule without host stands among the other paths', () => {
  const sent = annotated('redirect-to', 'https://else.example.net/').withPath('', '/a', 'Prefix', 'a', 80);
  const longer = web('longer').withPath('', '/a/b', 'Prefix', 'b', 80);
  expect(trace([sent, longer], 'http://else.example.com/a/b').service).toBe('shop/b');
  expect(trace([sent, longer], 'http://else.example.com/a').httpStatus).toBe(404);
});

test('[HAP-11] strictHost: by https a host without TLS has its redirects, and rules without host the rest', () => {
  const sent = annotated('redirect-to', 'https://else.example.net/').withPath(host, '/a', 'Prefix', 'a', 80);
  const any = web('any').withPath('', '/', 'Prefix', 'b', 80).withPath('', '/c', 'Prefix', 'c', 80);
  expect(trace([sent, any], `https://${host}/a`, strict).location).toBe('https://else.example.net/');
  expect(trace([sent, any], `https://${host}/c`, strict).service).toBe('shop/c');
});
