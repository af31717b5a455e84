import {
  aCluster,
  anIngress,
  anIngressClass,
  aPod,
  aService,
  aSlice,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import type { ControllerOptions } from '../controllers/options.ts';
import type { CertificateFacts, RoutingProfile } from '../controllers/routing-profile.ts';
import { specProfile } from '../controllers/spec.ts';
import type { Trace } from '../trace.ts';
import { findVerdict } from './find-verdict.ts';
import { buildRoutingIndex } from './routing-index.ts';
import { traceRequest } from './trace-request.ts';

const nginxClass = anIngressClass('web').withController('example.com/controller');
const serving = (name: string): readonly Buildable[] => [
  aService(`shop/${name}`).withPort(80, { name: 'http', targetPort: 8080 }),
  aSlice(`shop/${name}-1`).of(name).withPort(8080, { name: 'http' }).withEndpoint('10.0.0.7'),
];
const backends = ['a', 'b', 'c'].flatMap(serving);
const web = (name = 'web'): IngressBuilder => anIngress(`shop/${name}`).withClass('web');

interface Given {
  readonly objects: readonly Buildable[];
  readonly options?: ControllerOptions;
  readonly certificates?: ReadonlyMap<string, CertificateFacts>;
  readonly profile?: RoutingProfile;
}

function trace({ objects, options = {}, certificates, profile = specProfile }: Given, url: string): Trace {
  const [, scheme = '', host = '', path = ''] = /^(https?):\/\/([^/]*)(.*)$/.exec(url) ?? [];
  const reader = aCluster()
    .with(nginxClass, ...backends, ...objects)
    .build();
  const index = buildRoutingIndex(
    { reader, ...(certificates === undefined ? {} : { certificates }) },
    profile,
    options,
  );
  const request = { method: 'GET', scheme: scheme === 'https' ? 'https' : 'http', host, path } as const;
  const found = traceRequest(index, request);
  const { result, reason, httpStatus, service } = findVerdict(index, request);
  expect({ result, reason, httpStatus, service }).toEqual({
    result: found.result,
    reason: found.reason,
    httpStatus: found.httpStatus,
    service: found.service,
  });
  return found;
}

/** Where `url` goes, among paths of one host given as `type path service`. */
function serviceAmong(paths: readonly string[], url: string): string | null {
  const ingress = paths.reduce((built, text) => {
    const [pathType = '', path = '', service = ''] = text.split(' ');
    return built.withPathTo('shop.example.com', {
      path,
      pathType,
      backend: { service: { name: service, port: { number: 80 } } },
    });
  }, web());
  return trace({ objects: [ingress] }, url).service;
}

test('[TRC-1] a host is compared without case, port and final dot, a path without query and fragment', () => {
  const objects = [web().withPath('shop.example.com', '/cart', 'Exact', 'a', 80)];
  for (const url of [
    'http://shop.example.com/cart',
    'http://SHOP.Example.com:8080/cart?x=/y',
    'http://shop.example.com./cart#top',
  ])
    expect(trace({ objects }, url)).toMatchObject({
      result: 'ok',
      stage: 'endpoints',
      reason: null,
      httpStatus: null,
      ingress: 'shop/web',
      hostRule: 'shop.example.com',
      path: '/cart',
      pathType: 'Exact',
      service: 'shop/a',
      servicePort: 80,
      endpoints: ['10.0.0.7:8080'],
      assumed: false,
    });
  expect(trace({ objects }, 'http://shop.example.com/%63art').reason).toBe('NO_PATH_MATCH');
});

test('[TRC-2] an Ingress that the API server would refuse routes nothing, and the field is named', () => {
  const objects = [web().withPath('Shop.example.com', '/', 'Prefix', 'a', 80)];
  expect(trace({ objects }, 'http://shop.example.com/')).toMatchObject({
    result: 'fail',
    stage: 'admission',
    reason: 'INVALID_INGRESS',
    ingress: 'shop/web',
    field: 'spec.rules[0].host',
  });
});

test('[TRC-3] the class must be one of the traced controller, or the Ingress routes nothing', () => {
  const rule = (ingress: IngressBuilder) => ingress.withPath('', '/', 'Prefix', 'a', 80);
  const reason = (ingress: IngressBuilder, options: ControllerOptions = {}) =>
    trace({ objects: [rule(ingress)], options }, 'http://x.example.com/').reason;
  expect(reason(web())).toBe(null);
  expect(reason(anIngress('shop/web').withClass('nowhere'))).toBe('CLASS_NOT_FOUND');
  expect(reason(web(), { tracedController: 'example.com/other' })).toBe('CLASS_OTHER_CONTROLLER');
  expect(reason(anIngress('shop/web'))).toBe('NO_CLASS');
  expect(reason(anIngress('shop/web'), { watchIngressWithoutClass: true })).toBe(null);
  const byAnnotation = rule(anIngress('shop/web').withClassAnnotation('old'));
  expect(trace({ objects: [byAnnotation] }, 'http://x.example.com/')).toMatchObject({
    result: 'ok',
    assumed: true,
  });
});

test('[TRC-4] the exact host alone is asked, then a wildcard of one label, then any host', () => {
  const objects = [
    web()
      .withPath('shop.example.com', '/only', 'Prefix', 'a', 80)
      .withPath('*.example.com', '/', 'Prefix', 'b', 80)
      .withPath('', '/any', 'Prefix', 'c', 80),
  ];
  const serviceOf = (url: string) => trace({ objects }, url).service;
  expect(serviceOf('http://shop.example.com/only')).toBe('shop/a');
  expect(serviceOf('http://shop.example.com/else')).toBe(null);
  expect(serviceOf('http://x.example.com/any')).toBe('shop/b');
  expect(serviceOf('http://x.y.example.com/any')).toBe('shop/c');
  expect(serviceOf('http://example.com/any')).toBe('shop/c');
});

test.each([
  ['Prefix /', '/anything', true],
  ['Exact /', '/', true],
  ['Exact /', '/x', false],
  ['Exact /foo', '/foo', true],
  ['Exact /foo', '/foo/', false],
  ['Exact /foo', '/FOO', false],
  ['Exact /foo', '/foo%2F', false],
  ['Exact /foo/', '/foo', false],
  ['Prefix /foo', '/foo/bar', true],
  ['Prefix /foo', '/foobar', false],
  ['Prefix /foo/', '/foo', true],
  ['Prefix /foo/', '/foo/bar', true],
  ['Prefix /aaa/bb', '/aaa/bbb', false],
  ['Prefix /foo', '/foo//bar', true],
  ['Prefix /foo', '//foo', false],
  ['Prefix /foo', '/foo%2Fbar', false],
])('[TRC-5] %s and the request %s: %s', (rule, path, isMatch) => {
  expect(serviceAmong([`${rule} a`], `http://shop.example.com${path}`)).toBe(isMatch ? 'shop/a' : null);
});

test('[TRC-6] an ImplementationSpecific path is taken for a Prefix, without a path for everything', () => {
  const own = {
    pathType: 'ImplementationSpecific',
    backend: { service: { name: 'a', port: { number: 80 } } },
  };
  const objects = [web().withPathTo('shop.example.com', { ...own, path: '/foo' })];
  expect(trace({ objects }, 'http://shop.example.com/foo/x')).toMatchObject({ result: 'ok', assumed: true });
  expect(
    trace({ objects: [web().withPathTo('shop.example.com', own)] }, 'http://shop.example.com/x'),
  ).toMatchObject({ result: 'ok', path: null, assumed: false });
});

test.each([
  ['/aaa/ccc', 'shop/b'],
  ['/aaa/bbb', 'shop/c'],
  ['/ccc', 'shop/a'],
])('[TRC-7] of /, /aaa and /aaa/bbb the request %s goes to %s', (path, service) => {
  const rules = ['Prefix / a', 'Prefix /aaa b', 'Prefix /aaa/bbb c'];
  expect(serviceAmong(rules, `http://shop.example.com${path}`)).toBe(service);
  expect(serviceAmong(rules.toReversed(), `http://shop.example.com${path}`)).toBe(service);
});

test.each<[string, 'Exact' | 'Prefix' | 'ImplementationSpecific', string, boolean]>([
  ['/a b', 'Prefix', '/a%20b', true],
  ['/a b', 'Exact', '/a b', true],
  ['/föö', 'Prefix', '/f%C3%B6%c3%b6/x', true],
  ['/f%c3%b6', 'Exact', '/fö', true],
  ['/a%20b', 'Exact', '/a%20b', false],
  ['/a%2Fb', 'ImplementationSpecific', '/a%2Fb', true],
])('[TRC-22] %s, %s, is %s', (path, pathType, asked, assumed) => {
  const objects = [web().withPath('shop.example.com', path, pathType, 'a', 80)];
  expect(trace({ objects }, `http://shop.example.com${asked}`)).toMatchObject({
    result: 'ok',
    path,
    assumed,
  });
});

test('[TRC-22] an escaped slash is none, and ASCII that is escaped is another path', () => {
  const objects = [web().withPath('shop.example.com', '/foo', 'Prefix', 'a', 80)];
  for (const path of ['/foo%2Fx', '/%66oo', '/foo%20'])
    expect(trace({ objects }, `http://shop.example.com${path}`).httpStatus).toBe(404);
});

test('[TRC-23] of Exact /foo and Prefix /foo/ the longer has /foo, an assumption, and /foo/ certainly', () => {
  const objects = [
    web()
      .withPath('shop.example.com', '/foo', 'Exact', 'a', 80)
      .withPath('shop.example.com', '/foo/', 'Prefix', 'b', 80),
  ];
  expect(trace({ objects }, 'http://shop.example.com/foo')).toMatchObject({ path: '/foo/', assumed: true });
  expect(trace({ objects }, 'http://shop.example.com/foo/')).toMatchObject({ path: '/foo/', assumed: false });
});

test('[TRC-7] of the same path Exact comes before Prefix', () => {
  const rules = ['Prefix /foo a', 'Exact /foo b'];
  expect(serviceAmong(rules, 'http://shop.example.com/foo')).toBe('shop/b');
  expect(serviceAmong(rules, 'http://shop.example.com/foo/')).toBe('shop/a');
});

test('[TRC-8] the older Ingress keeps a path, the other is shadowed, and that is an assumption', () => {
  const younger = web('a')
    .withPath('shop.example.com', '/', 'Prefix', 'a', 80)
    .createdAt('2026-02-01T00:00:00Z');
  const older = web('b')
    .withPath('shop.example.com', '/', 'Prefix', 'b', 80)
    .createdAt('2026-01-01T00:00:00Z');
  const found = trace({ objects: [younger, older] }, 'http://shop.example.com/');
  expect(found).toMatchObject({ service: 'shop/b', assumed: true, warnings: ['SHADOWED'] });
  expect(found.losers).toMatchObject([{ ingress: 'shop/a', reason: 'SHADOWED' }]);
});

test('[TRC-9] all that lose are named with the reason', () => {
  const objects = [
    web()
      .withPath('shop.example.com', '/', 'Prefix', 'a', 80)
      .withPath('shop.example.com', '/cart', 'Prefix', 'b', 80)
      .withPath('shop.example.com', '/help', 'Prefix', 'b', 80)
      .withPath('', '/', 'Prefix', 'c', 80),
    anIngress('shop/none').withPath('', '/', 'Prefix', 'c', 80),
  ];
  const { losers } = trace({ objects }, 'http://shop.example.com/cart');
  expect(losers.map(({ path, reason }) => [path, reason])).toEqual([
    ['/help', 'OTHER_PATH'],
    ['/', 'LATER_IN_ORDER'],
    ['/', 'LESS_SPECIFIC_HOST'],
    [null, 'NO_CLASS'],
  ]);
});

test.each<[string, string, string]>([
  ['shop.example.com', '/foo//bar', '/foo/bar'],
  ['shop.example.com', '/foo/.', '/foo/'],
  ['shop.example.com', '/a%2fb', '/a/b'],
  ['shop.example.com', '/a/../b', '/b'],
  ['::1', '/', '/'],
])(
  '[TRC-10] an Ingress refused for host %s and path %s explains a request for %s of that host',
  (host, path, asked) => {
    const objects = [web().withPath(host, path, 'Prefix', 'a', 80)];
    const url = host === '::1' ? `http://[::1]${asked}` : `http://${host}${asked}`;
    expect(trace({ objects }, url)).toMatchObject({ reason: 'INVALID_INGRESS', ingress: 'shop/web' });
    const named = anIngress('shop/other').withClass('web').withPath(host, '/other', 'Prefix', 'b', 80);
    if (host !== '::1') expect(trace({ objects: [...objects, named] }, url).reason).toBe('NO_PATH_MATCH');
  },
);

test('[TRC-2] an Ingress with neither rules nor a default backend is refused for its spec', () => {
  expect(trace({ objects: [web()] }, 'http://shop.example.com/')).toMatchObject({
    reason: 'INVALID_INGRESS',
    field: 'spec',
  });
});

test.each<[string, string, string]>([
  ['shop.example.com:8080', '/', 'spec.rules[0].host'],
  ['shop.example.com.', '/', 'spec.rules[0].host'],
  ['*', '/', 'spec.rules[0].host'],
  ['shop.*.com', '/', 'spec.rules[0].host'],
  ['*shop.example.com', '/', 'spec.rules[0].host'],
  ['shop.example.com', 'cart', 'spec.rules[0].http.paths[0].path'],
])(
  '[TRC-10] an Ingress refused for host %s or path %s explains what it was meant for',
  (host, path, field) => {
    const objects = [web().withPath(host, path, 'Prefix', 'a', 80)];
    expect(trace({ objects }, 'http://shop.example.com/cart')).toMatchObject({
      stage: 'admission',
      reason: 'INVALID_INGRESS',
      ingress: 'shop/web',
      field,
      losers: [{ ingress: 'shop/web', reason: 'INVALID_INGRESS', field }],
    });
    expect(trace({ objects }, 'http://shop.example.org/other').reason).toBe(
      host === '*' ? 'INVALID_INGRESS' : 'NO_HOST_MATCH',
    );
  },
);

test('[TRC-10] an Ingress of another class explains what no served rule is about, and not the paths of a served host', () => {
  const objects = [
    web().withPath('shop.example.com', '/cart', 'Prefix', 'a', 80),
    anIngress('shop/default').withClass('other').withDefaultBackend('b', 80),
    anIngress('shop/any').withClass('other').withPath('', '/help', 'Prefix', 'b', 80),
    anIngress('shop/named').withClass('other').withPath('shop.example.com', '/pay', 'Prefix', 'b', 80),
  ];
  const explained = (url: string): unknown => {
    const { reason, ingress } = trace({ objects }, url);
    return [reason, ingress];
  };
  expect(explained('http://shop.example.com/help')).toEqual(['NO_PATH_MATCH', null]);
  expect(explained('http://shop.example.com/pay')).toEqual(['CLASS_NOT_FOUND', 'shop/named']);
  expect(explained('http://else.example.com/')).toEqual(['CLASS_NOT_FOUND', 'shop/default']);
});

test('[TRC-10] without a route the reason is the host or the path, and the client sees 404', () => {
  const objects = [web().withPath('shop.example.com', '/cart', 'Prefix', 'a', 80)];
  expect(trace({ objects }, 'http://else.example.com/')).toMatchObject({
    result: 'fail',
    stage: 'host',
    reason: 'NO_HOST_MATCH',
    httpStatus: 404,
    ingress: null,
  });
  expect(trace({ objects }, 'http://shop.example.com/')).toMatchObject({
    stage: 'path',
    reason: 'NO_PATH_MATCH',
    httpStatus: 404,
  });
});

test('[TRC-11] the default backend gets what no rule takes, that of an Ingress with the host first', () => {
  const objects = [
    web('a').withDefaultBackend('a', 80),
    web('b').withPath('shop.example.com', '/cart', 'Exact', 'b', 80).withDefaultBackend('c', 80),
  ];
  expect(trace({ objects }, 'http://shop.example.com/else')).toMatchObject({
    service: 'shop/c',
    viaDefaultBackend: true,
    hostRule: null,
    path: null,
    assumed: true,
  });
  expect(trace({ objects }, 'http://else.example.com/')).toMatchObject({ service: 'shop/a', assumed: true });
});

test('[TRC-12] a backend that leads nowhere is told apart by what is missing', () => {
  const to = (service: string, port: number | string, ...more: readonly Buildable[]) =>
    trace({ objects: [web().withPath('', '/', 'Prefix', service, port), ...more] }, 'http://x.example.com/');
  expect(to('nope', 80)).toMatchObject({ stage: 'backend', reason: 'SERVICE_NOT_FOUND', httpStatus: 503 });
  expect(to('a', 8080)).toMatchObject({ reason: 'SERVICE_PORT_NOT_FOUND', service: 'shop/a' });
  expect(to('a', 'http')).toMatchObject({ result: 'ok', servicePort: 80 });
  const external = aService('shop/out').external('api.example.org');
  expect(to('out', 443, external)).toMatchObject({
    result: 'external',
    reason: 'EXTERNALNAME',
    externalName: 'api.example.org',
    servicePort: 443,
  });
  const resource = web().withPathTo('', {
    path: '/',
    pathType: 'Prefix',
    backend: { resource: { kind: 'Bucket', name: 'x' } },
  });
  expect(trace({ objects: [resource] }, 'http://x.example.com/').reason).toBe('RESOURCE_BACKEND_UNSUPPORTED');
});

test("[TRC-13] the certificate of the entry that lists the host, or the controller's own", () => {
  const objects = [
    web()
      .withPath('shop.example.com', '/', 'Prefix', 'a', 80)
      .withTls(['shop.example.com'], 'shop-tls')
      .withTls(['*.example.com'], 'gone'),
  ];
  const certificates = new Map([['shop/shop-tls', { names: ['other.example.com'], isUsable: true }]]);
  const tlsOf = (host: string) => trace({ objects, certificates }, `https://${host}/`);
  expect(tlsOf('shop.example.com').tls).toEqual({
    secret: 'shop/shop-tls',
    covered: false,
    reason: 'TLS_HOST_NOT_COVERED',
  });
  expect(tlsOf('x.example.com').tls).toEqual({
    secret: null,
    covered: false,
    reason: 'TLS_SECRET_NOT_FOUND',
  });
  expect(tlsOf('example.com').warnings).toEqual(['TLS_HOST_NOT_COVERED']);
  expect(trace({ objects }, 'https://shop.example.com/').tls).toEqual({
    secret: 'shop/shop-tls',
    covered: null,
  });
  expect(trace({ objects }, 'http://shop.example.com/').tls).toBe(undefined);
});

test('[TRC-14] why no endpoint is ready', () => {
  const toD = web().withPath('', '/', 'Prefix', 'd', 80);
  const reason = (...objects: readonly Buildable[]) =>
    trace({ objects: [toD, ...objects] }, 'http://x.example.com/').reason;
  const service = aService('shop/d').withPort(80, { name: 'http', targetPort: 8080 });
  const slice = aSlice('shop/d-1').of('d').withPort(8080, { name: 'http' });
  expect(reason(service)).toBe('NO_ENDPOINTSLICES');
  expect(reason(service, slice)).toBe('NO_READY_ENDPOINTS');
  expect(reason(service, slice.withEndpoint('10.0.0.1', { ready: false }))).toBe('NO_READY_ENDPOINTS');
  expect(
    reason(service, aSlice('shop/d-1').of('d').withPort(8080, { name: 'web' }).withEndpoint('10.0.0.1')),
  ).toBe('ENDPOINT_PORT_NAME_MISMATCH');
  expect(reason(service.selecting({ app: 'd' }), slice)).toBe('SELECTOR_MATCHES_NO_PODS');
  expect(reason(aService('shop/d').withPort(80, { protocol: 'UDP' }), slice)).toBe('PROTOCOL_MISMATCH');
  const pod = aPod('shop/d-1').labelled({ app: 'd' }).withIps('10.0.0.1');
  const byName = aService('shop/d').withPort(80, { name: 'http', targetPort: 'web' }).selecting({ app: 'd' });
  expect(reason(byName, pod, aSlice('shop/d-1').of('d').withEndpoint('10.0.0.1'))).toBe(
    'TARGET_PORT_UNRESOLVED',
  );
});

test('[TRC-24] endpoints are the same in whatever order slices list them', () => {
  const toD = web().withPath('', '/', 'Prefix', 'd', 80);
  const service = aService('shop/d').withPort(80, { name: 'http', targetPort: 8080 });
  const sliceOf = (name: string, ...addresses: readonly string[]): Buildable =>
    addresses.reduce(
      (slice, address) => slice.withEndpoint(address),
      aSlice(name).of('d').withPort(8080, { name: 'http' }),
    );
  const endpoints = (...slices: readonly Buildable[]) =>
    trace({ objects: [toD, service, ...slices] }, 'http://x.example.com/').endpoints;
  const told = ['10.0.0.1:8080', '10.0.0.2:8080', '10.0.0.3:8080'];
  expect(endpoints(sliceOf('shop/d-1', '10.0.0.3', '10.0.0.1', '10.0.0.2'))).toEqual(told);
  expect(endpoints(sliceOf('shop/d-1', '10.0.0.2'), sliceOf('shop/d-2', '10.0.0.1', '10.0.0.3'))).toEqual(
    told,
  );
});

test('[TRC-15] the verdict names what the explanation names, without the rest', () => {
  const reader = aCluster()
    .with(nginxClass, ...backends, web().withPath('shop.example.com', '/', 'Prefix', 'a', 80))
    .build();
  const index = buildRoutingIndex({ reader }, specProfile);
  const request = { method: 'GET', scheme: 'http', host: 'shop.example.com', path: '/' } as const;
  expect(findVerdict(index, request)).toEqual({
    result: 'ok',
    reason: null,
    httpStatus: null,
    routeId: 'shop/web 0 0',
    ingress: 'shop/web',
    hostRule: 'shop.example.com',
    path: '/',
    viaDefaultBackend: false,
    service: 'shop/a',
    servicePort: 80,
    endpoints: ['10.0.0.7:8080'],
    externalName: null,
    location: null,
    rewrittenPath: null,
    split: [],
  });
});

test('[TRC-17] what only the controller refuses is told with its field', () => {
  const strict = { ...specProfile, findRefusedField: () => 'spec.rules[0].host' };
  const objects = [web().withPath('', '/', 'Prefix', 'a', 80)];
  expect(trace({ objects, profile: strict }, 'http://shop.example.com/')).toMatchObject({
    stage: 'admission',
    reason: 'INVALID_INGRESS',
    field: 'spec.rules[0].host',
    ingress: 'shop/web',
  });
});

test('[TRC-18] without a certificate https may end in the handshake', () => {
  const bare = { ...specProfile, needsCertificate: true };
  const ingress = web().withPath('shop.example.com', '/', 'Prefix', 'a', 80);
  const at = (objects: readonly Buildable[], url: string) => {
    const { result, stage, reason, httpStatus } = trace({ objects, profile: bare }, url);
    return [result, stage, reason, httpStatus];
  };
  expect(at([ingress], 'http://shop.example.com/')[0]).toBe('ok');
  expect(at([ingress], 'https://shop.example.com/')).toEqual(['fail', 'tls', 'TLS_HOST_NOT_COVERED', null]);
  expect(at([ingress], 'https://other.example.com/')).toEqual(['fail', 'host', 'NO_HOST_MATCH', null]);
  const secured = ingress.withTls(['shop.example.com'], 'tls');
  expect(at([secured], 'https://shop.example.com/')[0]).toBe('ok');
  expect(
    trace({ objects: [secured], profile: bare, certificates: new Map() }, 'https://shop.example.com/').reason,
  ).toBe('TLS_SECRET_NOT_FOUND');
});
