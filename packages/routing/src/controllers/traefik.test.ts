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
import { listTlsSecrets } from '../engine/find-tls.ts';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { traceRequest } from '../engine/trace-request.ts';
import type { Trace } from '../trace.ts';
import type { ControllerOptions } from './options.ts';
import { traceBy } from '../testing/trace-by.ts';
import type { CertificateFacts } from './routing-profile.ts';
import { traefikProfile } from './traefik.ts';

const host = 'shop.example.com';
const backends = ['a', 'b', 'c'].flatMap((name) => [
  aService(`shop/${name}`).withPort(80),
  aSlice(`shop/${name}-1`).of(name).withPort(8080).withEndpoint('10.0.0.7'),
]);
const web = (name = 'web', annotations: Readonly<Record<string, string>> = {}): IngressBuilder =>
  anIngress(`shop/${name}`)
    .withClass('traefik')
    .annotated(
      Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [`traefik.ingress.kubernetes.io/${key}`, value]),
      ),
    );

function trace(objects: readonly Buildable[], url: string, options: ControllerOptions = {}): Trace {
  const [, scheme = '', authority = '', path = ''] = /^(https?):\/\/([^/]*)(.*)$/.exec(url) ?? [];
  const reader = aCluster()
    .with(anIngressClass('traefik').withController('traefik.io/ingress-controller'), ...backends, ...objects)
    .build();
  return traceRequest(buildRoutingIndex({ reader }, traefikProfile, options), {
    method: 'GET',
    scheme: scheme === 'https' ? 'https' : 'http',
    host: authority,
    path,
  });
}

const serviceOf = (ingress: Buildable, path: string, options?: ControllerOptions): string | null =>
  trace([ingress], `http://${host}${path}`, options).service;

test('[TRK-1] field, annotation, neither', () => {
  const reason = (ingress: IngressBuilder, options?: ControllerOptions) =>
    trace([ingress.withPath(host, '/', 'Prefix', 'a', 80)], `http://${host}/`, options).reason;
  const bare = anIngress('shop/web');
  expect(reason(web())).toBe(null);
  expect(reason(web(), { ingressClass: 'other' })).toBe('CLASS_OTHER_CONTROLLER');
  expect(reason(bare.withClass('nowhere'))).toBe('CLASS_NOT_FOUND');
  expect(reason(bare.withClassAnnotation('traefik'))).toBe(null);
  expect(reason(bare.withClassAnnotation('other'))).toBe('CLASS_OTHER_CONTROLLER');
  expect(reason(bare.withClassAnnotation(''))).toBe(null);
  expect(reason(bare, { ingressClass: 'traefik' })).toBe('NO_CLASS');
});

test('[TRK-2] the longest rule text is asked first, whatever the host', () => {
  const ingress = web()
    .withPath('a.example.com', '/', 'Prefix', 'a', 80)
    .withPath('*.example.com', '/', 'Prefix', 'b', 80)
    .withPath('', '/a/very/long/path/without/any/host', 'Prefix', 'c', 80);
  expect(trace([ingress], 'http://a.example.com/').service).toBe('shop/a');
  const wider = ingress.withPath('*.example.com', '/abc', 'Prefix', 'b', 80);
  expect(trace([wider], 'http://a.example.com/abc').service).toBe('shop/b');
  expect(trace([wider], 'http://a.example.com/a/very/long/path/without/any/host').service).toBe('shop/c');
  const first = web('first', { 'router.priority': '1000' }).withPath('', '/', 'Prefix', 'c', 80);
  expect(trace([wider, first], 'http://a.example.com/abc').service).toBe('shop/c');
});

test('[TRK-3] a Prefix is the beginning of a text and comes before Exact', () => {
  const ingress = web().withPath(host, '/foo', 'Prefix', 'a', 80).withPath(host, '/foo', 'Exact', 'b', 80);
  expect(serviceOf(ingress, '/foobar')).toBe('shop/a');
  expect(serviceOf(ingress, '/foo')).toBe('shop/a');
  expect(serviceOf(web().withPath(host, '/foo', 'Exact', 'b', 80), '/foo/')).toBe(null);
});

test('[TRK-4] a path is cleaned, and the Service receives the clean one', () => {
  const ingress = web().withPath(host, '/foo', 'Exact', 'a', 80);
  for (const path of ['//foo', '/%66oo', '/x/../foo', '/../foo', '/foo/.'])
    expect(trace([ingress], `http://${host}${path}`)).toMatchObject({
      service: 'shop/a',
      rewrittenPath: '/foo',
    });
  expect(serviceOf(ingress, '/fo%2Fo')).toBe(null);
});

test.each<[string, string, boolean]>([
  ['/a%20b', '/a%20b', false],
  ['/a b', '/a%20b', true],
  ['/caf%C3%A9', '/caf%C3%A9', false],
  ['/café', '/caf%C3%A9', true],
  ['/café', '/caf%c3%a9', true],
  ['/a+b', '/a%2Bb', false],
  ['/a%2Bb', '/a%2bb', true],
  ['/a%25b', '/a%25b', true],
  ['/a"b', '/a%22b', true],
  ['/a(b)', '/a(b)', true],
  ['/a(b|c)', '/a(b|c)', false],
  ['/a%28b|c%29', '/a(b|c)', true],
  ['/a|b', '/a|b', true],
])('[TRK-4] a rule for %s asked for %s: %s', (rule, asked, isTaken) => {
  const ingress = web().withPath(host, rule, 'Exact', 'a', 80);
  expect(serviceOf(ingress, asked)).toBe(isTaken ? 'shop/a' : null);
});

test('[TRK-4] a Service receives what is decoded for rules alone as it came', () => {
  const ingress = web().withPath(host, '/app', 'Prefix', 'a', 80);
  const { service, rewrittenPath } = trace([ingress], `http://${host}/app%20`);
  expect({ service, rewrittenPath }).toEqual({ service: 'shop/a', rewrittenPath: undefined });
});

test('[TRK-5] strict prefixes, other matchers, paths left out', () => {
  const prefix = web().withPath(host, '/foo/', 'Prefix', 'a', 80);
  expect(serviceOf(prefix, '/foobar', { strictPrefixMatching: true })).toBe(null);
  expect(serviceOf(prefix, '/foo', { strictPrefixMatching: true })).toBe('shop/a');
  const own = (matcher: string, path: string) =>
    web('web', { 'router.pathmatcher': matcher }).withPath(host, path, 'ImplementationSpecific', 'a', 80);
  expect(serviceOf(own('Path', '/foo'), '/foo/x')).toBe(null);
  expect(serviceOf(own('PathRegexp', '/v[12]'), '/v2')).toBe('shop/a');
  const backend = { service: { name: 'a', port: { number: 80 } } };
  const open = (of: string) => web().withPathTo(of, { pathType: 'ImplementationSpecific', backend });
  expect(serviceOf(open(host), '/x')).toBe('shop/a');
  expect(serviceOf(open(''), '/x')).toBe(null);
});

test('[TRK-6] https needs TLS of the entry point or of the router', () => {
  const both = (ingress: IngressBuilder, options?: ControllerOptions) =>
    ['http', 'https'].map(
      (scheme) =>
        trace([ingress.withPath(host, '/', 'Prefix', 'a', 80)], `${scheme}://${host}/`, options).result,
    );
  expect(both(web().withTls([host], 'tls'))).toEqual(['ok', 'fail']);
  expect(both(web(), { entryPointTls: true })).toEqual(['ok', 'ok']);
  expect(both(web('web', { 'router.tls': 'true' }))).toEqual(['fail', 'ok']);
  expect(both(web('web', { 'router.entrypoints': 'websecure' }), { entryPointTls: true })).toEqual([
    'fail',
    'ok',
  ]);
});

test('[TRK-7] a router without endpoints is not there, unless empty Services are allowed', () => {
  const empty = aService('shop/d').withPort(80);
  const ingress = web().withPath(host, '/x', 'Prefix', 'd', 80).withPath(host, '/', 'Prefix', 'a', 80);
  const at = (objects: readonly Buildable[], options?: ControllerOptions) =>
    trace([ingress, ...objects], `http://${host}/x`, options);
  expect(at([empty]).service).toBe('shop/a');
  expect(at([empty], { allowEmptyServices: true })).toMatchObject({ service: 'shop/d', httpStatus: 503 });
  expect(at([], { allowEmptyServices: true }).service).toBe('shop/a');
  const slice = aSlice('shop/d-1').of('d').withPort(8080);
  const leaving = slice.withEndpoint('10.0.0.1', { ready: false, serving: true, terminating: true });
  expect(at([empty, leaving])).toMatchObject({ service: 'shop/d', httpStatus: 503 });
  expect(at([aService('shop/d').external('example.org')]).service).toBe('shop/a');
});

test('[TRK-8] a default backend counts without rules only', () => {
  const withRules = web('a').withPath(host, '/x', 'Exact', 'a', 80).withDefaultBackend('b', 80);
  expect(trace([withRules], `http://${host}/`).httpStatus).toBe(404);
  const alone = web('b').withDefaultBackend('c', 80);
  expect(trace([withRules, alone], `http://${host}/`)).toMatchObject({
    service: 'shop/c',
    viaDefaultBackend: true,
  });
});

test('[TRK-9] the same rule: the last of an Ingress, and nobody knows which of two Ingresses', () => {
  const twice = web().withPath(host, '/', 'Prefix', 'a', 80).withPath(host, '/', 'Prefix', 'b', 80);
  expect(trace([twice], `http://${host}/`)).toMatchObject({ service: 'shop/b', assumed: false });
  const other = web('other').withPath(host, '/', 'Prefix', 'c', 80);
  expect(trace([twice, other], `http://${host}/`).assumed).toBe(true);
});

const taken = (name: string): IngressBuilder =>
  web(name).withPath('other.example.org', `/${name}`, 'Prefix', 'a', 80);

test('[TRK-10] every Secret that is named is loaded, and the certificate for the name is shown whoever named it', () => {
  const certificates = new Map<string, CertificateFacts>([
    ['shop/broken', { names: [host], isUsable: false }],
    ['shop/late', { names: [host], commonName: 'z', isUsable: true }],
    ['shop/own', { names: [host], commonName: 'a', isUsable: true }],
    ['shop/wild', { names: ['*.example.com'], isUsable: true }],
    ['shop/plain', { names: [], commonName: 'WWW.example.org', isUsable: true }],
  ]);
  const tlsOf = (asked: string, ...objects: readonly Buildable[]) =>
    traceBy(
      traefikProfile,
      {
        objects: [anIngressClass('traefik').withController('traefik.io/ingress-controller'), ...objects],
        certificates,
      },
      `https://${asked}/`,
    ).tls;
  const own = taken('own').withTls([host], 'own');
  expect(tlsOf(host, own)).toEqual({ secret: 'shop/own', covered: true });
  expect(tlsOf(host, taken('other').withTls(['elsewhere.example.net'], 'wild'))).toEqual({
    secret: 'shop/wild',
    covered: true,
  });
  expect(tlsOf(host, own, taken('late').withTls([], 'late'))).toMatchObject({ secret: 'shop/late' });
  expect(tlsOf(host, own, taken('wild').withTls([host], 'wild'))).toMatchObject({ secret: 'shop/own' });
  expect(tlsOf(host, taken('broken').withTls([host], 'broken'))).toEqual({
    secret: null,
    covered: false,
    reason: 'TLS_SECRET_NOT_FOUND',
  });
  expect(tlsOf(host, taken('broken').withTls([host], 'broken').withTls([], 'wild'))).toMatchObject({
    secret: 'shop/wild',
  });
  expect(tlsOf(host, taken('gone').withTls([host], 'gone').withTls([], 'wild'))).toMatchObject({
    secret: null,
    reason: 'TLS_SECRET_NOT_FOUND',
  });
  expect(tlsOf(host, taken('wild').withTls([], 'wild').withTls([host], 'gone'))).toMatchObject({
    secret: 'shop/wild',
  });
  expect(tlsOf('www.example.org', taken('plain').withTls([], 'plain'))).toEqual({
    secret: 'shop/plain',
    covered: false,
    reason: 'TLS_HOST_NOT_COVERED',
  });
  expect(tlsOf('example.org', own)).toMatchObject({ secret: null, reason: 'TLS_HOST_NOT_COVERED' });
});

test('[TRK-10] of many Secrets those of Ingresses that ask for TLS on the host are worth reading', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    taken(`i${index}`).withTls([`h${index}.example.com`], `s${index}`),
  );
  const reader = aCluster()
    .with(anIngressClass('traefik').withController('traefik.io/ingress-controller'), ...many)
    .build();
  const request = { method: 'GET', scheme: 'https', host: 'h7.example.com', path: '/' } as const;
  expect(listTlsSecrets(buildRoutingIndex({ reader }, traefikProfile, {}), request)).toEqual(['shop/s7']);
});
