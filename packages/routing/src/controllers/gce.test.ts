import {
  anIngress,
  anIngressClass,
  aService,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { traceBy, type TracedWorld } from '../testing/trace-by.ts';
import { gceProfile } from './gce.ts';
import { specProfile } from './spec.ts';

type Setting = Omit<TracedWorld, 'objects'>;

const host = 'shop.example.com';
const own = 'ImplementationSpecific';
const others = [
  anIngressClass('nginx'),
  aService('shop/out').external('www.example.org'),
  aService('shop/empty').withPort(80).withType('NodePort'),
  ...['a', 'b', 'c'].map((name) =>
    aService(`shop/${name}`).withType('NodePort').withPort(80, { targetPort: 8080 }),
  ),
];
const web = (name = 'web'): IngressBuilder => anIngress(`shop/${name}`).withClassAnnotation('gce');

const traceOf = (world: readonly Buildable[], url: string, setting: Setting = {}) =>
  traceBy(gceProfile, { objects: [...others, ...world], ...setting }, url);

function answerOf(profile: typeof gceProfile, world: readonly Buildable[], url: string, setting?: Setting) {
  const trace = traceBy(profile, { objects: [...others, ...world], ...setting }, url);
  return trace.result === 'ok' || trace.result === 'external'
    ? trace.service?.replace('shop/', '')
    : trace.httpStatus;
}

type Answer = string | number | null;
type Row = [
  title: string,
  world: readonly IngressBuilder[],
  url: string,
  expected: { readonly gce: Answer; readonly spec: Answer },
];

test.each<Row>([
  [
    '[GCE-1] the annotation comes before the field',
    [web().withClass('nowhere').withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/`,
    { gce: 'a', spec: 404 },
  ],
  [
    '[GCE-2] an Ingress that names no class is taken',
    [anIngress('shop/web').withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/`,
    { gce: 'a', spec: 404 },
  ],
  [
    '[GCE-3] one with a class by its field is not',
    [anIngress('shop/web').withClass('nginx').withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/`,
    { gce: 404, spec: 'a' },
  ],
  [
    '[GCE-4] another load balancer is not asked',
    [web('a').withPath(host, '/x', 'Prefix', 'a', 80), web('b').withPath(host, '/y', 'Prefix', 'b', 80)],
    `http://${host}/y`,
    { gce: 404, spec: 'b' },
  ],
  [
    '[GCE-5] the default backend of another Ingress does not help',
    [web('a').withPath(host, '/x', 'Prefix', 'a', 80), web('b').withDefaultBackend('b', 80)],
    `http://${host}/y`,
    { gce: 404, spec: 'b' },
  ],
  [
    '[GCE-5] that of the same Ingress does',
    [web().withPath(host, '/x', 'Prefix', 'a', 80).withDefaultBackend('b', 80)],
    `http://${host}/y`,
    { gce: 'b', spec: 'b' },
  ],
  [
    '[GCE-6] a slash is that path alone',
    [web().withPath(host, '/', own, 'a', 80)],
    `http://${host}/x`,
    { gce: 404, spec: 'a' },
  ],
  [
    '[GCE-6] with an asterisk it is everything below',
    [web().withPath(host, '/x/*', own, 'a', 80)],
    `http://${host}/x/y`,
    { gce: 'a', spec: 404 },
  ],
  [
    '[GCE-6] but not the path itself',
    [web().withPath(host, '/x/*', own, 'a', 80)],
    `http://${host}/x`,
    { gce: 404, spec: 404 },
  ],
  [
    '[GCE-7] an asterisk elsewhere is refused',
    [web().withPath(host, '/x*', own, 'a', 80).withPath(host, '/', 'Prefix', 'b', 80)],
    `http://${host}/x*`,
    { gce: 'b', spec: 'a' },
  ],
  [
    '[GCE-8] a DNS name is refused',
    [web().withPath(host, '/', 'Prefix', 'out', 80)],
    `http://${host}/`,
    { gce: 404, spec: 'out' },
  ],
  [
    '[GCE-9] the last of the same path counts',
    [web().withPath(host, '/', 'Prefix', 'a', 80).withPath(host, '/', 'Prefix', 'b', 80)],
    `http://${host}/`,
    { gce: 'b', spec: 'a' },
  ],
  [
    '[GCE-9] the last rule of a host replaces the others',
    [
      web()
        .withPath(host, '/x', 'Prefix', 'a', 80)
        .withPath('other.example.com', '/', 'Prefix', 'c', 80)
        .withPath(host, '/y', 'Prefix', 'b', 80),
    ],
    `http://${host}/x`,
    { gce: 404, spec: 'a' },
  ],
  [
    '[GCE-10] a Prefix after an Exact path takes that too',
    [web().withPath(host, '/x', 'Exact', 'a', 80).withPath(host, '/x', 'Prefix', 'b', 80)],
    `http://${host}/x`,
    { gce: 'b', spec: 'a' },
  ],
  [
    '[GCE-10] a path with a slash at its end comes before everything below it',
    [web().withPath(host, '/x/', 'Exact', 'a', 80).withPath(host, '/x', 'Prefix', 'b', 80)],
    `http://${host}/x/`,
    { gce: 'a', spec: 'a' },
  ],
  [
    '[GCE-10] the longest path counts',
    [web().withPath(host, '/', 'Prefix', 'a', 80).withPath(host, '/x/y', 'Prefix', 'b', 80)],
    `http://${host}/x/y/z`,
    { gce: 'b', spec: 'b' },
  ],
  [
    '[GCE-11] an asterisk stands for several labels',
    [web().withPath('*.example.com', '/', 'Prefix', 'a', 80)],
    'http://a.b.example.com/',
    { gce: 'a', spec: 404 },
  ],
  [
    '[GCE-12] without ready endpoints 502',
    [web().withPath(host, '/', 'Prefix', 'empty', 80)],
    `http://${host}/`,
    { gce: 502, spec: 503 },
  ],
  [
    '[GCE-14] nobody listens for https without a certificate',
    [web().withPath(host, '/', 'Prefix', 'a', 80)],
    `https://${host}/`,
    { gce: null, spec: 'a' },
  ],
  [
    '[GCE-14] nobody listens for http where that is forbidden',
    [
      web()
        .annotated({ 'kubernetes.io/ingress.allow-http': 'false' })
        .withPath(host, '/', 'Prefix', 'a', 80)
        .withTls([], 'tls'),
    ],
    `http://${host}/`,
    { gce: null, spec: 'a' },
  ],
])('%s', (_title, world, url, { gce, spec }) => {
  expect(answerOf(gceProfile, world, url)).toBe(gce);
  expect(answerOf(specProfile, world, url)).toBe(spec);
});

test.each(['gce', 'gce-internal', 'gce-regional-external', 'mine', 'nginx', ''])(
  '[GCE-1] the annotation %s',
  (name) => {
    const ingress = anIngress('shop/web').withClassAnnotation(name).withPath(host, '/', 'Prefix', 'a', 80);
    const trace = traceOf([ingress], `http://${host}/`, { options: { ingressClass: 'mine' } });
    expect(trace.reason).toBe(name === 'nginx' ? 'CLASS_OTHER_CONTROLLER' : null);
  },
);

test('[GCE-3] a class that is not there is told', () => {
  const ingress = anIngress('shop/web').withClass('nowhere').withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `http://${host}/`).reason).toBe('CLASS_NOT_FOUND');
});

test('[GCE-4] several load balancers for a host: the oldest, an assumption', () => {
  const [older, younger] = ['b', 'a'].map((name, index) =>
    web(name)
      .withPath(host, '/', 'Prefix', name, 80)
      .createdAt(`2026-01-0${index + 1}T00:00:00Z`),
  );
  if (older === undefined || younger === undefined) throw new Error('Two Ingresses are needed');
  expect(traceOf([older, younger], `http://${host}/`)).toMatchObject({
    service: 'shop/b',
    assumed: true,
    warnings: ['SHADOWED'],
  });
  expect(traceOf([older], `http://${host}/`).assumed).toBe(false);
});

test.each<['Exact' | 'Prefix' | 'ImplementationSpecific', string]>([
  ['Exact', '/x*'],
  ['Prefix', '/x/*'],
  ['ImplementationSpecific', '/*/x'],
])('[GCE-7] with %s %s refused the rest is an assumption', (pathType, path) => {
  const ingress = web().withPath(host, path, pathType, 'b', 80).withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `http://${host}/`)).toMatchObject({ service: 'shop/a', assumed: true });
});

test('[GCE-8] what is not there is told, and the rest is an assumption', () => {
  const ingress = web().withPath(host, '/x', 'Prefix', 'none', 80).withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `http://${host}/x`).reason).toBe('SERVICE_NOT_FOUND');
  expect(traceOf([ingress], `http://${host}/`)).toMatchObject({ service: 'shop/a', assumed: true });
});

test.each<[string | undefined, string | null, boolean]>([
  [undefined, 'shop/a', true],
  ['{"ingress": true}', 'shop/a', false],
  ['{"ingress": false}', null, false],
])('[GCE-13] a ClusterIP Service with the annotation %s', (text, service, assumed) => {
  const plain = aService('shop/a').withPort(80, { targetPort: 8080 });
  const annotated = text === undefined ? plain : plain.annotated({ 'cloud.google.com/neg': text });
  const ingress = web().withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([annotated, ingress], `http://${host}/`)).toMatchObject({ service, assumed });
});

test('[GCE-14] a Secret for whichever hosts, or certificates of Google', () => {
  const ingress = web().withPath(host, '/', 'Prefix', 'a', 80);
  const certificates = new Map([['shop/tls', { names: [host], isUsable: true }]]);
  const named = ingress.withTls(['other.example.com'], 'tls');
  expect(traceOf([named], `https://${host}/`, { certificates })).toMatchObject({
    service: 'shop/a',
    tls: { secret: 'shop/tls', covered: true },
  });
  expect(traceOf([ingress.withTls([host], 'gone')], `https://${host}/`, { certificates }).reason).toBe(
    'NO_LISTENER',
  );
  const managed = ingress.annotated({ 'networking.gke.io/managed-certificates': 'mine' });
  expect(traceOf([managed], `https://${host}/`, { certificates })).toMatchObject({
    service: 'shop/a',
    tls: { secret: null, covered: null },
    warnings: [],
  });
  expect(traceOf([ingress], `https://${host}/`)).toMatchObject({ stage: 'entry', reason: 'NO_LISTENER' });
  const neither = ingress.annotated({ 'kubernetes.io/ingress.allow-http': 'false' });
  expect(traceOf([neither], `http://${host}/`).reason).toBe('NO_LISTENER');
});

test('[GCE-15] a FrontendConfig may redirect', () => {
  const ingress = web()
    .annotated({ 'networking.gke.io/v1beta1.FrontendConfig': 'front' })
    .withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `http://${host}/`)).toMatchObject({ service: 'shop/a', assumed: true });
});
