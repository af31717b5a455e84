import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFakeCluster, type FakeCluster, type FakeReply } from './index.ts';
import { toBase64Url } from './json/base64-url.ts';
import { createManualClock, type ManualClock } from './testing/index.ts';

/** One recorded question and answer of a real kube-apiserver. */
interface RecordedReply {
  readonly case: string;
  readonly given?: readonly RecordedStep[];
  readonly request: RecordedStep;
  readonly response: {
    readonly statusCode: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

interface RecordedStep {
  readonly as?: string;
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly contentType?: string;
  readonly accept?: string;
  readonly body?: unknown;
  readonly streamMs?: number;
  readonly during?: readonly RecordedStep[];
  readonly compact?: boolean;
  readonly restart?: boolean;
}

/** Recorded answers that the fake does not give, and why: everything else in `replies/` is replayed. */
const leftOut: Readonly<Record<string, string>> = {
  'apply-conflict': 'no server-side apply',
  'apply-conflict-two-managers': 'no server-side apply',
  'apply-create': 'no server-side apply',
  'apply-force': 'no server-side apply',
  'apply-ingress-conflict': 'no server-side apply',
  'apply-stale-resource-version': 'no server-side apply',
  'apply-unknown-field': 'no server-side apply',
  'apply-with-managed-fields': 'no server-side apply',
  'apply-without-manager': 'no server-side apply',
  'denied-by-admission-policy': 'no admission policies',
  'duplicate-field-yaml-strict': 'no YAML bodies',
  'forbidden-quota': 'no quotas',
  'forbidden-terminating-namespace': 'needs a ConfigMap; a test of its own uses a Service',
  'list-as-table': 'no tables',
  'webhook-unreachable': 'no admission webhooks',
  'yaml-create': 'no YAML bodies',
  'yaml-invalid': 'no YAML bodies',
  'yaml-two-documents': 'no YAML bodies',
};

/** Replies whose body is the same, but whose Warning header is not. */
const notWarned: Readonly<Record<string, string>> = {
  'ingress-v1beta1-body': 'the fields of the old Ingress type are not known',
};

const folder = new URL('./replies/', import.meta.url);
const replies = readdirSync(folder).map((file): RecordedReply =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
);

/** Fills in `${N.path}`, a value of the answer to given request N, and `${x*100}`, a hundred times x. */
function fill(value: unknown, answers: readonly unknown[]): unknown {
  const look = (index: string, keys: string): string =>
    String(
      keys
        .split('.')
        .reduce(
          (inner: unknown, key) => (inner as Record<string, unknown> | undefined)?.[key],
          answers[Number(index)],
        ),
    );
  if (typeof value === 'string') {
    const repeated = /^\$\{(.)\*(\d+)\}$/.exec(value);
    if (repeated !== null) return (repeated[1] ?? '').repeat(Number(repeated[2]));
    return value.replace(/\$\{(\d+)\.([\w.]+)\}/g, (_, index: string, keys: string) => look(index, keys));
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, answers)]));
}

function send(cluster: FakeCluster, step: RecordedStep): FakeReply {
  const identity = step.as === 'anonymous' ? undefined : (step.as ?? 'admin');
  const body = typeof step.body === 'string' ? step.body : JSON.stringify(step.body);
  return cluster.handle({
    method: step.method ?? 'GET',
    path: step.path ?? '/',
    query: step.query ?? '',
    identity,
    headers: {
      'user-agent': 'Fairlead/0',
      accept: step.accept,
      'content-type': step.contentType ?? 'application/json',
    },
    ...(body !== undefined && { body }),
  });
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

function setUp(): { cluster: FakeCluster; clock: ManualClock } {
  const clock = createManualClock();
  const cluster = createFakeCluster(clock);
  cluster.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
  clock.advance(1000);
  return { cluster, clock };
}

function giveAll(cluster: FakeCluster, steps: readonly RecordedStep[]): unknown[] {
  const answers: unknown[] = [];
  for (const step of steps) {
    if (step.compact === true) cluster.compact();
    if (step.restart === true) cluster.restart();
    const isAsked = step.compact !== true && step.restart !== true;
    const reply = isAsked ? send(cluster, fill(step, answers) as RecordedStep) : undefined;
    answers.push(reply?.kind === 'body' ? parse(reply.body) : {});
  }
  return answers;
}

function readStream(reply: FakeReply, during: () => void): unknown {
  if (reply.kind === 'body') return parse(reply.body);
  let text = '';
  reply.stream.open({ onChunk: (chunk) => (text += chunk), onEnd: () => {} });
  during();
  reply.stream.close();
  return text.split('\n').filter(Boolean).map(parse);
}

/** What differs from run to run. */
const changing = new Set(['uid', 'resourceVersion', 'creationTimestamp', 'managedFields', 'time']);

function maskText(text: string, asked: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>')
    .replace(/(in the precondition|in record) \(\d+\)/g, '$1 (<n>)')
    .replace(/current: \d+|too old resource version: \d+ \(\d+\)/g, '<n>')
    .replace(/^web-[a-z0-9]{5}$/, 'web-<suffix>')
    .replace(/10\.\d+\.\d+\.\d+/g, (address) => (asked.includes(address) ? address : '<address>'));
}

const maskToken = (token: string): string =>
  Buffer.from(token, 'base64url')
    .toString('utf8')
    .replace(/"rv":\d+/, '"rv":<n>');

/** The answer without what may differ: ids, versions, times, picked addresses and ports. */
function mask(value: unknown, asked: string, key = ''): unknown {
  if (key === 'continue' && typeof value === 'string') return maskToken(value);
  if (key === 'nodePort') return '<port>';
  if (typeof value === 'string') return maskText(value, asked);
  if (Array.isArray(value)) return value.map((item) => mask(item, asked));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !changing.has(name))
      .map(([name, item]) => [name, mask(item, asked, name)]),
  );
}

test('every recorded reply is replayed or left out for a reason', () => {
  const names = new Set(replies.map((reply) => reply.case));
  const unknown = Object.keys(leftOut).filter((name) => names.has(name));
  expect(unknown, 'left out, yet copied').toEqual([]);
  for (const [name, reason] of Object.entries(leftOut)) console.info(`not replayed: ${name}: ${reason}`);
  for (const [name, reason] of Object.entries(notWarned))
    console.info(`no warning header: ${name}: ${reason}`);
  expect(names.size).toBeGreaterThan(150);
});

test.each(replies.map((reply) => [reply.case, reply] as const))('answers as recorded: %s', (_name, reply) => {
  const { cluster, clock } = setUp();
  const answers = giveAll(cluster, reply.given ?? []);
  const request = fill(reply.request, answers) as RecordedStep;
  const answer = send(cluster, request);
  const body = readStream(answer, () => {
    clock.advance(500);
    for (const step of request.during ?? []) send(cluster, fill(step, answers) as RecordedStep);
    clock.advance((request.streamMs ?? 0) - 500);
  });
  const asked = JSON.stringify(reply.given ?? []) + JSON.stringify(reply.request);
  expect(answer.statusCode).toBe(reply.response.statusCode);
  expect(mask(body, asked)).toEqual(mask(reply.response.body, asked));
  const { warning, 'retry-after': retryAfter } = reply.response.headers ?? {};
  if (retryAfter !== undefined) expect(answer.headers['retry-after']).toBe(retryAfter);
  if (warning !== undefined && !Object.hasOwn(notWarned, reply.case))
    expect(answer.headers['warning']).toBe(warning);
});

test('continue tokens are base64url of JSON, as the real ones', () => {
  expect(toBase64Url('{"v":"meta.k8s.io/v1","rv":819,"start":"/web\\u0000"}')).toBe(
    'eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6ODE5LCJzdGFydCI6Ii93ZWJcdTAwMDAifQ',
  );
});
