import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  testClientKey,
  testServerCertificate,
  testServerKey,
} from '../../cluster/testing/test-certificates.ts';
import { CertificateReader } from '../input/certificate-reader.ts';
import { runForTest } from '../testing/run-for-test.ts';
import { trace } from '../trace/trace.ts';
import { reasonSentences } from '../trace/reason-sentences.ts';
import { batchAnswerSchema, traceFields } from './batch-answer-schema.ts';
import { batchRequestSchema } from './batch-request-schema.ts';
import { BatchTracer } from './batch-tracer.ts';
import { LineSplitter } from './line-splitter.ts';

const host = 'kubernetes.test';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const ingress = (fields: object = {}, path: object = { path: '/', pathType: 'Prefix' }) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web', namespace: 'shop', uid: '1', creationTimestamp: '2026-01-01T00:00:00Z' },
  spec: {
    ingressClassName: 'any',
    rules: [
      { host, http: { paths: [{ ...path, backend: { service: { name: 'web', port: { number: 80 } } } }] } },
    ],
    ...fields,
  },
});
const others = [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'any' },
    spec: { controller: 'example.com/any' },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { ports: [{ port: 80 }] },
  },
  {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'web-1', namespace: 'shop', labels: { 'kubernetes.io/service-name': 'web' } },
    addressType: 'IPv4',
    ports: [{ name: '', port: 8080 }],
    endpoints: [
      {
        addresses: ['10.0.0.1'],
        conditions: { ready: true },
        targetRef: { kind: 'Pod', name: 'web-1', namespace: 'shop' },
      },
    ],
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web-1', namespace: 'shop' },
    spec: { containers: [] },
    status: { podIP: '10.0.0.1' },
  },
];
const secret = (key = testServerKey) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  type: 'kubernetes.io/tls',
  metadata: { name: 'web-tls', namespace: 'shop' },
  data: { 'tls.crt': base64(testServerCertificate), 'tls.key': base64(key) },
});
const request = { method: 'GET', scheme: 'http', host, path: '/a' };

const line = (fields: object = {}) =>
  JSON.stringify({ id: 'a', profile: 'spec', objects: [ingress(), ...others], request, ...fields });

interface Answer extends Record<string, unknown> {
  readonly id: string | null;
}

async function ask(...lines: string[]): Promise<{ answers: Answer[]; status: number }> {
  const { out, status } = await runForTest(trace, ['--batch', '-', '--format', 'json'], {
    input: lines.join('\n'),
  });
  const answers = out
    .trimEnd()
    .split('\n')
    .map((text): Answer => JSON.parse(text));
  for (const answer of answers) batchAnswerSchema.parse(answer);
  return { answers, status };
}

test('an answer has every field of the table that has a value', async () => {
  const { answers, status } = await ask(line());
  expect(status).toBe(0);
  expect(answers).toEqual([
    {
      id: 'a',
      result: 'ok',
      stage: 'endpoints',
      httpStatus: null,
      ingress: 'shop/web',
      hostRule: host,
      path: '/',
      pathType: 'Prefix',
      viaDefaultBackend: false,
      service: 'shop/web',
      servicePort: 80,
      endpoints: ['10.0.0.1:8080'],
      pods: ['shop/web-1'],
      warnings: [],
      assumed: false,
      steps: expect.any(Array),
      losers: [],
    },
  ]);
});

test('answers come in the order of the lines, blank lines have none', async () => {
  const { answers } = await ask(line({ id: '1' }), '', '  ', line({ id: '2' }), line({ id: '3' }), '');
  expect(answers.map(({ id }) => id)).toEqual(['1', '2', '3']);
});

test('certificates are read from the Secrets of the world', async () => {
  const https = (...secrets: object[]) =>
    line({
      objects: [ingress({ tls: [{ hosts: [host], secretName: 'web-tls' }] }), ...others, ...secrets],
      request: { ...request, scheme: 'https' },
    });
  const { answers } = await ask(https(secret()), https(secret(testClientKey)), https());
  expect(answers.map(({ tls, warnings }) => [tls, warnings])).toEqual([
    [{ secret: 'shop/web-tls', covered: true }, []],
    [{ secret: null, covered: false, reason: 'TLS_SECRET_NOT_FOUND' }, ['TLS_SECRET_NOT_FOUND']],
    [{ secret: null, covered: false, reason: 'TLS_SECRET_NOT_FOUND' }, ['TLS_SECRET_NOT_FOUND']],
  ]);
});

test('a certificate may be written as plain text', async () => {
  const { data: _data, ...named } = secret();
  const { answers } = await ask(
    line({
      objects: [
        ingress({ tls: [{ hosts: [host], secretName: 'web-tls' }] }),
        ...others,
        { ...named, stringData: { 'tls.crt': testServerCertificate, 'tls.key': testServerKey } },
      ],
      request: { ...request, scheme: 'https' },
    }),
  );
  expect(answers[0]).toMatchObject({ tls: { secret: 'shop/web-tls', covered: true } });
});

test('an invalid Ingress is answered with its field', async () => {
  const { answers, status } = await ask(line({ objects: [ingress({}, { path: '/' }), ...others] }));
  expect(answers[0]).toMatchObject({
    result: 'fail',
    stage: 'admission',
    reason: 'INVALID_INGRESS',
    field: 'spec.rules[0].http.paths[0].pathType',
    hostRule: null,
    path: null,
  });
  expect(status).toBe(0);
});

test('an old Ingress is converted first', async () => {
  const old = {
    ...ingress(),
    apiVersion: 'extensions/v1beta1',
    spec: {
      ingressClassName: 'any',
      rules: [{ host, http: { paths: [{ path: '/', backend: { serviceName: 'web', servicePort: '80' } }] } }],
    },
  };
  const { answers } = await ask(line({ objects: [old, ...others] }));
  expect(answers[0]).toMatchObject({ result: 'ok', pathType: 'ImplementationSpecific' });
});

test('lists among the objects are taken apart', async () => {
  const { apiVersion, kind: _kind, ...item } = ingress();
  const objects = [
    { apiVersion: 'v1', kind: 'List', items: others },
    { apiVersion, kind: 'IngressList', items: [item] },
  ];
  const { answers } = await ask(line({ objects }));
  expect(answers[0]).toMatchObject({ result: 'ok', ingress: 'shop/web' });
});

test('null is as good as absent where a field may be left out', async () => {
  const { answers, status } = await ask(
    line({ controllerOptions: null, request: { ...request, query: null, headers: null, cookies: null } }),
    line({ controllerOptions: { ingressClass: null } }),
    line({ request: { ...request, host: null } }),
  );
  expect(answers.map(({ result }) => result)).toEqual(['ok', 'ok', undefined]);
  expect(answers[2]).toMatchObject({ id: 'a', error: { code: 'LINE_INVALID' } });
  expect(status).toBe(2);
});

test('lines about one world differ by profile, options and objects', async () => {
  const classless = ingress({ ingressClassName: undefined });
  const { answers } = await ask(
    line({ objects: [classless, ...others] }),
    line({ objects: [classless, ...others], controllerOptions: { watchIngressWithoutClass: true } }),
    line({ objects: [classless, ...others], profile: 'contour' }),
    line({ objects: [ingress(), ...others] }),
    line({ objects: [classless, ...others] }),
  );
  expect(answers.map(({ result, reason }) => reason ?? result)).toEqual([
    'NO_CLASS',
    'ok',
    'ok',
    'ok',
    'NO_CLASS',
  ]);
});

test('options of the controller count', async () => {
  const objects = [ingress({ ingressClassName: undefined }), ...others];
  const { answers } = await ask(
    line({ objects }),
    line({ objects, controllerOptions: { watchIngressWithoutClass: true } }),
  );
  expect(answers.map(({ reason = 'none' }) => reason)).toEqual(['NO_CLASS', 'none']);
});

test.each([
  ['nonsense', null, 'LINE_NOT_JSON', /no JSON/],
  ['[]', null, 'LINE_INVALID', /expected object/],
  ['{"id": "a"}', 'a', 'LINE_INVALID', /^profile: /],
  [line({ id: 7 }), null, 'LINE_INVALID', /^id: /],
  [line({ profile: 'apache' }), 'a', 'PROFILE_UNKNOWN', /no profile apache/],
  [line({ profile: 'gateway-api' }), 'a', 'PROFILE_NOT_SUPPORTED', /gateway-api comes with a later version/],
  [line({ objects: {} }), 'a', 'LINE_INVALID', /^objects: /],
  [line({ objects: [1] }), 'a', 'LINE_INVALID', /^objects\[0\]: /],
  [line({ request: { ...request, scheme: 'ftp' } }), 'a', 'LINE_INVALID', /^request\.scheme: /],
  [line({ controllerOptions: { strictHots: true } }), 'a', 'LINE_INVALID', /strictHots/],
])('%.40s is answered with an error, the next line with its answer', async (bad, id, code, message) => {
  const { answers, status } = await ask(bad, line({ id: 'next' }));
  expect(answers).toEqual([
    { id, error: { code, message: expect.stringMatching(message) } },
    expect.objectContaining({ id: 'next', result: 'ok' }),
  ]);
  expect(status).toBe(2);
});

test('lines are put together from chunks cut anywhere', () => {
  const splitter = new LineSplitter(5);
  const texts = ['ab', 'c\nd', 'e\n\nlonger', ' than that\nf'].flatMap((chunk) =>
    splitter.take(Buffer.from(chunk)),
  );
  const lines = [...texts, ...splitter.end()].map((text) => text && Buffer.from(text).toString());
  expect(lines).toEqual(['abc', 'de', '', undefined, 'f']);
});

test('a line that is too long, or no UTF-8, is answered with an error', () => {
  const tracer = new BatchTracer(new CertificateReader());
  expect(tracer.answer(undefined)?.json).toContain('LINE_TOO_LONG');
  expect(tracer.answer(Uint8Array.of(0x22, 0xff, 0x22))?.json).toContain('LINE_NOT_JSON');
});

test('what is odd in a world does not end the batch', async () => {
  const odd = [
    { kind: 'Ingress' },
    { kind: 'Service', apiVersion: 'v1', metadata: null },
    { kind: 'Secret', metadata: { name: 'x' }, data: { 'tls.crt': 'x' } },
    { kind: 'constructor' },
    {},
    {
      ...ingress(),
      metadata: { name: 'odd', namespace: 'shop' },
      spec: { rules: [{ http: { paths: [null, 1] } }] },
    },
  ];
  const { answers } = await ask(line({ objects: [...odd, ingress(), ...others] }));
  expect(answers[0]).toMatchObject({ result: 'ok', ingress: 'shop/web' });
});

test.each([
  ['trace-batch-request', batchRequestSchema, 'input'],
  ['trace-batch-answer', batchAnswerSchema, 'output'],
] as const)('docs/schemas/%s.schema.json is what the program checks', (name, schema, io) => {
  const file = new URL(`../../../../../docs/schemas/${name}.schema.json`, import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(z.toJSONSchema(schema, { io }));
});

test('the schema knows every reason there is', () => {
  expect(traceFields.reason.unwrap().options.toSorted()).toEqual(Object.keys(reasonSentences).toSorted());
});
