import {
  anIngress,
  anIngressClass,
  aService,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { traceBy, type TracedWorld } from '../testing/trace-by.ts';
import { albProfile } from './alb.ts';
import { specProfile } from './spec.ts';

type Setting = Omit<TracedWorld, 'objects'>;
type Annotations = Readonly<Record<string, string>>;

const host = 'shop.example.com';
const own = 'ImplementationSpecific';
const others = [
  anIngressClass('alb').withController('ingress.k8s.aws/alb'),
  anIngressClass('other'),
  aService('shop/out').external('www.example.org'),
];
const prefixed = (annotations: Annotations): Annotations =>
  Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [`alb.ingress.kubernetes.io/${key}`, value]),
  );
const bare = (name: string, annotations: Annotations = {}): IngressBuilder =>
  anIngress(`shop/${name}`).annotated(prefixed({ 'target-type': 'ip', ...annotations }));
const web = (annotations: Annotations = {}, name = 'web'): IngressBuilder =>
  bare(name, annotations).withClass('alb');
const grouped = (name: string, annotations: Annotations = {}): IngressBuilder =>
  web({ 'group.name': 'front', ...annotations }, name);
const toAction = (ingress: IngressBuilder, path: string, name = 'act'): IngressBuilder =>
  ingress.withPath(host, path, 'Prefix', name, 'use-annotation');
const both = '[{"HTTP":80},{"HTTPS":443}]';

const traceOf = (world: readonly Buildable[], url: string, setting: Setting = {}) =>
  traceBy(albProfile, { objects: [...others, ...world], ...setting }, url);

function answerOf(profile: typeof albProfile, world: readonly Buildable[], url: string, setting?: Setting) {
  const trace = traceBy(profile, { objects: [...others, ...world], ...setting }, url);
  return trace.service?.replace('shop/', '') ?? trace.location ?? trace.httpStatus;
}

type Answer = string | number | null;
type Row = [
  title: string,
  world: readonly IngressBuilder[],
  url: string,
  expected: { readonly alb: Answer; readonly spec: Answer },
  setting?: Setting,
];

test.each<Row>([
  [
    '[ALB-1] the annotation comes before the field',
    [web().withClassAnnotation('nginx').withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/`,
    { alb: 404, spec: 'a' },
  ],
  [
    '[ALB-2] where no class is set an Ingress without one is taken',
    [bare('web').withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/`,
    { alb: 'a', spec: 404 },
    { options: { ingressClass: '' } },
  ],
  [
    '[ALB-3] a Prefix comes before a longer path of another type',
    [web().withPath(host, '/x/y', own, 'a', 80).withPath(host, '/x', 'Prefix', 'b', 80)],
    `http://${host}/x/y`,
    { alb: 'b', spec: 'a' },
  ],
  [
    '[ALB-3] paths of no type stand as they are written',
    [web().withPath(host, '/*', own, 'a', 80).withPath(host, '/x/*', own, 'b', 80)],
    `http://${host}/x/*`,
    { alb: 'a', spec: 'b' },
  ],
  [
    '[ALB-4] an earlier rule comes before a longer path in a later one',
    [
      web()
        .withPath(host, '/', 'Prefix', 'a', 80)
        .withPath('', '/', 'Prefix', 'c', 80)
        .withPath(host, '/x', 'Prefix', 'b', 80),
    ],
    `http://${host}/x`,
    { alb: 'a', spec: 'b' },
  ],
  [
    '[ALB-5] an Ingress of a lower order comes before a longer path',
    [
      grouped('b', { 'group.order': '-1' }).withPath(host, '/', 'Prefix', 'b', 80),
      grouped('a').withPath(host, '/x', 'Prefix', 'a', 80),
    ],
    `http://${host}/x`,
    { alb: 'b', spec: 'a' },
  ],
  [
    '[ALB-5] of the same order the first by name counts, not the oldest',
    [
      grouped('a').withPath(host, '/', 'Prefix', 'a', 80).createdAt('2026-02-01T00:00:00Z'),
      grouped('b').withPath(host, '/', 'Prefix', 'b', 80).createdAt('2026-01-01T00:00:00Z'),
    ],
    `http://${host}/`,
    { alb: 'a', spec: 'b' },
  ],
  [
    '[ALB-6] another load balancer is not asked',
    [
      web({}, 'a').withPath(host, '/x', 'Prefix', 'a', 80),
      web({}, 'b').withPath(host, '/y', 'Prefix', 'b', 80),
    ],
    `http://${host}/y`,
    { alb: 404, spec: 'b' },
  ],
  [
    '[ALB-7] what no path of a host takes goes on to rules for any host',
    [web().withPath(host, '/x', 'Prefix', 'a', 80).withPath('', '/', 'Prefix', 'b', 80)],
    `http://${host}/y`,
    { alb: 'b', spec: 404 },
  ],
  [
    '[ALB-7] and an earlier rule for any host comes before the host itself',
    [web().withPath('', '/', 'Prefix', 'b', 80).withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/`,
    { alb: 'b', spec: 'a' },
  ],
  [
    '[ALB-8] an asterisk stands for several labels',
    [web().withPath('*.example.com', '/', 'Prefix', 'a', 80)],
    'http://a.b.example.com/',
    { alb: 'a', spec: 404 },
  ],
  [
    '[ALB-9] an asterisk in a path stands for anything',
    [web().withPath(host, '/img/*.png', own, 'a', 80)],
    `http://${host}/img/x/y.png`,
    { alb: 'a', spec: 404 },
  ],
  [
    '[ALB-9] and a path without one for itself alone',
    [web().withPath(host, '/img', own, 'a', 80)],
    `http://${host}/img/x`,
    { alb: 404, spec: 'a' },
  ],
  [
    '[ALB-10] an Exact path with an asterisk is refused',
    [web().withPath(host, '/x*', 'Exact', 'b', 80).withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/x*`,
    { alb: 'a', spec: 'b' },
  ],
  [
    '[ALB-11] an action redirects',
    [
      toAction(
        web({
          'actions.act':
            '{"Type":"redirect","RedirectConfig":{"Host":"www.#{host}","Path":"/n/#{path}","StatusCode":"HTTP_302"}}',
        }),
        '/x',
      ),
    ],
    `http://${host}:8080/x/y?z=1`,
    { alb: `http://www.${host}:8080/n/x/y?z=1`, spec: 'act' },
  ],
  [
    '[ALB-11] an action forwards',
    [
      toAction(
        web({
          'actions.act':
            '{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"b","servicePort":"80"}]}}',
        }),
        '/x',
      ),
    ],
    `http://${host}/x`,
    { alb: 'b', spec: 'act' },
  ],
  [
    '[ALB-12] a condition asks for more',
    [
      web({
        'conditions.a':
          '[{"field":"http-header","httpHeaderConfig":{"httpHeaderName":"X-Ring","values":["inner*"]}}]',
      })
        .withPath(host, '/', 'Prefix', 'a', 80)
        .withPath(host, '/', 'Prefix', 'b', 80),
    ],
    `http://${host}/`,
    { alb: 'b', spec: 'a' },
  ],
  [
    '[ALB-13] a Service that has no node ports has no targets',
    [web({ 'target-type': 'instance' }).withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/`,
    { alb: 503, spec: 'a' },
  ],
  [
    '[ALB-14] nobody listens for https unless asked to',
    [web().withPath(host, '/', 'Prefix', 'a', 80).withTls([host], 'tls')],
    `https://${host}/`,
    { alb: null, spec: 'a' },
  ],
  [
    '[ALB-14] with a certificate nobody listens for http',
    [web({ 'certificate-arn': 'arn:aws:acm:x' }).withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/`,
    { alb: null, spec: 'a' },
  ],
  [
    '[ALB-14] ssl-redirect sends every request to https',
    [web({ 'listen-ports': both, 'ssl-redirect': '443' }).withPath(host, '/', 'Prefix', 'a', 80)],
    `http://${host}/x?y`,
    { alb: `https://${host}:443/x?y`, spec: 'a' },
  ],
  [
    '[ALB-15] a default backend is for its own load balancer',
    [web({}, 'a').withPath(host, '/x', 'Prefix', 'a', 80), web({}, 'b').withDefaultBackend('b', 80)],
    `http://${host}/y`,
    { alb: 404, spec: 'b' },
  ],
  [
    '[ALB-16] a DNS name has no targets',
    [web().withPath(host, '/', 'Prefix', 'out', 80)],
    `http://${host}/`,
    { alb: 503, spec: 'out' },
  ],
])('%s', (_title, world, url, { alb, spec }, setting) => {
  expect(answerOf(albProfile, world, url, setting)).toBe(alb);
  expect(answerOf(specProfile, world, url, { ...setting, options: {} })).toBe(spec);
});

test('[ALB-10] where something is refused the rest is as it was: an assumption', () => {
  const order = { 'group.order': '5000' };
  const group = [
    grouped('a', order).withPath(host, '/', 'Prefix', 'a', 80),
    grouped('b').withPath(host, '/x', 'Prefix', 'b', 80),
  ];
  expect(traceOf(group, `http://${host}/`)).toMatchObject({ service: 'shop/a', assumed: true });
  const globs = web().withPath(host, '/x?', 'Prefix', 'b', 80).withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([globs], `http://${host}/x?`)).toMatchObject({ service: 'shop/a', assumed: true });
  const ports = web({ 'listen-ports': '[{"TCP":80}]' }).withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ports], `http://${host}/`).httpStatus).toBe(404);
});

test('[ALB-6] several load balancers for a host: where it leads is an assumption', () => {
  const first = web({}, 'a').withPath(host, '/', 'Prefix', 'a', 80);
  const second = web({ 'group.order': '-5' }, 'b').withPath(host, '/', 'Prefix', 'b', 80);
  expect(traceOf([first, second], `http://${host}/`)).toMatchObject({
    service: 'shop/b',
    assumed: true,
    warnings: ['SHADOWED'],
  });
  expect(traceOf([first], `http://${host}/`).assumed).toBe(false);
});

test('[ALB-6] an Ingress with a group name that is not allowed has no load balancer', () => {
  const ingress = web({ 'group.name': 'Front' }).withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `http://${host}/`).httpStatus).toBe(404);
});

test('[ALB-9] with use-regex-path-match the path is a pattern somewhere in the request, an assumption', () => {
  const ingress = web({ 'use-regex-path-match': 'true' }).withPath(host, '/v[12]/', own, 'a', 80);
  expect(traceOf([ingress], `http://${host}/api/v2/x`)).toMatchObject({ service: 'shop/a', assumed: true });
  expect(traceOf([ingress], `http://${host}/v3/`).httpStatus).toBe(404);
});

test.each([
  ['{"type":"fixed-response","fixedResponseConfig":{"statusCode":"418"}}', 418],
  ['{"type":"forward","targetGroupARN":"arn:aws:x"}', null],
  [undefined, 503],
])('[ALB-11] the action %s ends with %s', (action, status) => {
  const ingress = toAction(web(action === undefined ? {} : { 'actions.act': action }), '/x');
  expect(traceOf([ingress], `http://${host}/x`)).toMatchObject({
    result: 'fail',
    reason: 'BACKEND_NOT_FOUND',
    httpStatus: status,
  });
});

test('[ALB-11] a forward to two Services is told with both shares', () => {
  const target = (name: string, weight: number) =>
    `{"serviceName":"${name}","servicePort":80,"weight":${weight}}`;
  const config = `{"type":"forward","forwardConfig":{"targetGroups":[${target('a', 3)},${target('b', 1)}]}}`;
  const ingress = toAction(web({ 'actions.act': config }), '/x');
  expect(traceOf([ingress], `http://${host}/x`).split).toEqual([
    { ingress: 'shop/web', service: 'shop/a', weight: 75 },
    { ingress: 'shop/web', service: 'shop/b', weight: 25 },
  ]);
});

test.each(['{', '{"type":"redirect","redirectConfig":{}}', '{"type":"dance"}', '[]'])(
  '[ALB-11] the action %s is refused',
  (action) => {
    const ingress = toAction(web({ 'actions.act': action }), '/x').withPath(host, '/', 'Prefix', 'a', 80);
    expect(traceOf([ingress], `http://${host}/x`)).toMatchObject({ service: 'shop/a', assumed: true });
  },
);

test('[ALB-11] a redirect that leads to itself is left out', () => {
  const toHttps =
    '{"type":"redirect","redirectConfig":{"protocol":"HTTPS","port":"443","statusCode":"HTTP_301"}}';
  const ingress = toAction(web({ 'listen-ports': both, 'actions.act': toHttps }), '/').withPath(
    host,
    '/',
    'Prefix',
    'a',
    80,
  );
  expect(traceOf([ingress], `http://${host}/`).location).toBe(`https://${host}:443/`);
  expect(traceOf([ingress], `https://${host}/`).service).toBe('shop/a');
});

const conditioned = (conditions: string): IngressBuilder =>
  web({ 'conditions.a': conditions }).withPath(host, '/x', 'Prefix', 'a', 80);

test.each([
  ['[{"field":"host-header","hostHeaderConfig":{"values":["b.example.org"]}}]', 'http://b.example.org/x'],
  ['[{"field":"host-header","hostHeaderConfig":{"values":["b?.example.org"]}}]', 'http://b2.example.org/x'],
  ['[{"field":"path-pattern","pathPatternConfig":{"values":["/y/*"]}}]', `http://${host}/y/z`],
  ['[{"field":"path-pattern","pathPatternConfig":{"values":["/y/*"]}}]', `http://${host}/x/z`],
  ['[{"field":"source-ip","sourceIpConfig":{"values":["10.0.0.0/8"]}}]', `http://${host}/x`],
  [
    '[{"field":"query-string","queryStringConfig":{"values":[{"key":"v","value":"2*"}]}}]',
    `http://${host}/x?v=21`,
  ],
])('[ALB-12] with %s %s is taken', (conditions, url) => {
  expect(traceOf([conditioned(conditions)], url).service).toBe('shop/a');
});

test('[ALB-12] a method, another host, a query that is not met', () => {
  const method = conditioned(
    '[{"field":"http-request-method","httpRequestMethodConfig":{"values":["POST"]}}]',
  );
  expect(traceOf([method], `http://${host}/x`).httpStatus).toBe(404);
  expect(traceOf([method], `http://${host}/x`, { request: { method: 'POST' } }).service).toBe('shop/a');
  const hosts = conditioned('[{"field":"host-header","hostHeaderConfig":{"values":["b?.example.org"]}}]');
  expect(traceOf([hosts], 'http://c.example.org/x').reason).toBe('NO_HOST_MATCH');
  expect(traceOf([conditioned('[{"field":"host-header"}]')], `http://${host}/x`).httpStatus).toBe(404);
});

test('[ALB-13] without target type a ClusterIP Service is an assumption, one with node ports is not', () => {
  const plain = anIngress('shop/web').withClass('alb');
  const ingress = plain.withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `http://${host}/`)).toMatchObject({ service: 'shop/a', assumed: true });
  const open = aService('shop/a').withType('NodePort').withPort(80);
  expect(traceOf([ingress, open], `http://${host}/`).assumed).toBe(false);
  const own = aService('shop/a')
    .withPort(80)
    .annotated(prefixed({ 'target-type': 'ip' }));
  expect(traceOf([ingress, own], `http://${host}/`).assumed).toBe(false);
});

test('[ALB-14] without a listener there is no answer; certificates are not in the cluster', () => {
  const ingress = web({ 'listen-ports': both }).withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `https://${host}/`)).toMatchObject({
    service: 'shop/a',
    tls: { secret: null, covered: null },
    warnings: [],
  });
  const http = web().withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([http], `https://${host}/`)).toMatchObject({ stage: 'entry', reason: 'NO_LISTENER' });
  const nowhere = web({ 'ssl-redirect': '443' }).withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([nowhere], `http://${host}/`)).toMatchObject({ service: 'shop/a', assumed: true });
});

test('[ALB-15] two default backends in a group are refused', () => {
  const world = [grouped('a').withDefaultBackend('a', 80), grouped('b').withDefaultBackend('b', 80)];
  const [one] = world;
  if (one === undefined) throw new Error('One Ingress is needed');
  expect(traceOf([one], `http://${host}/`)).toMatchObject({ service: 'shop/a', assumed: false });
  expect(traceOf(world, `http://${host}/`)).toMatchObject({ service: 'shop/a', assumed: true });
});

test('[ALB-16] a Service that is not there is 503, and only its own path', () => {
  const ingress = web().withPath(host, '/x', 'Prefix', 'none', 80).withPath(host, '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `http://${host}/x`)).toMatchObject({
    reason: 'SERVICE_NOT_FOUND',
    httpStatus: 503,
  });
  expect(traceOf([ingress], `http://${host}/`).service).toBe('shop/a');
});

test('[ALB-16] a port that is not there is refused, and says so', () => {
  const ingress = web().withPath(host, '/x', 'Prefix', 'a', 81).withPath(host, '/', 'Prefix', 'b', 80);
  expect(traceOf([ingress], `http://${host}/x`).reason).toBe('SERVICE_PORT_NOT_FOUND');
  expect(traceOf([ingress], `http://${host}/`)).toMatchObject({ service: 'shop/b', assumed: true });
});

test('[TRC-21] nobody listens for the scheme of a request', () => {
  const ingress = web().withPath('*.example.com', '/', 'Prefix', 'a', 80);
  expect(traceOf([ingress], `https://${host}/`)).toMatchObject({
    result: 'fail',
    stage: 'entry',
    reason: 'NO_LISTENER',
    httpStatus: null,
  });
  expect(traceOf([ingress], 'https://example.org/').reason).toBe('NO_HOST_MATCH');
});
