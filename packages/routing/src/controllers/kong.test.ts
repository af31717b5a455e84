import {
  anIngress,
  anIngressClass,
  aService,
  aSlice,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { contrast, type TracedWorld } from '../testing/trace-by.ts';
import { kongProfile } from './kong.ts';

const host = 'shop.example.com';
const ours = anIngressClass('kong').withController('ingress-controllers.konghq.com/kong');
const web = (name = 'web', annotations: Readonly<Record<string, string>> = {}): IngressBuilder =>
  anIngress(`shop/${name}`)
    .withClass('kong')
    .annotated(
      Object.fromEntries(Object.entries(annotations).map(([key, value]) => [`konghq.com/${key}`, value])),
    );
const both = (
  objects: readonly Buildable[],
  url: string,
  { cluster = [ours], ...rest }: Omit<TracedWorld, 'objects'> & { cluster?: readonly Buildable[] } = {},
) => contrast(kongProfile, { objects: [...cluster, ...objects], ...rest }, url);
const rooted = (ingress: IngressBuilder) => ingress.withPath(host, '/', 'Prefix', 'a', 80);
const bare = rooted(anIngress('shop/web'));

test('[KNG-1] the annotation before the field, both by name', () => {
  const at = (ingress: IngressBuilder, rest?: Parameters<typeof both>[2]) =>
    both([ingress], `http://${host}/`, rest);
  expect(at(rooted(web())).own).toBe('shop/a');
  expect(at(rooted(web()).withClassAnnotation('other'))).toEqual({
    own: '404 CLASS_OTHER_CONTROLLER',
    spec: 'shop/a',
  });
  expect(at(rooted(web()).withClassAnnotation('')).own).toBe('shop/a');
  expect(at(bare.withClass('other').withClassAnnotation('kong')).own).toBe('shop/a');
  expect(at(rooted(web()), { cluster: [] })).toEqual({ own: 'shop/a', spec: '404 CLASS_NOT_FOUND' });
  expect(at(rooted(web()), { options: { ingressClass: 'edge' } }).own).toBe('404 CLASS_OTHER_CONTROLLER');
  expect(at(bare.withClass('nowhere')).own).toBe('404 CLASS_NOT_FOUND');
});

test('[KNG-2] without a class it is taken where its own class is the default one', () => {
  const standard = ours.annotated({ 'ingressclass.kubernetes.io/is-default-class': 'true' });
  expect(both([bare], `http://${host}/`).own).toBe('404 NO_CLASS');
  expect(both([bare], `http://${host}/`, { cluster: [standard] })).toEqual({
    own: 'shop/a',
    spec: '404 NO_CLASS',
  });
});

test('[KNG-3] a wildcard stands for several labels, and of two nobody knows which', () => {
  const ingress = web().withPath('*.example.com', '/', 'Prefix', 'a', 80);
  expect(both([ingress], 'http://a.b.example.com/')).toEqual({ own: 'shop/a', spec: '404 NO_HOST_MATCH' });
  const two = ingress.withPath('*.b.example.com', '/', 'Prefix', 'b', 80);
  expect(both([two], 'http://a.b.example.com/')).toEqual({ own: 'shop/b (assumed)', spec: 'shop/b' });
  const longer = ingress.withPath('*.b.example.com', '/x', 'Exact', 'b', 80);
  expect(both([longer], 'http://a.b.example.com/y').own).toBe('shop/a');
});

test('[KNG-4] hosts are no tables: a request that finds no path of its host goes on', () => {
  const ingress = web()
    .withPath(host, '/x', 'Exact', 'a', 80)
    .withPath('*.example.com', '/y', 'Prefix', 'b', 80)
    .withPath('', '/', 'Prefix', 'c', 80);
  const ends = ['/x', '/y', '/z'].map((path) => both([ingress], `http://${host}${path}`));
  expect(ends).toEqual([
    { own: 'shop/a', spec: 'shop/a' },
    { own: 'shop/b', spec: '404 NO_PATH_MATCH' },
    { own: 'shop/c', spec: '404 NO_PATH_MATCH' },
  ]);
});

test.each([
  ['Prefix', '/foo/', '/foo', 'shop/a'],
  ['Prefix', '/foo', '/foobar', '404 NO_PATH_MATCH'],
  ['Exact', '/foo', '/foo/', '404 NO_PATH_MATCH'],
] as const)('[KNG-4] %s %s, asked for %s, as in the specification', (pathType, path, asked, end) => {
  const found = both([web().withPath(host, path, pathType, 'a', 80)], `http://${host}${asked}`);
  expect(found).toEqual({ own: end, spec: end });
});

test.each([
  ['/foo', '/foobar', {}, 'shop/a'],
  ['/foo/', '/foo', {}, '404 NO_PATH_MATCH'],
  ['/~/v[12]$', '/v2', {}, 'shop/a'],
  ['/~/v[12]$', '/v2/x', {}, '404 NO_PATH_MATCH'],
  ['/~/v[12]$', '/x/v2', {}, '404 NO_PATH_MATCH'],
  ['/@/v\\d', '/v2/x', { 'regex-prefix': '/@' }, 'shop/a'],
  ['/~/v(', '/v(', {}, '404 NO_PATH_MATCH'],
])('[KNG-5] ImplementationSpecific %s, asked for %s', (path, asked, annotations, end) => {
  const ingress = web('web', annotations).withPath(host, path, 'ImplementationSpecific', 'a', 80);
  expect(both([ingress], `http://${host}${asked}`).own).toBe(end);
});

test('[KNG-5] it differs from a Prefix both ways', () => {
  const own = (path: string) => web().withPath(host, path, 'ImplementationSpecific', 'a', 80);
  expect(both([own('/foo')], `http://${host}/foobar`).spec).toBe('404 NO_PATH_MATCH');
  expect(both([own('/foo/')], `http://${host}/foo`).spec).toBe('shop/a (assumed)');
  expect(both([own('/~/v[12]')], `http://${host}/v1`).spec).toBe('404 NO_PATH_MATCH');
});

test('[KNG-6] Prefix and Exact come before the longest ImplementationSpecific path', () => {
  const ingress = web()
    .withPath(host, '/', 'Prefix', 'a', 80)
    .withPath(host, '/very/long', 'ImplementationSpecific', 'b', 80);
  expect(both([ingress], `http://${host}/very/long`)).toEqual({ own: 'shop/a', spec: 'shop/b (assumed)' });
});

test('[KNG-6] a host, be it a wildcard, comes before a longer path without one, an exact host before a wildcard', () => {
  const ingress = web()
    .withPath('*.example.com', '/', 'Prefix', 'a', 80)
    .withPath('', '/very/long', 'Exact', 'b', 80);
  expect(both([ingress], `http://${host}/very/long`).own).toBe('shop/a');
  const plain = ingress.withPath(host, '/', 'ImplementationSpecific', 'c', 80);
  expect(both([plain], `http://${host}/very/long`).own).toBe('shop/c');
});

test('[KNG-6] more headers come before a longer path', () => {
  const header = (name: string, annotations: Readonly<Record<string, string>>, path: string, to: string) =>
    web(name, annotations).withPath(host, path, 'Prefix', to, 80);
  const objects = [
    header('one', { 'headers.x-a': '1' }, '/foo', 'a'),
    header('two', { 'headers.x-a': '1', 'headers.x-b': '1' }, '/', 'b'),
  ];
  const request = { headers: { 'X-A': '1', 'X-B': '1' } };
  expect(both(objects, `http://${host}/foo`, { request })).toEqual({ own: 'shop/b', spec: 'shop/a' });
});

test('[KNG-6] the length of a Prefix counts a final slash', () => {
  const ingress = web().withPath(host, '/foo/', 'Exact', 'a', 80).withPath(host, '/foo', 'Prefix', 'b', 80);
  expect(both([ingress], `http://${host}/foo/`)).toEqual({ own: 'shop/a (assumed)', spec: 'shop/a' });
});

test('[KNG-6] of equal claims nobody knows which is asked', () => {
  const [first, second] = [web('one'), web('two')].map((ingress, index) =>
    ingress.withPath(host, '/x', 'Prefix', ['a', 'b'][index] ?? '', 80),
  );
  const objects = [first, second].flatMap((each) => (each === undefined ? [] : [each]));
  expect(both(objects, `http://${host}/x`).own).toBe('shop/a (assumed)');
});

test('[KNG-7] a Prefix may come before an Exact path of the same text', () => {
  const ingress = web().withPath(host, '/foo', 'Exact', 'a', 80).withPath(host, '/foo', 'Prefix', 'b', 80);
  expect(both([ingress], `http://${host}/foo`)).toEqual({ own: 'shop/b (assumed)', spec: 'shop/a' });
  expect(both([ingress], `http://${host}/foo/x`).own).toBe('shop/b');
});

test('[KNG-8] host-aliases have the rules of their Ingress', () => {
  const ingress = rooted(web('web', { 'host-aliases': 'Other.example.com, *.example.org' }));
  expect(both([ingress], 'http://other.example.com/')).toEqual({ own: 'shop/a', spec: '404 NO_HOST_MATCH' });
  expect(both([ingress], 'http://a.b.example.org/').own).toBe('shop/a');
  const plain = web('plain').withPath(host, '/', 'Prefix', 'b', 80);
  expect(both([ingress, plain], `http://${host}/`).own).toBe('shop/b');
});

test('[KNG-9] methods and headers decide, and come first where they are met', () => {
  const plain = rooted(web('plain'));
  const only = (annotations: Readonly<Record<string, string>>) =>
    web('only', annotations).withPath(host, '/', 'Prefix', 'b', 80);
  const post = only({ methods: 'post,PUT' });
  expect(both([plain, post], `http://${host}/`).own).toBe('shop/a');
  expect(both([plain, post], `http://${host}/`, { request: { method: 'POST' } }).own).toBe('shop/b');
  expect(both([post], `http://${host}/`)).toEqual({ own: '404 NO_PATH_MATCH', spec: 'shop/b' });
  const beta = only({ 'headers.X-Beta': 'yes,~*^on' });
  for (const [value, end] of [
    ['yes', 'shop/b'],
    ['only', 'shop/b'],
    ['no', 'shop/a'],
  ] as const)
    expect(both([plain, beta], `http://${host}/`, { request: { headers: { 'x-beta': value } } }).own).toBe(
      end,
    );
});

test('[KNG-9] snis are for https', () => {
  const named = rooted(web('web', { snis: host }));
  expect(both([named], `https://${host}/`).own).toBe('shop/a (assumed)');
  expect(both([named], `http://${host}/`)).toEqual({ own: '404 NO_PATH_MATCH', spec: 'shop/a' });
});

test('[KNG-10] a route for https alone refuses http, or redirects it', () => {
  const secure = rooted(web('web', { protocols: 'https' }));
  expect(both([secure], `http://${host}/x`)).toEqual({ own: '426', spec: 'shop/a' });
  expect(both([secure], `https://${host}/x`).own).toBe('shop/a');
  const sent = secure.annotated({ 'konghq.com/https-redirect-status-code': '308' });
  expect(both([sent], `http://${host}:81/x?y=1`).own).toBe(`308 https://${host}/x?y=1`);
  const forced = rooted(web()).annotated({ 'ingress.kubernetes.io/force-ssl-redirect': 'true' });
  expect(both([forced], `http://${host}/`).own).toBe(`302 https://${host}/`);
  expect(both([rooted(web()).withTls([host], 'tls')], `http://${host}/`).own).toBe('shop/a');
  expect(both([rooted(web('web', { protocols: 'http' }))], `https://${host}/`).own).toBe('404 NO_PATH_MATCH');
});

test('[KNG-11] the oldest default backend takes what no route of any host takes', () => {
  const older = web('older').withDefaultBackend('c', 80).createdAt('2025-01-01T00:00:00Z');
  const younger = web('younger').withPath(host, '/x', 'Exact', 'a', 80).withDefaultBackend('b', 80);
  expect(both([older, younger], `http://${host}/y`)).toEqual({ own: 'shop/c', spec: 'shop/b (assumed)' });
  expect(both([younger], 'http://other.example.com/').own).toBe('shop/b');
});

test('[KNG-12] a resource or a broken pattern makes no route', () => {
  const backend = { resource: { kind: 'Bucket', name: 'files' } };
  const ingress = rooted(web()).withPathTo(host, { path: '/r', pathType: 'Prefix', backend });
  expect(both([ingress], `http://${host}/r`)).toEqual({
    own: 'shop/a',
    spec: '503 RESOURCE_BACKEND_UNSUPPORTED',
  });
});

test('[KNG-12] what depends on settings elsewhere is an assumption', () => {
  const objects = [
    web().withPath(host, '/', 'Prefix', 'd', 80),
    aService('shop/d').withPort(80).annotated({ 'konghq.com/path': '/api' }),
    aSlice('shop/d-1').of('d').withPort(8080).withEndpoint('10.0.0.1'),
  ];
  expect(both(objects, `http://${host}/`)).toEqual({ own: 'shop/d (assumed)', spec: 'shop/d' });
});

test.each([
  ['Prefix', '/foo', '/foo/x', '/x'],
  ['Prefix', '/foo', '/foo', '/'],
  ['Exact', '/foo', '/foo', '/'],
  ['ImplementationSpecific', '/foo', '/foobar', '/bar'],
  ['ImplementationSpecific', '/~/v\\d', '/v2/x', '/x'],
] as const)('[KNG-13] strip-path takes %s %s away from %s', (pathType, path, asked, received) => {
  const ingress = web('web', { 'strip-path': 'true' }).withPath(host, path, pathType, 'a', 80);
  expect(both([ingress], `http://${host}${asked}`).own).toBe(`shop/a as ${received}`);
});

test('[KNG-13] rewrite replaces the path, with the groups of a pattern', () => {
  const ingress = web('web', { rewrite: '/new/$1' }).withPath(
    host,
    '/~/old/(.*)',
    'ImplementationSpecific',
    'a',
    80,
  );
  expect(both([ingress], `http://${host}/old/x`)).toEqual({
    own: 'shop/a as /new/x (assumed)',
    spec: '404 NO_PATH_MATCH',
  });
});

test('[KNG-14] a path is cleaned, and the Service receives the clean one', () => {
  const ingress = web().withPath(host, '/foo', 'Prefix', 'a', 80);
  expect(both([ingress], `http://${host}//x/../%66oo`)).toEqual({
    own: 'shop/a as /foo',
    spec: '404 NO_PATH_MATCH',
  });
  const gone = web().withPath(host, '/foo', 'Prefix', 'nowhere', 80);
  expect(both([gone], `http://${host}/foo`).own).toBe('503 SERVICE_NOT_FOUND');
});
