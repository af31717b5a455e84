import {
  anIngress,
  anIngressClass,
  aService,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { traceBy, type TracedWorld } from '../testing/trace-by.ts';
import { contourProfile } from './contour.ts';
import { specProfile } from './spec.ts';

type Setting = Omit<TracedWorld, 'objects'>;

const host = 'shop.example.com';
const others = [
  anIngressClass('contour').withController('projectcontour.io/ingress-controller'),
  anIngressClass('other'),
  aService('shop/out').external('www.example.org'),
  aService('shop/udp').withPort(80, { protocol: 'UDP' }),
  aService('shop/empty').withPort(80),
];
const bare = (name = 'web'): IngressBuilder => anIngress(`shop/${name}`);
const web = (name = 'web'): IngressBuilder => bare(name).withClass('contour');
const own = 'ImplementationSpecific';
const secrets: Setting = { certificates: new Map([['shop/tls', { names: [host], isUsable: true }]]) };

function answerOf(profile: typeof contourProfile, world: Buildable, url: string, setting?: Setting) {
  const trace = traceBy(profile, { objects: [...others, world], ...setting }, url);
  return trace.service?.replace('shop/', '') ?? trace.location ?? trace.httpStatus;
}

type Answer = string | number | null;
type Row = [
  title: string,
  world: IngressBuilder,
  url: string,
  expected: { readonly contour: Answer; readonly spec: Answer },
  setting?: Setting,
];

test.each<Row>([
  [
    '[CTR-1] the name alone decides, whatever object has it',
    bare().withClassAnnotation('mine').withPath(host, '/', 'Prefix', 'a', 80),
    `http://${host}/`,
    { contour: 404, spec: 'a' },
  ],
  [
    '[CTR-1] a class without object is taken',
    bare().withClass('edge').withPath(host, '/', 'Prefix', 'a', 80),
    `http://${host}/`,
    { contour: 'a', spec: 404 },
    { options: { ingressClass: 'front,edge' } },
  ],
  [
    '[CTR-2] the annotation comes before the field',
    web().annotated({ 'projectcontour.io/ingress.class': 'other' }).withPath(host, '/', 'Prefix', 'a', 80),
    `http://${host}/`,
    { contour: 404, spec: 'a' },
  ],
  [
    '[CTR-3] an Ingress without class is taken',
    bare().withPath(host, '/', 'Prefix', 'a', 80),
    `http://${host}/`,
    { contour: 'a', spec: 404 },
  ],
  [
    '[CTR-4] of the same path twice in an Ingress the last counts',
    web().withPath(host, '/x', 'Prefix', 'a', 80).withPath(host, '/x/', 'Prefix', 'b', 80),
    `http://${host}/x`,
    { contour: 'b', spec: 'b' },
  ],
  [
    '[CTR-4] the very same path twice',
    web().withPath(host, '/x', 'Prefix', 'a', 80).withPath(host, '/x', 'Prefix', 'b', 80),
    `http://${host}/x`,
    { contour: 'b', spec: 'a' },
  ],
  [
    '[CTR-5] ImplementationSpecific is the beginning of a text',
    web().withPath(host, '/foo', own, 'a', 80),
    `http://${host}/foobar`,
    { contour: 'a', spec: 404 },
  ],
  [
    '[CTR-6] or a pattern for the whole path',
    web().withPath(host, '/v[12]', own, 'a', 80),
    `http://${host}/v2`,
    { contour: 'a', spec: 404 },
  ],
  [
    '[CTR-6] which does not match what goes on',
    web().withPath(host, '/v[12]', own, 'a', 80),
    `http://${host}/v2/x`,
    { contour: 404, spec: 404 },
  ],
  [
    '[CTR-7] after a pattern that is none the rest of the rule is gone',
    web().withPath(host, '/[', own, 'b', 80).withPath(host, '/', 'Prefix', 'a', 80),
    `http://${host}/x`,
    { contour: 404, spec: 'a' },
  ],
  [
    '[CTR-8] a pattern comes before a longer prefix',
    web().withPath(host, '/a.*', own, 'a', 80).withPath(host, '/abc/def', 'Prefix', 'b', 80),
    `http://${host}/abc/def`,
    { contour: 'a', spec: 'b' },
  ],
  [
    '[CTR-8] Exact comes before a Prefix with a slash',
    web().withPath(host, '/x', 'Exact', 'a', 80).withPath(host, '/x/', 'Prefix', 'b', 80),
    `http://${host}/x`,
    { contour: 'a', spec: 'b' },
  ],
  [
    '[CTR-9] a path without Service is not there',
    web().withPath(host, '/x', 'Prefix', 'none', 80).withPath(host, '/', 'Prefix', 'a', 80),
    `http://${host}/x`,
    { contour: 'a', spec: 'none' },
  ],
  [
    '[CTR-9] and neither is its host',
    web().withPath(host, '/x', 'Prefix', 'a', 81).withPath('', '/', 'Prefix', 'b', 80),
    `http://${host}/y`,
    { contour: 'b', spec: 404 },
  ],
  [
    '[CTR-10] a DNS name is no backend',
    web().withPath(host, '/', 'Prefix', 'out', 80),
    `http://${host}/`,
    { contour: 404, spec: 'out' },
  ],
  [
    '[CTR-10] nor is a port that is not TCP',
    web().withPath(host, '/', 'Prefix', 'udp', 80),
    `http://${host}/`,
    { contour: 404, spec: 'udp' },
  ],
  [
    '[CTR-11] the default backend is not for hosts that have rules',
    web().withPath(host, '/x', 'Prefix', 'a', 80).withDefaultBackend('b', 80),
    `http://${host}/y`,
    { contour: 404, spec: 'b' },
  ],
  [
    '[CTR-11] a path of any host takes its place',
    web().withDefaultBackend('b', 80).withPath('', '/', own, 'a', 80),
    `http://${host}/y`,
    { contour: 'a', spec: 'a' },
  ],
  [
    '[CTR-13] no plain http where it is forbidden',
    web().withPath(host, '/', 'Prefix', 'a', 80).annotated({ 'kubernetes.io/ingress.allow-http': 'false' }),
    `http://${host}/`,
    { contour: 404, spec: 'a' },
  ],
  [
    '[CTR-14] no https without an entry for the host',
    web().withPath(host, '/', 'Prefix', 'a', 80),
    `https://${host}/`,
    { contour: null, spec: 'a' },
    secrets,
  ],
  [
    '[CTR-14] no https for any host',
    web().withPath('', '/', 'Prefix', 'a', 80).withTls([host], 'tls'),
    `https://${host}/`,
    { contour: null, spec: 'a' },
    secrets,
  ],
  [
    '[CTR-14] a wildcard with certificate has the requests of a host without one',
    web()
      .withPath(host, '/', 'Prefix', 'a', 80)
      .withPath('*.example.com', '/', 'Prefix', 'b', 80)
      .withTls(['*.example.com'], 'tls'),
    `https://${host}/`,
    { contour: 'b', spec: 'a' },
    secrets,
  ],
  [
    '[CTR-15] to https when asked',
    web()
      .withPath(host, '/', 'Prefix', 'a', 80)
      .annotated({ 'ingress.kubernetes.io/force-ssl-redirect': 'true' }),
    `http://${host}:8080/x//y?z`,
    { contour: `https://${host}/x/y?z`, spec: 'a' },
  ],
  [
    '[CTR-16] a host below a wildcard goes no further',
    web().withPath('*.example.com', '/', 'Prefix', 'a', 80).withPath('', '/', 'Prefix', 'b', 80),
    'http://a.b.example.com/',
    { contour: 404, spec: 'b' },
  ],
  [
    '[CTR-17] slashes and dots are taken away before rules are asked',
    web().withPath(host, '/foo', 'Exact', 'a', 80),
    `http://${host}//x/../fo%6F`,
    { contour: 'a', spec: 404 },
  ],
  [
    '[CTR-18] a final dot makes another host',
    web().withPath(host, '/', 'Prefix', 'a', 80).withPath('', '/', 'Prefix', 'b', 80),
    `http://${host}./`,
    { contour: 'b', spec: 'a' },
  ],
])('%s', (_title, given, url, { contour, spec }, setting) => {
  expect(answerOf(contourProfile, given, url, setting)).toBe(contour);
  expect(answerOf(specProfile, given, url, { ...setting, options: {} })).toBe(spec);
});

const traceOf = (world: readonly Buildable[], url: string, setting?: Setting) =>
  traceBy(contourProfile, { objects: [...others, ...world], ...setting }, url);

test('[CTR-1] a class of its own controller under another name is an assumption', () => {
  const edge = anIngressClass('edge').withController('projectcontour.io/ingress-controller');
  const ingress = bare().withClass('edge').withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([edge, ingress], `http://${host}/`)).toMatchObject({ service: 'shop/a', assumed: true });
  const told = { options: { ingressClass: 'contour' } };
  expect(traceOf([edge, ingress], `http://${host}/`, told).reason).toBe('CLASS_OTHER_CONTROLLER');
});

test('[CTR-3] a class that is set leaves Ingresses without one alone', () => {
  const ingress = bare().withPath(host, '/', 'Prefix', 'a', 80);
  const trace = traceOf([ingress], `http://${host}/`, { options: { ingressClass: 'contour' } });
  expect(trace.reason).toBe('NO_CLASS');
});

test('[CTR-12] nobody knows which of two Ingresses has the same path', () => {
  const [first, second] = [web('x'), web('y')].map((ingress, index) =>
    ingress.withPath(host, '/', 'Prefix', index === 0 ? 'a' : 'b', 80),
  );
  if (first === undefined || second === undefined) throw new Error('Two Ingresses are needed');
  expect(traceOf([first, second], `http://${host}/`)).toMatchObject({
    assumed: true,
    warnings: ['SHADOWED'],
    losers: [{ reason: 'SHADOWED' }],
  });
  expect(traceOf([first], `http://${host}/`).assumed).toBe(false);
});

test('[CTR-14] https ends in the handshake where the Secret is missing', () => {
  const ingress = web().withPath(host, '/', 'Prefix', 'a', 80).withTls([host], 'gone');
  const refused = { stage: 'tls', reason: 'TLS_SECRET_NOT_FOUND', httpStatus: null };
  expect(traceOf([ingress], `https://${host}/`, { certificates: new Map() })).toMatchObject(refused);
  const mended = ingress.withTls([host], 'tls');
  expect(traceOf([mended], `https://${host}/`, secrets)).toMatchObject({
    result: 'ok',
    tls: { secret: 'shop/tls', covered: true },
  });
});

test('[CTR-14] of several entries for a host the first with a usable Secret counts, else the first', () => {
  const first = web('x').withPath(host, '/', 'Prefix', 'a', 80).withTls([host], 'gone');
  const second = web('y').withPath(host, '/y', 'Prefix', 'b', 80).withTls([host], 'tls');
  expect(traceOf([first, second], `https://${host}/`, secrets)).toMatchObject({
    result: 'ok',
    tls: { secret: 'shop/tls', covered: true },
  });
  expect(traceOf([first, second], `https://${host}/`, { certificates: new Map() }).reason).toBe(
    'TLS_SECRET_NOT_FOUND',
  );
  expect(traceOf([first, second], `https://${host}/`).tls).toEqual({ secret: 'shop/gone', covered: null });
});

test('[CTR-16] a host of several labels matches no host', () => {
  const ingress = web().withPath('*.example.com', '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], 'http://a.b.example.com/').reason).toBe('NO_HOST_MATCH');
  expect(traceOf([ingress], 'http://b.example.com/').service).toBe('shop/a');
});

test('[CTR-17] the Service receives the clean path', () => {
  const ingress = web().withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `http://${host}/a/./b/..//c%2F/.`).rewrittenPath).toBe('/a/c%2F/');
});

test('[CTR-19] without ready endpoints 503', () => {
  const ingress = web().withPath(host, '/', 'Prefix', 'empty', 80);
  expect(traceOf([ingress], `http://${host}/`)).toMatchObject({ httpStatus: 503, service: 'shop/empty' });
});
