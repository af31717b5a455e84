import {
  anIngress,
  anIngressClass,
  aService,
  aSlice,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { contrast, traceBy } from '../testing/trace-by.ts';
import { ingressNginxProfile } from './ingress-nginx.ts';

const host = 'shop.example.com';
const classes = [anIngressClass('nginx').withController('k8s.io/ingress-nginx')];
const web = (annotations: Readonly<Record<string, string>>, name = 'web'): IngressBuilder =>
  anIngress(`shop/${name}`)
    .withClass('nginx')
    .annotated(
      Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [`nginx.ingress.kubernetes.io/${key}`, value]),
      ),
    );
const toB = { 'default-backend': 'b' };
const empty = aService('shop/empty').withPort(80);
const unready = [
  aService('shop/unready').withPort(80, { targetPort: 8080 }),
  aSlice('shop/unready-1').of('unready').withPort(8080).withEndpoint('10.0.0.9', { ready: false }),
];
const twoPorts = [
  aService('shop/pages').withPort(8000, { name: 'pages', targetPort: 8080 }).withPort(80, { name: 'http' }),
  aSlice('shop/pages-1').of('pages').withPort(8080, { name: 'pages' }).withEndpoint('10.0.0.8'),
];
const objectsWith = (...objects: readonly Buildable[]): readonly Buildable[] => [
  ...classes,
  empty,
  ...unready,
  ...twoPorts,
  aService('shop/out').external('pages.example.org'),
  ...objects,
];

type Row = readonly [title: string, ingress: IngressBuilder, expected: { own: string; spec: string }];

test.each<Row>([
  [
    'a Service that is ready answers itself',
    web(toB).withPath(host, '/', 'Prefix', 'a', 80),
    { own: 'shop/a', spec: 'shop/a' },
  ],
  [
    'no endpoints',
    web(toB).withPath(host, '/', 'Prefix', 'empty', 80),
    { own: 'shop/b', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    'endpoints of which none is ready',
    web(toB).withPath(host, '/', 'Prefix', 'unready', 80),
    { own: 'shop/b', spec: '503 NO_READY_ENDPOINTS' },
  ],
  [
    'no such Service',
    web(toB).withPath(host, '/', 'Prefix', 'gone', 80),
    { own: 'shop/b', spec: '503 SERVICE_NOT_FOUND' },
  ],
  [
    'no such port',
    web(toB).withPath(host, '/', 'Prefix', 'a', 81),
    { own: 'shop/b', spec: '503 SERVICE_PORT_NOT_FOUND' },
  ],
  [
    'an annotation that names no Service',
    web({ 'default-backend': 'gone' }).withPath(host, '/', 'Prefix', 'empty', 80),
    { own: '503 NO_ENDPOINTSLICES', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    'a fallback without ready endpoints of its own',
    web({ 'default-backend': 'unready' }).withPath(host, '/', 'Prefix', 'empty', 80),
    { own: '503 NO_ENDPOINTSLICES', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    'another namespace cannot be named',
    web({ 'default-backend': 'shop/b' }).withPath(host, '/', 'Prefix', 'empty', 80),
    { own: '503 NO_ENDPOINTSLICES', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    'the cluster IP as an endpoint',
    web({ ...toB, 'service-upstream': 'true' }).withPath(host, '/', 'Prefix', 'empty', 80),
    { own: '503 NO_ENDPOINTSLICES', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    'a name outside of the cluster without a port',
    web({ 'default-backend': 'out' }).withPath(host, '/', 'Prefix', 'empty', 80),
    { own: '503 NO_ENDPOINTSLICES', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    'a default backend that is empty',
    web(toB).withDefaultBackend('empty', 80),
    { own: 'shop/b', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    "a host's default backend that is empty",
    web(toB).withPath(host, '/x', 'Prefix', 'a', 80).withDefaultBackend('empty', 80),
    { own: 'shop/b', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    "a host's 404",
    web(toB).withPath(host, '/x', 'Prefix', 'a', 80),
    { own: '404 NO_PATH_MATCH', spec: '404 NO_PATH_MATCH' },
  ],
  [
    'a redirect comes first',
    web({ ...toB, 'permanent-redirect': 'https://example.org/' }).withPath(host, '/', 'Prefix', 'empty', 80),
    { own: '301 https://example.org/', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    'a rewrite counts for it, too',
    web({ ...toB, 'rewrite-target': '/new' }).withPath(host, '/', 'Prefix', 'empty', 80),
    { own: 'shop/b as /new', spec: '503 NO_ENDPOINTSLICES' },
  ],
  [
    'error pages ask no other Service',
    web({ ...toB, 'custom-http-errors': '404,503' }).withPath(host, '/', 'Prefix', 'a', 80),
    { own: 'shop/a', spec: 'shop/a' },
  ],
])('[NGX-18] %s', (_title, ingress, expected) => {
  expect(contrast(ingressNginxProfile, { objects: objectsWith(ingress) }, `http://${host}/`)).toEqual(
    expected,
  );
});

const trace = (...ingresses: readonly Buildable[]) =>
  traceBy(ingressNginxProfile, { objects: objectsWith(...ingresses) }, `http://${host}/`);

test('[TRC-25] the rule is named as it is written, and the steps say that another backend stands in', () => {
  const found = trace(web({ 'default-backend': 'pages' }).withPath(host, '/', 'Prefix', 'empty', 80));
  expect(found).toMatchObject({
    result: 'ok',
    ingress: 'shop/web',
    path: '/',
    pathType: 'Prefix',
    viaDefaultBackend: false,
    service: 'shop/pages',
    servicePort: 8000,
    endpoints: ['10.0.0.8:8080'],
    assumed: false,
  });
  expect(found.steps).toContainEqual({
    stage: 'backend',
    code: 'FALLBACK_BACKEND',
    details: { instead: 'shop/empty' },
  });
  const itself = trace(web({ 'default-backend': 'pages' }).withPath(host, '/', 'Prefix', 'a', 80));
  expect(itself.steps.map(({ code }) => code)).not.toContain('FALLBACK_BACKEND');
});

test('[NGX-18] the annotation of one Ingress says nothing about the paths of another', () => {
  const other = web({}, 'other').withPath(host, '/', 'Prefix', 'empty', 80);
  expect(trace(web(toB).withPath(host, '/x', 'Prefix', 'a', 80), other)).toMatchObject({
    httpStatus: 503,
    service: 'shop/empty',
  });
});

test('[NGX-18] a canary gets its share beside the fallback', () => {
  const canary = web({ canary: 'true', 'canary-weight': '20' }, 'canary').withPath(
    host,
    '/',
    'Prefix',
    'c',
    80,
  );
  expect(trace(web(toB).withPath(host, '/', 'Prefix', 'empty', 80), canary)).toMatchObject({
    service: 'shop/b',
    split: [
      { service: 'shop/b', weight: 80 },
      { service: 'shop/c', weight: 20 },
    ],
  });
});
