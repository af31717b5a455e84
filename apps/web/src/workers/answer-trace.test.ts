import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { parseRequestLine } from '@fairlead/routing';
import { expect, test } from 'vitest';
import { answer } from './answer.ts';
import type { LiveModel } from './live-model.ts';
import { nowMs } from './testing/model-of.ts';
import { aShop } from './testing/shop.ts';
import { updated } from './testing/some-draft.ts';
import type { TraceAnswer } from '../trace-view/trace-view.ts';
import type { TracedCertificate } from '../trace-view/traced-facts.ts';
import type { TraceQuestion } from './trace-questions.ts';
import { answerKnownRequests, answerTrace } from './answer-trace.ts';

function ask(line: string, more: Partial<TraceQuestion> = {}): TraceQuestion {
  const read = parseRequestLine(line);
  if (read.kind === 'problem') throw new Error(read.code);
  return { kind: 'trace', request: read.request, ...more };
}

function traceOf(model: LiveModel, line: string, more: Partial<TraceQuestion> = {}): TraceAnswer {
  const found = answerTrace(model, ask(line, more));
  if (found === undefined) throw new Error('not traced');
  return found;
}

const states = ({ hops }: TraceAnswer): string => hops.map(({ state }) => state).join(' ');

function hopOf<S extends TraceAnswer['hops'][number]['stage']>(
  { hops }: TraceAnswer,
  stage: S,
): Extract<TraceAnswer['hops'][number], { readonly stage: S }> {
  const found = hops.find((hop): hop is Extract<typeof hop, { readonly stage: S }> => hop.stage === stage);
  if (found === undefined) throw new Error(`no hop ${stage}`);
  return found;
}

test('a request that reaches a ready Pod has no broken hop, and its way is drawn', () => {
  const found = traceOf(aShop(), 'https://shop.example.com/cart');
  expect(found.controller).toMatchObject({ profile: 'ingress-nginx', name: 'k8s.io/ingress-nginx' });
  expect(found.brokenHop).toBeUndefined();
  expect(states(found)).toBe('unknown ok ok ok ok ok ok');
  expect(hopOf(found, 'path')).toMatchObject({ path: '/', matchCount: 1, ruleCount: 2 });
  expect(hopOf(found, 'pods')).toMatchObject({ ready: 1, all: 2 });
  const { picture } = found;
  expect(picture.marks.map(({ hop, target, side }) => [hop, target, side])).toEqual([
    [1, 'clients', 'top'],
    [2, 'controller/-/k8s.io/ingress-nginx', 'top'],
    [3, 'Ingress/shop/shop#host:shop.example.com', 'left'],
    [4, 'Ingress/shop/shop#path:shop.example.com|Prefix|0|/', 'right'],
    [5, 'Service/shop/web#port:http', 'left'],
    [6, 'Service/shop/web#port:http', 'right'],
    [7, 'Pod/shop/web-1', 'left'],
    [7, 'Pod/shop/web-2', 'left'],
  ]);
  expect(picture.edges).toContain('controller/-/k8s.io/ingress-nginx>Ingress/shop/shop');
  expect(picture.notes).toEqual([
    { target: 'Ingress/shop/shop#path:shop.example.com|Prefix|0|/', note: 'wins' },
    { target: 'Ingress/shop/shop#path:shop.example.com|Prefix|0|/api', note: 'no-match' },
  ]);
});

test('a rule that also matches is told to have the shorter path', () => {
  const found = traceOf(aShop(), 'https://shop.example.com/api/orders');
  expect(found.losers.map(({ kind, count }) => [kind, count])).toEqual([['shorter-path', 1]]);
  expect(found.otherHosts).toEqual({ rules: 1, hosts: 1 });
});

test('a selector that matches no Pod breaks the last hop, with the fix that the checks know', () => {
  const found = traceOf(aShop(), 'https://shop.example.com/api/orders');
  expect([found.brokenHop, found.trace.httpStatus]).toEqual([7, 503]);
  expect(states(found)).toBe('unknown ok ok ok ok ok broken');
  expect(found.finding?.checkId).toBe('SVC-001');
  expect(found.picture.marks.at(-1)).toMatchObject({ hop: 7, isBroken: true });
});

test('a Service that is asked in place of an empty one is shown, without the line that nothing takes', () => {
  const model = aShop();
  const ingress = anIngress('shop/late')
    .withClass('nginx')
    .annotated({ 'nginx.ingress.kubernetes.io/default-backend': 'web' })
    .withPath('late.example.com', '/', 'Prefix', 'api', 8080);
  model.apply([{ op: 'put', object: ingress.build() }], nowMs);
  const found = traceOf(model, 'http://late.example.com/');
  expect(found.brokenHop).toBeUndefined();
  expect(hopOf(found, 'service-port')).toMatchObject({ service: 'shop/web', port: { number: 80 } });
  expect(found.serviceRef).toMatchObject({ kind: 'Service', name: 'web' });
  expect(found.picture.marks.slice(-3).map(({ hop, target }) => [hop, target])).toEqual([
    [6, 'Service/shop/web#port:http'],
    [7, 'Pod/shop/web-1'],
    [7, 'Pod/shop/web-2'],
  ]);
  expect(found.picture.edges).not.toContain('Ingress/shop/late#path:late.example.com|Prefix|0|/');
});

test('a Service that is not there breaks hop 5 on the edge to its ghost', () => {
  const found = traceOf(aShop(), 'http://pay.example.com/');
  expect(found.brokenHop).toBe(5);
  expect(found.picture.brokenEdge).toBe('Ingress/sec/pay#path:pay.example.com|Prefix|0|/');
  expect(states(found)).toBe('unknown ok ok ok broken not-reached not-reached');
});

test('http on a host with TLS is sent to https: nothing is broken, and nothing is reached', () => {
  const found = traceOf(aShop(), 'http://shop.example.com/cart');
  expect(found.brokenHop).toBeUndefined();
  expect(hopOf(found, 'path').redirect).toEqual({
    httpStatus: 308,
    location: 'https://shop.example.com/cart',
  });
  expect(states(found)).toBe('unknown ok ok ok not-reached not-reached not-reached');
});

test('a host with a letter wrong names the one that is meant', () => {
  const found = traceOf(aShop(), 'https://shop.exmaple.com/');
  expect([found.brokenHop, hopOf(found, 'host').closest]).toEqual([3, 'shop.example.com']);
  expect(found.picture.marks.map(({ hop, target }) => [hop, target])).toEqual([
    [1, 'clients'],
    [2, 'controller/-/k8s.io/ingress-nginx'],
  ]);
  expect(hopOf(traceOf(aShop(), 'https://elsewhere.test/'), 'host').closest).toBeUndefined();
});

test('an Ingress of a class that does not exist breaks hop 2, which says so', () => {
  const model = aShop();
  model.apply(
    [
      {
        op: 'put',
        object: anIngress('shop/late')
          .withClass('ngnix')
          .withPath('late.example.com', '/', 'Prefix', 'web', 'http')
          .build(),
      },
    ],
    nowMs,
  );
  const found = traceOf(model, 'http://late.example.com/');
  expect(found.brokenHop).toBe(2);
  expect(hopOf(found, 'controller').refused).toMatchObject({
    reason: 'CLASS_NOT_FOUND',
    ingress: 'shop/late',
    className: 'ngnix',
  });
});

test('another profile can be chosen, and the answer says whose rules it followed', () => {
  const found = traceOf(aShop(), 'http://shop.example.com/cart', { via: '=spec' });
  expect([found.controller.profile, found.isOverridden, found.trace.result]).toEqual(['spec', true, 'ok']);
  expect(found.choices.map(({ id }) => id)).toEqual(['k8s.io/ingress-nginx']);
  expect(traceOf(aShop(), 'http://shop.example.com/cart', { via: '=nobody' }).isOverridden).toBe(false);
});

test('the answer follows the cluster, and is the same object while nothing changes', () => {
  const model = aShop();
  const question = ask('https://shop.example.com/api/orders');
  const before = answer(model, question);
  expect(answer(model, question)).toBe(before);
  model.apply(
    [
      { op: 'put', object: aService('shop/api').withPort(8080).selecting({ app: 'api' }).build() },
      { op: 'remove', key: 'Ingress/shop/shop' },
    ],
    nowMs,
  );
  expect(answer(model, question)).toMatchObject({ brokenHop: 3 });
});

test('with a draft the answer is that of the cluster with the draft applied', () => {
  const mended = updated(aService('shop/api').withPort(8080).selecting({ app: 'api' }));
  const model = aShop();
  expect(traceOf(model, 'https://shop.example.com/api').brokenHop).toBe(7);
  const drafted = answer(model, ask('https://shop.example.com/api', { draft: [mended] }));
  expect(drafted).toMatchObject({ brokenHop: undefined, trace: { result: 'ok' } });
  expect(traceOf(model, 'https://shop.example.com/api').brokenHop).toBe(7);
});

test('the trace of a draft is the trace after it was applied', () => {
  const drafted = anIngress('shop/shop')
    .withClass('nginx')
    .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
    .withPath('shop.example.com', '/api/v2', 'Prefix', 'web', 'http')
    .withTls(['shop.example.com'], 'shop-tls');
  const model = aShop();
  const lines = [
    'https://shop.example.com/api',
    'https://shop.example.com/api/v2/x',
    'http://shop.example.com/',
  ];
  const before = lines.map((line) => answer(model, ask(line, { draft: [updated(drafted)] })));
  model.apply([{ op: 'put', object: drafted.build() }], nowMs);
  const after = lines.map((line) => answer(model, ask(line)));
  const tracesOf = (all: readonly unknown[]): unknown => all.map((each) => Object(each).trace);
  expect(tracesOf(before)).toEqual(tracesOf(after));
});

test('the request is reproduced as it is: its scheme, method and headers', () => {
  const found = traceOf(aShop(), "curl -X POST -H 'X-Canary: always' http://shop.example.com/api?a=1");
  expect(found.reproduce.map(({ curl }) => curl)).toEqual([
    "curl -X 'POST' -H 'X-Canary: always' 'http://shop.example.com/api?a=1'",
  ]);
});

test('known requests begin with what is typed, before those that only contain it', () => {
  const known = (text: string): readonly string[] =>
    answerKnownRequests(aShop(), { kind: 'knownRequests', text, limit: 5 }).map(
      ({ scheme, host, path }) => `${scheme}://${host}${path}`,
    );
  expect(known('shop')).toEqual(['https://shop.example.com/', 'https://shop.example.com/api']);
  expect(known('example')).toHaveLength(3);
  expect(known('shop.example.com/a')).toEqual(['https://shop.example.com/api']);
  expect(known('nothing')).toEqual([]);
});

const read = { secret: 'shop/shop-tls', state: 'read', commonName: '', problem: undefined } as const;
const valid = { kind: 'valid', days: 90 } as const;
const certificateHop = (certificate: TracedCertificate) =>
  hopOf(traceOf(aShop(), 'https://shop.example.com/cart', { certificates: [certificate] }), 'controller');

test('a certificate that was read says whether it covers the host', () => {
  const bare = hopOf(traceOf(aShop(), 'https://shop.example.com/cart'), 'controller');
  expect(bare).toMatchObject({ state: 'ok', tls: { secret: 'shop/shop-tls', covered: null } });
  expect(certificateHop({ ...read, names: ['*.example.com'], validity: valid })).toMatchObject({
    state: 'ok',
    tls: { secret: 'shop/shop-tls', covered: true },
  });
  expect(certificateHop({ ...read, names: ['pay.example.com'], validity: valid })).toMatchObject({
    state: 'warning',
    tls: { covered: false, reason: 'TLS_HOST_NOT_COVERED' },
  });
  const named = { ...read, names: [], commonName: 'shop.example.com', validity: valid };
  expect(certificateHop(named)).toMatchObject({
    state: 'warning',
    tls: { secret: 'shop/shop-tls', covered: false },
  });
});

test('Contour takes the entry with a usable Secret: each is named to be read, and the one that counts is told', () => {
  const model = aShop();
  const entry = (name: string, path: string) =>
    anIngress(`shop/${name}`)
      .withClass('contour')
      .withPath('edge.example.com', path, 'Prefix', 'web', 'http')
      .withTls(['edge.example.com'], `${name}-tls`)
      .build();
  model.apply(
    [entry('old', '/old'), entry('young', '/')].map((object) => ({ op: 'put' as const, object })),
    nowMs,
  );
  const traced = (more: Partial<TraceQuestion>) =>
    traceOf(model, 'https://edge.example.com/', { via: '=contour', ...more });
  const { secrets, trace } = traced({});
  expect(secrets).toEqual(['shop/old-tls', 'shop/young-tls']);
  expect(trace.tls).toEqual({ secret: 'shop/old-tls', covered: null });
  const names = ['edge.example.com'];
  const young: TracedCertificate = {
    secret: 'shop/young-tls',
    state: 'read',
    names,
    commonName: '',
    problem: undefined,
    validity: valid,
  };
  const old: TracedCertificate = { ...young, secret: 'shop/old-tls', state: 'missing', names: [] };
  const informed = traced({ certificates: [old, young] });
  expect(informed.trace).toMatchObject({ result: 'ok', tls: { secret: 'shop/young-tls', covered: true } });
  expect(hopOf(informed, 'controller').certificate).toEqual(young);
  const neither = traced({ certificates: [old, { ...young, state: 'missing' }] });
  expect(neither.trace).toMatchObject({ reason: 'TLS_SECRET_NOT_FOUND', httpStatus: null });
  expect(hopOf(neither, 'controller').certificate).toEqual(old);
  expect(traced({ certificates: [{ ...old, state: 'forbidden' }, young] }).trace.tls?.covered).toBeNull();
});

test('a certificate out of its dates is a warning, and a missing Secret means the fallback certificate', () => {
  const expired = { kind: 'expired', days: 3 } as const;
  expect(certificateHop({ ...read, names: ['shop.example.com'], validity: expired }).state).toBe('warning');
  expect(certificateHop({ ...read, state: 'missing', names: [], validity: undefined })).toMatchObject({
    state: 'warning',
    tls: { secret: null, covered: false, reason: 'TLS_SECRET_NOT_FOUND' },
  });
  expect(certificateHop({ ...read, state: 'forbidden', names: [], validity: undefined })).toMatchObject({
    state: 'ok',
    tls: { covered: null },
  });
});
