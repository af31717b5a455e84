import {
  anIngress,
  anIngressClass,
  aService,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { contrast, traceBy, type TracedWorld } from '../testing/trace-by.ts';
import { istioProfile } from './istio.ts';

const host = 'shop.example.com';
const ours = anIngressClass('mesh').withController('istio.io/ingress-controller');
const web = (name = 'web'): IngressBuilder => anIngress(`shop/${name}`).withClass('mesh');
const worldOf = (objects: readonly Buildable[], rest: Omit<TracedWorld, 'objects'> = {}): TracedWorld => ({
  objects: [ours, ...objects],
  ...rest,
});
const both = (objects: readonly Buildable[], url: string, rest?: Omit<TracedWorld, 'objects'>) =>
  contrast(istioProfile, worldOf(objects, rest), url);
const rooted = (ingress: IngressBuilder) => ingress.withPath(host, '/', 'Prefix', 'a', 80);
const bare = rooted(anIngress('shop/web'));

test('[IST-1] the annotation, though empty, before the class', () => {
  const at = (ingress: IngressBuilder, rest?: Omit<TracedWorld, 'objects'>) =>
    both([ingress], `http://${host}/`, rest);
  expect(at(rooted(web())).own).toBe('shop/a');
  expect(at(rooted(web()).withClassAnnotation('other'))).toEqual({
    own: '404 CLASS_OTHER_CONTROLLER',
    spec: 'shop/a',
  });
  expect(at(rooted(web()).withClassAnnotation('')).own).toBe('404 NO_CLASS');
  expect(at(bare.withClassAnnotation('istio')).own).toBe('shop/a');
  expect(at(bare.withClassAnnotation('istio'), { options: { ingressClass: 'edge' } }).own).toBe(
    '404 CLASS_OTHER_CONTROLLER',
  );
  const theirs = anIngressClass('theirs').withController('example.com/other');
  expect(both([theirs, bare.withClass('theirs')], `http://${host}/`).own).toBe('404 CLASS_OTHER_CONTROLLER');
});

test.each([
  [undefined, '404 NO_CLASS', '404 CLASS_NOT_FOUND', 'shop/a'],
  ['STRICT', '404 NO_CLASS', '404 CLASS_NOT_FOUND', 'shop/a'],
  ['DEFAULT', 'shop/a', 'shop/a', 'shop/a'],
  ['OFF', '404 NO_CLASS', '404 CLASS_NOT_FOUND', '404 CLASS_OTHER_CONTROLLER'],
] as const)('[IST-2] mode %s', (mode, without, missing, named) => {
  const rest = mode === undefined ? {} : { options: { ingressControllerMode: mode } };
  const at = (ingress: IngressBuilder) => both([ingress], `http://${host}/`, rest);
  expect([at(bare), at(bare.withClass('nowhere')), at(rooted(web()))].map(({ own }) => own)).toEqual([
    without,
    missing,
    named,
  ]);
  expect(at(bare).spec).toBe('404 NO_CLASS');
});

test('[IST-3] a wildcard stands for several labels, and a final dot makes another host', () => {
  const ingress = web().withPath('*.example.com', '/', 'Prefix', 'a', 80);
  expect(both([ingress], 'http://a.b.example.com/')).toEqual({ own: 'shop/a', spec: '404 NO_HOST_MATCH' });
  expect(both([ingress], `http://${host}./`)).toEqual({ own: '404 NO_HOST_MATCH', spec: 'shop/a' });
  const both3 = ingress.withPath(host, '/x', 'Exact', 'b', 80).withPath('', '/y', 'Prefix', 'c', 80);
  expect(both([both3], `http://${host}/y`).own).toBe('404 NO_PATH_MATCH');
  expect(both([both3], 'http://other.org/y').own).toBe('shop/c');
});

test.each([
  ['Prefix', '/foo', '/foobar', '404 NO_PATH_MATCH'],
  ['Prefix', '/foo', '/foo/', 'shop/a'],
  ['Prefix', '/foo/', '/foo', 'shop/a'],
  ['Exact', '/foo', '/foo/', '404 NO_PATH_MATCH'],
] as const)('[IST-4] %s %s, asked for %s', (pathType, path, asked, end) => {
  const { own, spec } = both([web().withPath(host, path, pathType, 'a', 80)], `http://${host}${asked}`);
  expect({ own, spec }).toEqual({ own: end, spec: end });
});

test.each([
  ['/foo', '/foo', 'shop/a'],
  ['/foo', '/foo/x', '404 NO_PATH_MATCH'],
  ['/', '/x', '404 NO_PATH_MATCH'],
  ['/foo/*', '/foo/x', 'shop/a'],
  ['/foo/*', '/foo', 'shop/a'],
  ['/foo.*', '/foo/x', 'shop/a'],
  ['/foo.*', '/foobar', '404 NO_PATH_MATCH'],
  ['/*', '/x', 'shop/a'],
])('[IST-5] ImplementationSpecific %s, asked for %s', (path, asked, end) => {
  const ingress = web().withPath(host, path, 'ImplementationSpecific', 'a', 80);
  const { own, spec } = both([ingress], `http://${host}${asked}`);
  expect(own).toBe(end);
  if (asked !== '/foobar') expect(spec).not.toBe(own);
});

test('[IST-5] a path that is left out is everything', () => {
  const backend = { service: { name: 'a', port: { number: 80 } } };
  const open = web().withPathTo(host, { pathType: 'ImplementationSpecific', backend });
  expect(both([open], `http://${host}/x`).own).toBe('shop/a');
});

test('[IST-6] the longest path first, whatever its type, Exact before others of its length', () => {
  const ingress = web()
    .withPath(host, '/foo', 'Prefix', 'a', 80)
    .withPath(host, '/foo', 'ImplementationSpecific', 'b', 80)
    .withPath(host, '/foo/*', 'ImplementationSpecific', 'c', 80);
  const ends = ['/foo', '/foo/x'].map((path) => both([ingress], `http://${host}${path}`));
  expect(ends).toEqual([
    { own: 'shop/b', spec: 'shop/a' },
    { own: 'shop/a', spec: 'shop/a' },
  ]);
});

test('[IST-7] the same path belongs to the oldest Ingress, then to the first by name', () => {
  const to = (place: string, service: string, time: string) =>
    anIngress(place).withClass('mesh').withPath(host, '/', 'Prefix', service, 80).createdAt(time);
  const objects = [to('shop/a', 'a', '2026-01-02T00:00:00Z'), to('shop/z', 'b', '2026-01-01T00:00:00Z')];
  expect(both(objects, `http://${host}/`)).toEqual({ own: 'shop/b', spec: 'shop/b (assumed)' });
  const trace = traceBy(istioProfile, worldOf(objects), `http://${host}/`);
  expect(trace.losers).toMatchObject([{ ingress: 'shop/a', reason: 'SHADOWED' }]);
  const time = '2026-01-01T00:00:00Z';
  const young = [to('zoo/a', 'a', time), to('shop/b', 'b', time)];
  const services = [aService('zoo/a').withPort(80)];
  expect(both([...young, ...services], `http://${host}/`)).toEqual({
    own: '503 NO_ENDPOINTSLICES',
    spec: 'shop/b (assumed)',
  });
});

test('[IST-8] a default backend is ignored', () => {
  const ingress = web().withPath(host, '/x', 'Exact', 'a', 80).withDefaultBackend('b', 80);
  expect(both([ingress], `http://${host}/y`)).toEqual({ own: '404 NO_PATH_MATCH', spec: 'shop/b' });
  const alone = web().withDefaultBackend('b', 80);
  expect(both([alone], `http://${host}/y`)).toEqual({ own: '404 NO_HOST_MATCH', spec: 'shop/b' });
});

test('[IST-9] a path to a resource or to a port name that is not there is left out', () => {
  const named = rooted(web()).withPath(host, '/x', 'Prefix', 'b', 'http');
  expect(both([named], `http://${host}/x`)).toEqual({
    own: 'shop/a',
    spec: '503 SERVICE_PORT_NOT_FOUND',
  });
  const backend = { resource: { kind: 'Bucket', name: 'files' } };
  const resource = rooted(web()).withPathTo(host, { path: '/x', pathType: 'Prefix', backend });
  expect(both([resource], `http://${host}/x`)).toEqual({
    own: 'shop/a',
    spec: '503 RESOURCE_BACKEND_UNSUPPORTED',
  });
  const numbered = rooted(web()).withPath(host, '/x', 'Prefix', 'nowhere', 80);
  expect(both([numbered], `http://${host}/x`).own).toBe('503 SERVICE_NOT_FOUND');
});

test('[IST-9] a rule without paths does not make its host known', () => {
  const ingress = web().withRule({ host }).withPath('*.example.com', '/', 'Prefix', 'a', 80);
  expect(both([ingress], `http://${host}/`)).toEqual({ own: 'shop/a', spec: '404 NO_PATH_MATCH' });
});

const facts = { names: [host], isUsable: true };
const certificates = new Map([
  ['istio-system/tls', facts],
  ['gateways/tls', facts],
]);

test.each([
  ['no entry', web(), 'closed TLS_HOST_NOT_COVERED'],
  ['its host', web().withTls([host], 'tls'), 'shop/a'],
  ['a wildcard', web().withTls(['*.com'], 'tls'), 'shop/a'],
  ['any host', web().withTls([], 'tls'), 'shop/a'],
  ['another host', web().withTls(['other.example.com'], 'tls'), 'closed TLS_HOST_NOT_COVERED'],
  ['no Secret', web().withTls([host]), 'closed TLS_HOST_NOT_COVERED'],
  ['no Secret, then one', web().withTls([host]).withTls([host], 'tls'), 'shop/a'],
  ['a Secret elsewhere', web().withTls([host], 'mine'), 'closed TLS_SECRET_NOT_FOUND'],
])('[IST-10] https with an entry for %s', (_title, ingress, end) => {
  const world = { certificates: new Map([...certificates, ['shop/mine', facts]]) };
  const { own, spec } = both([rooted(ingress)], `https://${host}/`, world);
  expect({ own, spec }).toEqual({ own: end, spec: 'shop/a' });
});

test('[IST-3] a final dot makes another host, though not in the handshake', () => {
  const objects = [rooted(web()).withTls([host], 'tls'), web('any').withPath('', '/', 'Prefix', 'b', 80)];
  expect(both(objects, `https://${host}./`, { certificates }).own).toBe('shop/b');
  expect(both(objects, `https://other.example.com./`, { certificates }).own).toBe(
    'closed TLS_HOST_NOT_COVERED',
  );
});

test('[IST-10] the Secret is looked for where the gateway is', () => {
  const gateway = aService('gateways/entry').withPort(443).labelled({ istio: 'ingressgateway' });
  const objects = [gateway, rooted(web()).withTls([host], 'tls')];
  const trace = traceBy(istioProfile, worldOf(objects, { certificates }), `https://${host}/`);
  expect(trace.tls).toEqual({ secret: 'gateways/tls', covered: true });
});

test('[IST-11] dot segments are resolved and letters decoded, slashes stay, and the Service receives it like that', () => {
  const ingress = web().withPath(host, '/foo', 'Prefix', 'a', 80);
  expect(both([ingress], `http://${host}/x/../%66oo`)).toEqual({
    own: 'shop/a as /foo',
    spec: '404 NO_PATH_MATCH',
  });
  expect(both([ingress], `http://${host}//foo`).own).toBe('404 NO_PATH_MATCH');
});

test('[IST-12] http is answered as it is, with TLS too', () => {
  expect(both([rooted(web()).withTls([host], 'tls')], `http://${host}/`).own).toBe('shop/a');
});
