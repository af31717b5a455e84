import {
  anIngress,
  anIngressClass,
  aService,
  aSlice,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { contrast, traceBy, type TracedWorld } from '../testing/trace-by.ts';
import { haproxytechProfile } from './haproxytech.ts';

const host = 'shop.example.com';
const ours = anIngressClass('haproxy').withController('haproxy.org/ingress-controller/haproxy');
const web = (name = 'web', annotations: Readonly<Record<string, string>> = {}): IngressBuilder =>
  anIngress(`shop/${name}`)
    .withClass('haproxy')
    .annotated(
      Object.fromEntries(Object.entries(annotations).map(([key, value]) => [`haproxy.org/${key}`, value])),
    );
const worldOf = (objects: readonly Buildable[], rest: Omit<TracedWorld, 'objects'> = {}): TracedWorld => ({
  objects: [ours, ...objects],
  ...rest,
});
const both = (objects: readonly Buildable[], url: string, rest?: Omit<TracedWorld, 'objects'>) =>
  contrast(haproxytechProfile, worldOf(objects, rest), url);
const rooted = (ingress: IngressBuilder) => ingress.withPath(host, '/', 'Prefix', 'a', 80);
const bare = rooted(anIngress('shop/web'));

test('[HPT-1] the class counts by its object, the annotation not at all', () => {
  const at = (ingress: IngressBuilder, rest?: Omit<TracedWorld, 'objects'>) =>
    both([ingress], `http://${host}/`, rest).own;
  expect(at(rooted(web()))).toBe('shop/a');
  expect(at(rooted(web()), { options: { ingressClass: 'haproxy' } })).toBe('shop/a');
  expect(at(rooted(web()), { options: { ingressClass: 'other' } })).toBe('404 CLASS_OTHER_CONTROLLER');
  expect(at(rooted(web()), { options: { controllerClass: 'haproxy.org/ingress-controller' } })).toBe(
    '404 CLASS_OTHER_CONTROLLER',
  );
  expect(at(bare.withClass('nowhere'))).toBe('404 CLASS_NOT_FOUND');
  expect(at(rooted(web()).withClassAnnotation('other'))).toBe('shop/a');
});

test('[HPT-2] an Ingress without class is taken, unless a class was asked for or another default exists', () => {
  const at = (objects: readonly Buildable[], rest?: Omit<TracedWorld, 'objects'>) =>
    both(objects, `http://${host}/`, rest);
  expect(at([bare])).toEqual({ own: 'shop/a', spec: '404 NO_CLASS' });
  expect(at([bare.withClassAnnotation('other')])).toEqual({ own: 'shop/a', spec: 'shop/a (assumed)' });
  expect(at([bare], { options: { ingressClass: 'haproxy' } }).own).toBe('404 NO_CLASS');
  const empty = { ingressClass: 'haproxy', watchIngressWithoutClass: true };
  expect(at([bare], { options: empty }).own).toBe('shop/a');
  const standard = { 'ingressclass.kubernetes.io/is-default-class': 'true' };
  const theirs = anIngressClass('theirs').withController('example.com/other').annotated(standard);
  expect(at([bare, theirs]).own).toBe('404 NO_CLASS');
  const own = anIngressClass('own').withController('haproxy.org/ingress-controller').annotated(standard);
  expect(at([bare, own]).own).toBe('shop/a');
  expect(at([bare, own, theirs]).own).toBe('shop/a (assumed)');
});

test.each([
  ['/foo', '/foobar', 'shop/a'],
  ['/foo', '/foo', 'shop/a'],
  ['/foo/', '/foobar', 'shop/a'],
  ['/foo/', '/foo', 'shop/a'],
  ['/foo', '/FOO', '404 NO_PATH_MATCH'],
  ['/foo', '//foo', '404 NO_PATH_MATCH'],
])('[HPT-3] ImplementationSpecific %s, asked for %s', (path, asked, end) => {
  const ingress = web().withPath(host, path, 'ImplementationSpecific', 'a', 80);
  const { own, spec } = both([ingress], `http://${host}${asked}`);
  expect(own).toBe(end);
  if (asked === '/foobar') expect(spec).toBe('404 NO_PATH_MATCH');
});

test('[HPT-4] Exact before a whole path before the longest beginning', () => {
  const ingress = web()
    .withPath(host, '/foo', 'Prefix', 'a', 80)
    .withPath(host, '/foo', 'Exact', 'b', 80)
    .withPath(host, '/foo/x', 'ImplementationSpecific', 'c', 80);
  const ends = ['/foo', '/foo/', '/foo/xy', '/foobar'].map(
    (path) => both([ingress], `http://${host}${path}`).own,
  );
  expect(ends).toEqual(['shop/b', 'shop/a', 'shop/c', '404 NO_PATH_MATCH']);
  const longer = web()
    .withPath(host, '/foo/bar', 'Exact', 'a', 80)
    .withPath(host, '/foo/bar/', 'Prefix', 'b', 80);
  expect(both([longer], `http://${host}/foo/bar`)).toEqual({ own: 'shop/a', spec: 'shop/b (assumed)' });
});

test('[HPT-5] of the same path the first by the name of the backend wins, not the oldest', () => {
  const to = (name: string, service: string, time: string) =>
    web(name).withPath(host, '/x', 'Prefix', service, 80).createdAt(time);
  const objects = [to('one', 'b', '2026-01-01T00:00:00Z'), to('two', 'a', '2026-01-02T00:00:00Z')];
  expect(both(objects, `http://${host}/x`)).toEqual({ own: 'shop/a', spec: 'shop/b (assumed)' });
  const trace = traceBy(haproxytechProfile, worldOf(objects), `http://${host}/x`);
  expect(trace.losers).toMatchObject([{ ingress: 'shop/one', reason: 'SHADOWED' }]);
  const same = [to('one', 'a', '2026-01-01T00:00:00Z'), to('two', 'a', '2026-01-02T00:00:00Z')];
  expect(both(same, `http://${host}/x`).own).toBe('shop/a (assumed)');
});

test('[HPT-5] Prefix and ImplementationSpecific meet at the whole path', () => {
  const ingress = web()
    .withPath(host, '/x', 'Prefix', 'b', 80)
    .withPath(host, '/x', 'ImplementationSpecific', 'a', 80);
  const ends = ['/x', '/x/y', '/xy'].map((path) => both([ingress], `http://${host}${path}`).own);
  const { losers } = traceBy(haproxytechProfile, worldOf([ingress]), `http://${host}/x`);
  expect(losers).toMatchObject([{ pathType: 'Prefix', reason: 'SHADOWED' }]);
  expect(ends).toEqual(['shop/a', 'shop/b', 'shop/a']);
});

test('[HPT-6] a path without Service, port or host is not there', () => {
  const gone = web()
    .withPath(host, '/x', 'Prefix', 'nowhere', 80)
    .withPath(host, '/y', 'Prefix', 'a', 81)
    .withPath(host, '/', 'Prefix', 'b', 80);
  const ends = ['/x', '/y'].map((path) => both([gone], `http://${host}${path}`));
  expect(ends).toEqual([
    { own: 'shop/b', spec: '503 SERVICE_NOT_FOUND' },
    { own: 'shop/b', spec: '503 SERVICE_PORT_NOT_FOUND' },
  ]);
  const only = web().withPath(host, '/x', 'Prefix', 'nowhere', 80);
  const trace = traceBy(haproxytechProfile, worldOf([only]), `http://${host}/x`);
  expect(trace).toMatchObject({ reason: 'SERVICE_NOT_FOUND', losers: [{ reason: 'ROUTE_NOT_BUILT' }] });
  const backend = { service: { name: 'a', port: { number: 80 } } };
  const anything = web().withPathTo('', { pathType: 'ImplementationSpecific', backend });
  expect(both([anything], `http://${host}/`)).toEqual({ own: '404 NO_HOST_MATCH', spec: 'shop/a' });
});

test('[HPT-6] a host whose paths are not there leaves its requests to a wildcard or to any host', () => {
  const ingress = web()
    .withPath(host, '/', 'Prefix', 'nowhere', 80)
    .withPath('*.example.com', '/', 'Prefix', 'b', 80);
  expect(both([ingress], `http://${host}/`)).toEqual({ own: 'shop/b', spec: '503 SERVICE_NOT_FOUND' });
  const kept = web().withPath(host, '/x', 'Exact', 'a', 80).withPath('', '/', 'Prefix', 'b', 80);
  expect(both([kept], `http://${host}/y`).own).toBe('404 NO_PATH_MATCH');
  expect(both([kept], `http://a.${host}/y`).own).toBe('shop/b');
});

test('[HPT-6] a final dot makes another host', () => {
  expect(both([rooted(web())], `http://${host}./`)).toEqual({ own: '404 NO_HOST_MATCH', spec: 'shop/a' });
});

test('[HPT-7] one default backend serves everything, of several nobody knows which', () => {
  const one = web('one').withPath(host, '/x', 'Exact', 'a', 80).withDefaultBackend('b', 80);
  expect(both([one], 'http://other.example.com/').own).toBe('shop/b');
  const two = web('two').withPath('two.example.com', '/x', 'Exact', 'a', 80).withDefaultBackend('c', 80);
  expect(both([one, two], 'http://two.example.com/')).toEqual({
    own: 'shop/b (assumed)',
    spec: 'shop/c (assumed)',
  });
  const gone = web('a').withDefaultBackend('nowhere', 80);
  expect(both([gone, one], 'http://other.example.com/').own).toBe('shop/b');
});

test('[HPT-8] an Ingress with TLS for any host is sent to https on port 8443', () => {
  const secured = rooted(web()).withTls(['other.example.com'], 'tls');
  expect(both([secured], `http://${host}:81/x?y=1`)).toEqual({
    own: `302 https://${host}:8443/x?y=1`,
    spec: 'shop/a',
  });
  const with443 = secured.annotated({ 'haproxy.org/ssl-redirect-port': '443' });
  expect(both([with443], `http://${host}:81/x`).own).toBe(`302 https://${host}:81/x`);
  const code = secured.annotated({ 'haproxy.org/ssl-redirect-code': '301' });
  expect(both([code], `http://${host}/`).own).toBe(`301 https://${host}:8443/`);
  expect(both([secured.annotated({ 'haproxy.org/ssl-redirect': 'false' })], `http://${host}/`).own).toBe(
    'shop/a',
  );
  expect(both([rooted(web('web', { 'ssl-redirect': 'true' }))], `http://${host}/`).own).toBe(
    `302 https://${host}:8443/`,
  );
  expect(both([secured], `https://${host}/`).own).toBe('shop/a');
});

test('[HPT-9] request-redirect leads to another host', () => {
  const to = (value: string) => rooted(web('web', { 'request-redirect': value }));
  expect(both([to('new.example.com')], `https://${host}/x?y=1`)).toEqual({
    own: '302 http://new.example.com/x?y=1',
    spec: 'shop/a',
  });
  const permanent = to('https://new.example.com').annotated({ 'haproxy.org/request-redirect-code': '301' });
  expect(both([permanent], `http://${host}/x`).own).toBe('301 https://new.example.com/x');
});

test.each([
  ['/new', '/old/x', '/new'],
  [String.raw`/old/(.*) /\1`, '/old/x', '/x'],
  [String.raw`/other/(.*) /\1`, '/old/x', undefined],
  [`${String.raw`/old/(.*) /new/\1`}\n${String.raw`/new/(.*) /last/\1`}`, '/old/x', '/last/x'],
])('[HPT-10] path-rewrite %s', (value, asked, received) => {
  const { own, spec } = both([rooted(web('web', { 'path-rewrite': value }))], `http://${host}${asked}`);
  expect(own).toBe(received === undefined ? 'shop/a' : `shop/a as ${received}`);
  expect(spec).toBe('shop/a');
});

test('[HPT-11] what only HAProxy sees is an assumption', () => {
  const conditional = [
    web().withPath(host, '/', 'Prefix', 'd', 80),
    aService('shop/d').withPort(80).annotated({ 'haproxy.org/route-acl': 'cookie(staging) -m found' }),
    aSlice('shop/d-1').of('d').withPort(8080).withEndpoint('10.0.0.1', { ready: true }),
  ];
  expect(both(conditional, `http://${host}/`)).toEqual({ own: 'shop/d (assumed)', spec: 'shop/d' });
  const passed = rooted(web('web', { 'ssl-passthrough': 'true' }));
  expect(both([passed], `https://${host}/`).own).toBe('shop/a (assumed)');
  const any = rooted(web()).withTls([], 'tls');
  expect(both([any], `http://${host}/`).own).toBe(`302 https://${host}:8443/ (assumed)`);
});

test.each([
  ['says nothing', {}],
  ['is terminating', { ready: true, serving: true, terminating: true }],
])('[HPT-12] an endpoint that %s is not used', (_title, conditions) => {
  const objects = [
    web().withPath(host, '/', 'Prefix', 'd', 80),
    aService('shop/d').withPort(80),
    aSlice('shop/d-1').of('d').withPort(8080).withEndpoint('10.0.0.1', conditions),
  ];
  expect(both(objects, `http://${host}/`)).toEqual({ own: '503 NO_READY_ENDPOINTS', spec: 'shop/d' });
});
