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
import { f5NginxProfile } from './f5-nginx.ts';

const host = 'shop.example.com';
const ours = anIngressClass('nginx').withController('nginx.org/ingress-controller');
const web = (name = 'web', annotations: Readonly<Record<string, string>> = {}): IngressBuilder =>
  anIngress(`shop/${name}`)
    .withClass('nginx')
    .annotated(
      Object.fromEntries(Object.entries(annotations).map(([key, value]) => [`nginx.org/${key}`, value])),
    );
const worldOf = (objects: readonly Buildable[], rest: Omit<TracedWorld, 'objects'> = {}): TracedWorld => ({
  objects: [ours, ...objects],
  ...rest,
});
const trace = (objects: readonly Buildable[], url: string) => traceBy(f5NginxProfile, worldOf(objects), url);
const both = (objects: readonly Buildable[], url: string, rest: Omit<TracedWorld, 'objects'> = {}) =>
  contrast(f5NginxProfile, worldOf(objects, rest), url);
const rooted = (ingress: IngressBuilder) => ingress.withPath(host, '/', 'Prefix', 'a', 80);

test('[F5N-1] the annotation before the field, both by name', () => {
  const bare = anIngress('shop/web');
  const at = (ingress: IngressBuilder, rest?: Omit<TracedWorld, 'objects'>) =>
    both([rooted(ingress)], `http://${host}/`, rest);
  expect(at(web().withClassAnnotation('other')).own).toBe('404 CLASS_OTHER_CONTROLLER');
  expect(at(web().withClassAnnotation('other')).spec).toBe('shop/a');
  expect(at(bare.withClassAnnotation('nginx')).own).toBe('shop/a');
  expect(at(bare).own).toBe('404 NO_CLASS');
  expect(at(bare, { options: { watchIngressWithoutClass: true } })).toEqual({
    own: '404 NO_CLASS',
    spec: 'shop/a',
  });
  const missing = { options: { ingressClass: 'edge' } };
  expect(at(bare.withClass('edge'), missing)).toEqual({ own: 'shop/a', spec: '404 CLASS_NOT_FOUND' });
  expect(at(web(), missing).own).toBe('404 CLASS_OTHER_CONTROLLER');
  expect(at(bare.withClass('nowhere')).own).toBe('404 CLASS_NOT_FOUND');
});

test('[F5N-1] without the option a class of its controller may have another name', () => {
  const edge = anIngressClass('edge').withController('nginx.org/ingress-controller');
  const objects = [edge, rooted(anIngress('shop/web').withClass('edge'))];
  expect(both(objects, `http://${host}/`).own).toBe('shop/a (assumed)');
  const known = { options: { controllerClass: 'nginx.org/ingress-controller' } };
  expect(both(objects, `http://${host}/`, known).own).toBe('shop/a');
});

test('[F5N-2] a wildcard stands for several labels', () => {
  const ingress = web().withPath('*.example.com', '/', 'Prefix', 'a', 80);
  expect(both([ingress], 'http://a.b.example.com/')).toEqual({ own: 'shop/a', spec: '404 NO_HOST_MATCH' });
  const nearer = ingress.withPath('*.b.example.com', '/', 'Prefix', 'b', 80);
  expect(both([nearer], 'http://a.b.example.com/').own).toBe('shop/b');
  expect(both([nearer], 'http://example.com/').own).toBe('404 NO_HOST_MATCH');
});

test.each([
  ['Prefix', '/foobar'],
  ['ImplementationSpecific', '/foobar'],
  ['ImplementationSpecific', '/foo%62ar'],
  ['Prefix', '//foo'],
  ['Prefix', '/x/../foo'],
] as const)('[F5N-3] %s /foo has %s, the beginning of a decoded text', (pathType, path) => {
  const ingress = web().withPath(host, '/foo', pathType, 'a', 80);
  const { own, spec } = both([ingress], `http://${host}${path}`);
  expect(own).toBe('shop/a');
  expect(spec).toMatch(/^404/);
});

test('[F5N-3] Exact comes first, then the longest text', () => {
  const ingress = web()
    .withPath(host, '/foo', 'Prefix', 'a', 80)
    .withPath(host, '/foo', 'Exact', 'b', 80)
    .withPath(host, '/foob', 'Prefix', 'c', 80);
  const ends = ['/foo', '/foo/', '/foobar'].map((path) => both([ingress], `http://${host}${path}`).own);
  expect(ends).toEqual(['shop/b', 'shop/a', 'shop/c']);
});

test.each([
  ['no rules', web().withDefaultBackend('a', 80), 'spec.rules'],
  ['no host', web().withPath('', '/', 'Prefix', 'a', 80), 'spec.rules[0].host'],
  [
    'a host twice',
    rooted(web())
      .withPath('other.example.com', '/', 'Prefix', 'a', 80)
      .withPath(host, '/x', 'Prefix', 'a', 80),
    'spec.rules[2].host',
  ],
  [
    'a resource',
    rooted(web()).withPathTo(host, {
      path: '/r',
      pathType: 'Prefix',
      backend: { resource: { kind: 'Bucket', name: 'files' } },
    }),
    'spec.rules[0].http.paths[1].backend.resource',
  ],
])('[F5N-4] an Ingress with %s is refused as a whole', (_title, ingress, field) => {
  const { own, spec } = both([ingress], `http://${host}/`);
  expect({ own, spec }).toEqual({ own: '404 INVALID_INGRESS', spec: 'shop/a' });
  expect(trace([ingress], `http://${host}/`).field).toBe(field);
});

test('[F5N-5] the oldest Ingress owns the whole host', () => {
  const older = web('z').withPath(host, '/a', 'Prefix', 'a', 80).createdAt('2026-01-01T00:00:00Z');
  const younger = web('a').withPath(host, '/b', 'Prefix', 'b', 80).createdAt('2026-01-02T00:00:00Z');
  expect(both([older, younger], `http://${host}/b`)).toEqual({ own: '404 NO_PATH_MATCH', spec: 'shop/b' });
  expect(both([older, younger], `http://${host}/a`).own).toBe('shop/a');
  expect(trace([older, younger], `http://${host}/b`).warnings).toEqual(['SHADOWED']);
  const elsewhere = younger.withPath('b.example.com', '/', 'Prefix', 'c', 80);
  expect(both([older, elsewhere], 'http://b.example.com/').own).toBe('shop/c');
});

test('[F5N-5] of equally old Ingresses the greater uid owns the host', () => {
  const [first, second] = [web('a').withUid('1'), web('b').withUid('2')];
  const objects = [rooted(first), second.withPath(host, '/', 'Prefix', 'b', 80)];
  expect(both(objects, `http://${host}/`)).toEqual({ own: 'shop/b', spec: 'shop/a (assumed)' });
  const same = [rooted(web('a').withUid('')), web('b').withUid('').withPath(host, '/', 'Prefix', 'b', 80)];
  expect(both(same, `http://${host}/`).own).toBe('shop/a (assumed)');
});

const master = web('master', { 'mergeable-ingress-type': 'master' }).withRule({ host });
const minion = (name: string, path: string, service: string): IngressBuilder =>
  web(name, { 'mergeable-ingress-type': 'minion' }).withPath(host, path, 'Prefix', service, 80);

test('[F5N-6] minions share the host of a master', () => {
  const objects = [master, minion('one', '/a', 'a'), minion('two', '/b', 'b')];
  expect(both(objects, `http://${host}/b`).own).toBe('shop/b');
  expect(both([minion('one', '/a', 'a')], `http://${host}/a`)).toEqual({
    own: '404 NO_HOST_MATCH',
    spec: 'shop/a',
  });
  const older = rooted(web('old')).createdAt('2025-01-01T00:00:00Z');
  expect(both([...objects, older], `http://${host}/b`).own).toBe('shop/a');
});

test('[F5N-6] of the same path in two minions the oldest one is kept', () => {
  const [a, b] = [minion('a', '/x', 'a'), minion('b', '/x', 'b').createdAt('2025-01-01T00:00:00Z')];
  expect(both([master, a, b], `http://${host}/x`).own).toBe('shop/b');
});

test.each([
  [
    'a master with paths',
    rooted(web('m', { 'mergeable-ingress-type': 'master' })),
    'spec.rules[0].http.paths',
  ],
  ['a minion with TLS', minion('one', '/', 'a').withTls([host], 'tls'), 'spec.tls'],
  [
    'another type',
    rooted(web('m', { 'mergeable-ingress-type': 'both' })),
    'metadata.annotations[nginx.org/mergeable-ingress-type]',
  ],
])('[F5N-6] %s is refused', (_title, ingress, field) => {
  expect(trace([ingress], `http://${host}/`)).toMatchObject({ reason: 'INVALID_INGRESS', field });
  expect(both([ingress], `http://${host}/`).spec).toBe('shop/a');
});

test('[F5N-7] path-regex makes patterns, which come before any beginning of a text', () => {
  const regex = (kind: string, path: string) =>
    web('web', { 'path-regex': kind }).withPath(host, path, 'ImplementationSpecific', 'a', 80);
  expect(both([regex('case_sensitive', '/v[12]')], `http://${host}/v2/x`)).toEqual({
    own: 'shop/a',
    spec: '404 NO_PATH_MATCH',
  });
  expect(both([regex('case_sensitive', '/v[12]')], `http://${host}/V2`).own).toBe('404 NO_PATH_MATCH');
  expect(both([regex('case_insensitive', '/v[12]')], `http://${host}/V2`).own).toBe('shop/a');
  const twice = regex('case_sensitive', '/v').withPath(host, '/v[12]', 'ImplementationSpecific', 'b', 80);
  expect(both([twice], `http://${host}/v2`)).toEqual({ own: 'shop/a', spec: '404 NO_PATH_MATCH' });
  expect(both([regex('exact', '/v')], `http://${host}/v/x`).own).toBe('404 NO_PATH_MATCH');
  const minions = [
    master,
    minion('plain', '/longer/path', 'b'),
    minion('regex', '/l', 'a').annotated({ 'nginx.org/path-regex': 'case_sensitive' }),
  ];
  expect(both(minions, `http://${host}/longer/path`)).toEqual({ own: 'shop/a', spec: 'shop/b' });
});

test('[F5N-8] nginx adds the slash that a path ends with', () => {
  const ingress = web().withPath(host, '/foo/', 'Prefix', 'a', 80);
  expect(both([ingress], `http://${host}/foo?x=1`)).toEqual({
    own: `301 http://${host}/foo/?x=1 (assumed)`,
    spec: 'shop/a',
  });
  expect(both([ingress.withPath(host, '/foo', 'Exact', 'b', 80)], `http://${host}/foo`).own).toBe('shop/b');
});

test('[F5N-9] a default backend serves the hosts of its own Ingress and no others', () => {
  const ingress = web().withPath(host, '/x', 'Exact', 'a', 80).withDefaultBackend('b', 80);
  expect(both([ingress], `http://${host}/else`).own).toBe('shop/b');
  expect(both([ingress], 'http://other.example.com/')).toEqual({ own: '404 NO_HOST_MATCH', spec: 'shop/b' });
  const atRoot = rooted(web()).withDefaultBackend('b', 80);
  expect(both([atRoot], `http://${host}/else`).own).toBe('shop/a');
  expect(trace([atRoot], `http://${host}/else`).losers).toEqual([]);
  const ofMaster = [master.withDefaultBackend('b', 80), minion('one', '/a', 'a')];
  expect(both(ofMaster, `http://${host}/else`)).toEqual({ own: '404 NO_PATH_MATCH', spec: 'shop/b' });
});

test('[F5N-10] https needs an entry of the owner that lists the host, and its Secret', () => {
  const facts = { names: [host], isUsable: true };
  const at = (ingress: IngressBuilder, secrets: readonly string[] = []) =>
    both([rooted(ingress)], `https://${host}/`, {
      certificates: new Map(secrets.map((name) => [name, facts])),
    });
  expect(at(web())).toEqual({ own: 'closed TLS_HOST_NOT_COVERED', spec: 'shop/a' });
  expect(at(web().withTls([host], 'tls'))).toEqual({ own: 'closed TLS_SECRET_NOT_FOUND', spec: 'shop/a' });
  expect(at(web().withTls([host]), ['shop/tls']).own).toBe('closed TLS_HOST_NOT_COVERED');
  expect(at(web().withTls(['*.example.com'], 'tls'), ['shop/tls']).own).toBe('closed TLS_HOST_NOT_COVERED');
  expect(at(web().withTls([host], 'tls'), ['shop/tls']).own).toBe('shop/a');
  expect(both([], `https://${host}/`).own).toBe('closed NO_HOST_MATCH');
});

test('[F5N-11] a host with an entry of spec.tls is sent to https, Secret or not', () => {
  const secured = rooted(web()).withTls([host], 'nowhere');
  expect(both([secured], `http://${host}:8080/x?y=1`)).toEqual({
    own: `301 https://${host}:443/x?y=1`,
    spec: 'shop/a',
  });
  const off = secured.annotated({ 'nginx.org/ssl-redirect': 'false' });
  expect(both([off], `http://${host}/`).own).toBe('shop/a');
  const offToo = secured.annotated({ 'ingress.kubernetes.io/ssl-redirect': 'False' });
  expect(both([offToo], `http://${host}/`).own).toBe('shop/a');
  const proxied = rooted(web('web', { 'redirect-to-https': 'true' }));
  const request = { headers: { 'X-Forwarded-Proto': 'http' } };
  expect(both([proxied], `http://${host}/x`, { request }).own).toBe(`301 https://${host}/x`);
  expect(both([proxied], `http://${host}/x`).own).toBe('shop/a');
});

test('[F5N-11] the redirect comes before a missing path', () => {
  const secured = web().withPath(host, '/x', 'Exact', 'a', 80).withTls([host], 'tls');
  expect(both([secured], `http://${host}/y`)).toEqual({
    own: `301 https://${host}:443/y`,
    spec: '404 NO_PATH_MATCH',
  });
});

test('[F5N-12] app-root sends the root of the host there', () => {
  const ingress = rooted(web('web', { 'app-root': '/start' }));
  expect(both([ingress], `http://${host}:81/`)).toEqual({
    own: `302 http://${host}:81/start`,
    spec: 'shop/a',
  });
  expect(both([ingress], `http://${host}/x`).own).toBe('shop/a');
});

test('[F5N-13] rewrites replaces the text of the path, rewrite-target the whole path', () => {
  const tea = (annotations: Readonly<Record<string, string>>, path = '/tea/') =>
    web('web', annotations).withPath(host, path, 'Prefix', 'a', 80);
  const rewrites = { rewrites: 'serviceName=a rewrite=/leaf/;serviceName=b rewrite=/' };
  expect(both([tea(rewrites)], `http://${host}/tea/green`)).toEqual({
    own: 'shop/a as /leaf/green',
    spec: 'shop/a',
  });
  expect(both([tea({ rewrites: 'serviceName=b rewrite=/' })], `http://${host}/tea/green`).own).toBe('shop/a');
  const target = { 'rewrite-target': '/$1', 'path-regex': 'case_sensitive' };
  expect(both([tea(target, '/tea/(.*)')], `http://${host}/tea/green`).own).toBe('shop/a as /green');
});

test('[F5N-14] without endpoints 502, whatever the cause', () => {
  const ingress = web()
    .withPath(host, '/none', 'Prefix', 'nowhere', 80)
    .withPath(host, '/port', 'Prefix', 'a', 81)
    .withPath(host, '/empty', 'Prefix', 'd', 80);
  const ends = ['/none', '/port', '/empty'].map((path) =>
    both([ingress, aService('shop/d').withPort(80)], `http://${host}${path}`),
  );
  expect(ends).toEqual([
    { own: '502 SERVICE_NOT_FOUND', spec: '503 SERVICE_NOT_FOUND' },
    { own: '502 SERVICE_PORT_NOT_FOUND', spec: '503 SERVICE_PORT_NOT_FOUND' },
    { own: '502 NO_ENDPOINTSLICES', spec: '503 NO_ENDPOINTSLICES' },
  ]);
  const outside = [web().withPath(host, '/', 'Prefix', 'x', 80), aService('shop/x').external('example.org')];
  expect(both(outside, `http://${host}/`)).toEqual({
    own: 'outside example.org (assumed)',
    spec: 'outside example.org',
  });
});

test('[F5N-15] an endpoint must say that it is ready', () => {
  const objects = [
    web().withPath(host, '/', 'Prefix', 'd', 80),
    aService('shop/d').withPort(80),
    aSlice('shop/d-1').of('d').withPort(8080).withEndpoint('10.0.0.1'),
  ];
  expect(both(objects, `http://${host}/`)).toEqual({ own: '502 NO_READY_ENDPOINTS', spec: 'shop/d' });
});
