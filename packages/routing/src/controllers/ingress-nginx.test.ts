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
import type { RoutingRequest } from '../request.ts';
import { traceBy } from '../testing/trace-by.ts';
import type { Trace } from '../trace.ts';
import { ingressNginxProfile } from './ingress-nginx.ts';
import type { ControllerOptions } from './options.ts';

const host = 'shop.example.com';
const backends = ['a', 'b', 'c'].flatMap((name) => [
  aService(`shop/${name}`).withPort(80, { name: 'http', targetPort: 8080 }),
  aSlice(`shop/${name}-1`).of(name).withPort(8080, { name: 'http' }).withEndpoint('10.0.0.7'),
]);
const web = (name = 'web', annotations: Readonly<Record<string, string>> = {}): IngressBuilder =>
  anIngress(`shop/${name}`)
    .withClass('nginx')
    .annotated(
      Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [`nginx.ingress.kubernetes.io/${key}`, value]),
      ),
    );
const day = (number: number): string => `2026-01-0${number}T00:00:00Z`;

function trace(
  objects: readonly Buildable[],
  url: string,
  more: Partial<RoutingRequest> & { readonly options?: ControllerOptions } = {},
): Trace {
  const [, scheme = '', authority = '', path = ''] = /^(https?):\/\/([^/]*)(.*)$/.exec(url) ?? [];
  const { options = {}, ...extra } = more;
  const reader = aCluster()
    .with(anIngressClass('nginx'), ...backends, ...objects)
    .build();
  return traceRequest(buildRoutingIndex({ reader }, ingressNginxProfile, options), {
    method: 'GET',
    scheme: scheme === 'https' ? 'https' : 'http',
    host: authority,
    path,
    ...extra,
  });
}

const serviceOf = (ingress: Buildable, path: string): string | null =>
  trace([ingress], `http://${host}${path}`).service;

test('[NGX-1] paths are decoded, merged and resolved before they are compared', () => {
  const ingress = web().withPath(host, '/foo', 'Prefix', 'a', 80);
  for (const path of ['//foo', '/%66oo/x', '/x/../foo', '/foo%2Fx', '/./foo/'])
    expect(serviceOf(ingress, path)).toBe('shop/a');
  expect(trace([ingress], `http://${host}/../foo`)).toMatchObject({ result: 'fail', httpStatus: 400 });
  expect(trace([ingress], `http://${host}//foo`).rewrittenPath).toBe(undefined);
});

test('[NGX-2] ImplementationSpecific is a Prefix and no assumption', () => {
  const ingress = web().withPath(host, '/foo', 'ImplementationSpecific', 'a', 80);
  expect(trace([ingress], `http://${host}/foo/x`)).toMatchObject({ service: 'shop/a', assumed: false });
  expect(serviceOf(ingress, '/foobar')).toBe(null);
});

test('[NGX-3] Exact before Prefix, the longest Prefix first', () => {
  const ingress = web()
    .withPath(host, '/foo', 'Prefix', 'a', 80)
    .withPath(host, '/foo', 'Exact', 'b', 80)
    .withPath(host, '/foo/bar', 'Prefix', 'c', 80);
  expect(serviceOf(ingress, '/foo')).toBe('shop/b');
  expect(serviceOf(ingress, '/foo/')).toBe('shop/a');
  expect(serviceOf(ingress, '/foo/bar/x')).toBe('shop/c');
});

test('[NGX-4] the oldest keeps a path; of equally old ones the last by name; a resource has no effect', () => {
  const to = (name: string, service: string) => web(name).withPath(host, '/', 'Prefix', service, 80);
  const url = `http://${host}/`;
  expect(trace([to('a', 'a').createdAt(day(2)), to('b', 'b').createdAt(day(1))], url).service).toBe('shop/b');
  const tie = trace([to('a', 'a'), to('b', 'b')], url);
  expect(tie).toMatchObject({ service: 'shop/b', assumed: false, warnings: ['SHADOWED'] });
  const resource = web().withPathTo(host, {
    path: '/x',
    pathType: 'Prefix',
    backend: { resource: { kind: 'Bucket', name: 'x' } },
  });
  expect(trace([resource], `http://${host}/x`)).toMatchObject({
    reason: 'RESOURCE_BACKEND_UNSUPPORTED',
    httpStatus: 404,
  });
});

test('[NGX-5] a path with a final slash redirects the one without', () => {
  const ingress = web().withPath(host, '/foo/', 'Prefix', 'a', 80).withPath(host, '/bar/', 'Exact', 'a', 80);
  expect(trace([ingress.withTls([host], 'tls')], `http://${host}:8080/foo?x=1`)).toMatchObject({
    result: 'redirect',
    httpStatus: 301,
    location: `http://${host}/foo/?x=1`,
  });
  expect(trace([ingress], `http://${host}/bar`).location).toBe(`http://${host}/bar/`);
  expect(serviceOf(ingress.withPath(host, '/foo', 'Exact', 'b', 80), '/foo')).toBe('shop/b');
});

test('[NGX-6] a default backend serves the hosts its Ingress names first, or any host without rules', () => {
  const withRules = web().withPath(host, '/x', 'Exact', 'a', 80).withDefaultBackend('b', 80);
  expect(trace([withRules], `http://${host}/`)).toMatchObject({ service: 'shop/b', viaDefaultBackend: true });
  expect(trace([withRules], 'http://else.example.com/').reason).toBe('NO_HOST_MATCH');
  const alone = web('alone').withDefaultBackend('c', 80).createdAt(day(3));
  const hostless = web('any').withPath('', '/', 'Prefix', 'a', 80);
  expect(trace([alone, hostless], 'http://else.example.com/').service).toBe('shop/c');
});

test('[NGX-7] field, annotation, option', () => {
  const rule = (ingress: IngressBuilder) => ingress.withPath(host, '/', 'Prefix', 'a', 80);
  const reason = (ingress: IngressBuilder, options: ControllerOptions = {}) =>
    trace([rule(ingress)], `http://${host}/`, { options }).reason;
  const bare = anIngress('shop/web');
  expect(reason(bare.withClassAnnotation('nginx'))).toBe(null);
  expect(reason(bare.withClassAnnotation('other'))).toBe('CLASS_OTHER_CONTROLLER');
  expect(reason(bare.withClassAnnotation(''), { watchIngressWithoutClass: true })).toBe('NO_CLASS');
  expect(reason(bare, { watchIngressWithoutClass: true })).toBe(null);
  expect(reason(bare.withClass('nginx').withClassAnnotation('other'))).toBe(null);
  expect(reason(bare.withClass('nowhere'))).toBe('CLASS_NOT_FOUND');
  expect(reason(web(), { controllerClass: 'example.com/mine' })).toBe('CLASS_OTHER_CONTROLLER');
});

test('[NGX-8] one pattern turns the whole host into patterns without end', () => {
  const plain = web('a').withPath(host, '/foo', 'Exact', 'a', 80);
  const pattern = web('b', { 'use-regex': 'true' }).withPath(
    host,
    '/x[0-9]',
    'ImplementationSpecific',
    'b',
    80,
  );
  const both = (path: string) => trace([plain, pattern], `http://${host}${path}`).service;
  expect(both('/FOObar')).toBe('shop/a');
  expect(both('/x1y')).toBe('shop/b');
  expect(trace([plain], `http://${host}/FOObar`).service).toBe(null);
});

test('[NGX-9] a rewrite replaces the whole path', () => {
  const ingress = (path: string, target: string) =>
    web('web', { 'rewrite-target': target }).withPath(host, path, 'ImplementationSpecific', 'a', 80);
  expect(trace([ingress('/api(/|$)(.*)', '/$2')], `http://${host}/api/v1/x`).rewrittenPath).toBe('/v1/x');
  expect(trace([ingress('/api', '/')], `http://${host}/api/v1/x`).rewrittenPath).toBe('/');
  expect(trace([ingress('/', '/')], `http://${host}/x`)).toMatchObject({ service: 'shop/a' });
  expect(trace([ingress('/', '/')], `http://${host}/x`).rewrittenPath).toBe(undefined);
});

test('[NGX-10] an alias has the rules of its host, unless it is a host itself', () => {
  const alias = web('a', { 'server-alias': 'alias.example.com' }).withPath(host, '/', 'Prefix', 'a', 80);
  expect(trace([alias], 'http://alias.example.com/').service).toBe('shop/a');
  const own = web('b').withPath('alias.example.com', '/', 'Prefix', 'b', 80);
  expect(trace([alias, own], 'http://alias.example.com/').service).toBe('shop/b');
});

test('[NGX-11] a host with any TLS entry, or below such a wildcard, is sent to https', () => {
  const tls = web('a').withPath(host, '/x', 'Prefix', 'a', 80).withTls(['typo.example.com']);
  const other = (annotations = {}) => web('b', annotations).withPath(host, '/', 'Prefix', 'b', 80);
  const statusOf = (...objects: readonly Buildable[]) => trace(objects, `http://${host}/`).httpStatus;
  expect(statusOf(tls, other())).toBe(308);
  expect(statusOf(tls, other({ 'ssl-redirect': 'false' }))).toBe(null);
  expect(statusOf(other())).toBe(null);
  expect(statusOf(other({ 'force-ssl-redirect': 'true' }))).toBe(308);
  const wildcard = web('w').withPath('*.example.com', '/', 'Prefix', 'a', 80).withTls(['*.example.com']);
  expect(statusOf(wildcard, other())).toBe(308);
  const solver = web('s').withPath(host, '/.well-known/acme-challenge/t', 'Exact', 'c', 80);
  expect(trace([tls, solver], `http://${host}/.well-known/acme-challenge/t`).result).toBe('ok');
  expect(trace([tls, other()], `http://${host}/.well-known/acme-challenge/t`).httpStatus).toBe(308);
});

test('[NGX-12] the Location has the host as written, no port, no final slash', () => {
  const tls = web().withPath(host, '/', 'Prefix', 'a', 80).withTls([host]);
  expect(trace([tls], 'http://SHOP.example.com:8080/x/').location).toBe('https://SHOP.example.com/x');
});

test('[NGX-13] redirects that are asked for come before https', () => {
  const root = web('web', { 'app-root': '/start' }).withPath(host, '/x', 'Prefix', 'a', 80).withTls([host]);
  expect(trace([root], `http://${host}:8080/`)).toMatchObject({
    httpStatus: 302,
    location: `http://${host}:8080/start`,
  });
  const moved = (name: string) =>
    web('web', { [name]: 'https://new.example.org/' })
      .withPath(host, '/', 'Prefix', 'a', 80)
      .withTls([host]);
  expect(trace([moved('permanent-redirect')], `http://${host}/x`)).toMatchObject({
    httpStatus: 301,
    location: 'https://new.example.org/',
  });
  expect(trace([moved('temporal-redirect')], `http://${host}/x`).httpStatus).toBe(302);
});

test('[NGX-14] a port may be the targetPort, and slices may name it otherwise', () => {
  expect(serviceOf(web().withPath(host, '/', 'Prefix', 'a', 8080), '/')).toBe('shop/a');
  const slice = aSlice('shop/d-1').of('d').withPort(8080, { name: 'web' }).withEndpoint('10.0.0.9');
  const service = aService('shop/d').withPort(80, { name: 'http', targetPort: 8080 });
  const ingress = web().withPath(host, '/', 'Prefix', 'd', 80);
  expect(trace([ingress, service, slice], `http://${host}/`).endpoints).toEqual(['10.0.0.9:8080']);
  expect(trace([ingress], `http://${host}/`)).toMatchObject({ reason: 'SERVICE_NOT_FOUND', httpStatus: 503 });
});

const main = web('main').withPath(host, '/', 'Prefix', 'a', 80);
const canary = (annotations: Readonly<Record<string, string>>) =>
  web('canary', { canary: 'true', ...annotations })
    .withPath(host, '/', 'Prefix', 'b', 80)
    .createdAt(day(5));

test('[NGX-15] a canary is asked by header or cookie', () => {
  const url = `http://${host}/`;
  const byHeader = [main, canary({ 'canary-by-header': 'X-Canary' })];
  expect(trace(byHeader, url).service).toBe('shop/a');
  expect(trace(byHeader, url, { headers: { 'x-canary': 'always' } })).toMatchObject({
    service: 'shop/b',
    ingress: 'shop/canary',
  });
  const byValue = [main, canary({ 'canary-by-header': 'X-Canary', 'canary-by-header-value': 'yes' })];
  expect(trace(byValue, url, { headers: { 'X-Canary': 'yes' } }).service).toBe('shop/b');
  const byCookie = [main, canary({ 'canary-by-cookie': 'try' })];
  expect(trace(byCookie, url, { cookies: { try: 'always' } }).service).toBe('shop/b');
});

test('[NGX-15] a Service that a canary names first is lost to ordinary paths', () => {
  const first = canary({}).createdAt(day(1));
  const ordinary = web('z').withPath('x.example.com', '/x', 'Prefix', 'b', 80).createdAt(day(2));
  expect(trace([first, ordinary], 'http://x.example.com/x').reason).toBe('NO_PATH_MATCH');
});

const always = { headers: { 'x-canary': 'always' } };
const byHeader = { 'canary-by-header': 'x-canary' };

test('[NGX-15] a canary goes with every path to the same Service port, on other hosts too', () => {
  const other = web('other')
    .withPath('x.example.com', '/', 'Prefix', 'a', 80)
    .withPath('x.example.com', '/named', 'Prefix', 'a', 'http');
  const objects = [main, other, canary(byHeader)];
  expect(trace(objects, 'http://x.example.com/', always).service).toBe('shop/b');
  expect(trace(objects, 'http://x.example.com/named', always).service).toBe('shop/a');
});

test('[NGX-15] of two canaries of a path the first counts', () => {
  const second = web('second', { canary: 'true', 'canary-weight': '100' })
    .withPath(host, '/', 'Prefix', 'c', 80)
    .createdAt(day(6));
  const objects = [main, canary(byHeader), second];
  expect(trace(objects, `http://${host}/`).service).toBe('shop/a');
  expect(trace(objects, `http://${host}/`, always).service).toBe('shop/b');
});

test.each<[string, string, string | null]>([
  [host, '/nope', 'shop/a'],
  ['nobody.example.com', '/', 'shop/b'],
])('[NGX-15] a canary whose path %s%s goes with nothing', (otherHost, path, service) => {
  const lost = canary(byHeader).withPath(otherHost, path, 'Prefix', 'b', 80);
  expect(trace([main, lost], `http://${host}/`, always).service).toBe(service);
});

test('[NGX-15] a canary is not asked while nothing behind the ordinary Service is ready', () => {
  const empty = [
    aService('shop/empty').withPort(80, { targetPort: 8080 }),
    web('empty').withPath(host, '/', 'Prefix', 'empty', 80),
  ];
  const found = trace([...empty, canary(byHeader)], `http://${host}/`, always);
  expect(found).toMatchObject({ result: 'fail', httpStatus: 503, service: 'shop/empty' });
});

test('[NGX-15] the default backend of a canary goes with every path to any host, not with those of named hosts', () => {
  const anyHost = web('any').withPath('', '/docs', 'Prefix', 'a', 80).createdAt(day(1));
  const named = web('named').withPath(host, '/', 'Prefix', 'c', 80).createdAt(day(2));
  const whole = web('canary', { canary: 'true', ...byHeader })
    .withDefaultBackend('b', 80)
    .createdAt(day(5));
  const objects = [anyHost, named, whole];
  expect(trace(objects, 'http://else.example.com/docs', always).service).toBe('shop/b');
  expect(trace(objects, `http://${host}/`, always).service).toBe('shop/c');
});

test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string | undefined]>([
  ['the ordinary one', { 'rewrite-target': '/m' }, {}, '/m'],
  ['the canary', {}, { 'rewrite-target': '/c' }, undefined],
])('[NGX-15] a rewrite of %s, and a canary that gets everything', (_of, ofMain, ofCanary, path) => {
  const ordinary = web('main', ofMain).withPath(host, '/', 'Prefix', 'a', 80);
  const all = canary({ 'canary-weight': '100', ...ofCanary });
  const { service, rewrittenPath } = trace([ordinary, all], `http://${host}/x`);
  expect({ service, rewrittenPath }).toEqual({ service: 'shop/b', rewrittenPath: path });
});

test('[NGX-15] weights are of a hundred at least', () => {
  const light = canary({ 'canary-weight': '20', 'canary-weight-total': '40' });
  expect(trace([main, light], `http://${host}/`).split?.map(({ weight }) => weight)).toEqual([80, 20]);
});

test('[TRC-16] weight splits, and both shares are told', () => {
  expect(trace([main, canary({ 'canary-weight': '20' })], `http://${host}/`)).toMatchObject({
    service: 'shop/a',
    split: [
      { ingress: 'shop/main', service: 'shop/a', weight: 80 },
      { ingress: 'shop/canary', service: 'shop/b', weight: 20 },
    ],
  });
});

test.each<[string, string, string, number]>([
  ['permanent-redirect', 'permanent-redirect-code', '308', 308],
  ['permanent-redirect', 'permanent-redirect-code', '404', 301],
  ['temporal-redirect', 'temporal-redirect-code', '307', 307],
  ['temporal-redirect', 'temporal-redirect-code', 'x', 302],
])('[NGX-13] %s with %s %s answers %i', (name, code, value, status) => {
  const ingress = web('web', { [name]: 'https://new.example.org/', [code]: value });
  expect(trace([ingress.withPath(host, '/', 'Prefix', 'a', 80)], `http://${host}/x`).httpStatus).toBe(status);
});

test('[NGX-12] preserve-trailing-slash leaves the slash of the Location', () => {
  const ingress = web('web', { 'preserve-trailing-slash': 'true' }).withPath(host, '/', 'Prefix', 'a', 80);
  expect(trace([ingress.withTls([host])], `http://${host}/x/`).location).toBe(`https://${host}/x/`);
});

test('[NGX-16] the other name, with www or without, is sent to the host, unless a rule has it', () => {
  const ingress = (name: string) =>
    web(name, { 'from-to-www-redirect': 'true' }).withPath(name, '/x', 'Prefix', 'a', 80);
  expect(trace([ingress('example.com')], 'https://www.example.com/y/?v=1')).toMatchObject({
    result: 'redirect',
    httpStatus: 308,
    location: 'https://example.com/y/?v=1',
    ingress: 'shop/example.com',
  });
  expect(trace([ingress('www.example.com')], 'http://example.com:8080/y/').location).toBe(
    'http://www.example.com/y',
  );
  const own = web('own').withPath('www.example.com', '/', 'Prefix', 'b', 80);
  expect(trace([ingress('example.com'), own], 'http://www.example.com/').service).toBe('shop/b');
  expect(trace([ingress('*.example.com')], 'http://www.a.example.com/').httpStatus).toBe(404);
});

test('[NGX-17] an entry that lists the host, else one whose certificate is for it, of the first Ingress with any', () => {
  const facts = (...names: string[]) => ({ names, isUsable: true });
  const certificates = new Map([
    ['shop/own', facts(host)],
    ['shop/wild', facts('*.example.com')],
    ['shop/other', facts('other.example.org')],
  ]);
  const tlsOf = (asked: string, ...objects: readonly Buildable[]) =>
    traceBy(
      ingressNginxProfile,
      { objects: [anIngressClass('nginx'), ...objects], certificates },
      `https://${asked}/`,
    ).tls;
  const shop = web().withPath(host, '/', 'Prefix', 'a', 80).createdAt(day(1));
  expect(tlsOf(host, shop.withTls([], 'other').withTls([], 'wild'))).toEqual({
    secret: 'shop/wild',
    covered: true,
  });
  expect(tlsOf(host, shop.withTls([host], 'other').withTls([], 'own'))).toMatchObject({
    secret: 'shop/other',
    covered: false,
  });
  const younger = web('b').withPath(host, '/b', 'Prefix', 'b', 80).createdAt(day(2)).withTls([host], 'own');
  expect(tlsOf(host, shop.withTls(['typo.example.com'], 'gone'), younger)).toMatchObject({ secret: null });
  expect(tlsOf(host, shop, younger)).toMatchObject({ secret: 'shop/own' });
  const wildcard = web('w')
    .withPath('*.example.com', '/', 'Prefix', 'a', 80)
    .withTls(['*.example.com'], 'wild');
  expect(tlsOf(host, shop, wildcard)).toEqual({ secret: 'shop/wild', covered: true });
});

test('[NGX-1] escapes of letters beyond ASCII are UTF-8, else single bytes', () => {
  const ingress = web().withPath(host, '/föö', 'Prefix', 'a', 80);
  expect(serviceOf(ingress, '/f%C3%B6%c3%b6/x')).toBe('shop/a');
  expect(trace([ingress], `http://${host}/f%F6`).httpStatus).toBe(404);
});

test('[TRC-16] cookies may stand in a Cookie header, and those given by name come before', () => {
  const objects = [main, canary({ 'canary-by-cookie': 'new' })];
  const asked = (more: Partial<RoutingRequest>) => trace(objects, `http://${host}/`, more).service;
  expect(asked({ headers: { Cookie: 'a=1; new=always' } })).toBe('shop/b');
  expect(asked({ headers: { Cookie: 'a=1; new=always' }, cookies: { new: 'never' } })).toBe('shop/a');
});

test('[NGX-6] what no rule without host takes is not sent where such a rule’s Ingress sends its paths', () => {
  const sent = { 'nginx.ingress.kubernetes.io/permanent-redirect': 'https://else.example.net/' };
  const any = web('any').annotated(sent).withPath('', '/x', 'Prefix', 'a', 80);
  expect(trace([any], 'http://else.example.com/x').location).toBe('https://else.example.net/');
  expect(trace([any], 'http://else.example.com/y')).toMatchObject({ result: 'fail', httpStatus: 404 });
  const own = web('own').annotated(sent).withPath(host, '/x', 'Prefix', 'a', 80);
  expect(trace([own], `http://${host}/y`).location).toBe('https://else.example.net/');
  const all = web('all').annotated(sent).withDefaultBackend('c', 80);
  expect(trace([all], 'http://else.example.com/y').service).toBe('shop/c');
});
