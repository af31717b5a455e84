import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiVersionOf, kindInfo, kinds } from './kind.ts';
import { keyOf, parseObjectKey, refOf } from './object-ref.ts';
import { ObjectStore } from './object-store.ts';
import type { TrimmedObject } from './objects/cluster-object.ts';
import { parseTrimmedObject } from './parse-trimmed-object.ts';
import { parseWholeObject } from './parse-whole-object.ts';
import {
  aDeployment,
  aNamespace,
  aNode,
  anIngress,
  anIngressClass,
  aPod,
  aService,
  aSlice,
} from './testing/index.ts';

const oddTexts = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '-',
  '/',
  'a/b',
  '\u0000',
  '\u202Eevil\u202C',
  '\u001B[31mred\u001B[0m',
  '\u{1F9E8}\u{1F1E9}\u{1F1EA}',
  'line\nbreak\u2028and more',
  'x'.repeat(253),
  'NaN',
  'null',
];
const oddText = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 12 }));
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(null, [], {}, '', 0, -1, 1e308, true, [null], [[]], { '': null }),
  },
  { weight: 2, arbitrary: oddText },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) },
  { weight: 1, arbitrary: fc.dictionary(oddText, fc.oneof(oddText, fc.constant(null))) },
);

const seeds: readonly TrimmedObject[] = [
  aService('shop/web').selecting({ app: 'web' }).withLoadBalancerAddress({ ip: '192.0.2.1' }).build(),
  anIngress('shop/web')
    .withPath('shop.example.com', '/', 'Prefix', 'web', 80)
    .withDefaultBackend('web', 80)
    .withTls(['shop.example.com'], 'tls')
    .build(),
  aSlice('shop/web-1')
    .of('web')
    .withPort(80)
    .withEndpoint('10.0.0.1', { ready: true, pod: aPod('shop/a') })
    .build(),
  aPod('shop/a')
    .labelled({ app: 'web' })
    .withContainerPort('http', 80)
    .ownedBy(aDeployment('shop/web'))
    .build(),
  aDeployment('shop/web')
    .withStatus({ conditions: [{ type: 'Available', status: 'True' }] })
    .build(),
  aNode('worker-1').build(),
  aNamespace('shop').build(),
  anIngressClass('nginx').build(),
];

/** Every place in a value, as the keys that lead to it. */
function listPlaces(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => listPlaces(part, [...path, key]))];
}

function withValueAt(value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown {
  if (key === undefined) return odd;
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const part: unknown = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  const changed = withValueAt(part, rest, odd);
  Object.defineProperty(copy, key, { value: changed, enumerable: true, writable: true, configurable: true });
  return copy;
}

/** A valid object in which up to three places hold something else. */
const poisoned: fc.Arbitrary<unknown> = fc.constantFrom(...seeds).chain((seed) => {
  const places = listPlaces(seed);
  return fc
    .array(fc.tuple(fc.constantFrom(...places), oddValue), { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce<unknown>((object, [place, odd]) => withValueAt(object, place, odd), seed),
    );
});

const invented: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...kinds), fc.record({ metadata: oddValue, spec: oddValue, status: oddValue }))
  .map(([kind, parts]) => ({ apiVersion: apiVersionOf(kindInfo(kind)), kind, ...parts }));

/** Reads an object the way the product does; it throws where a typed field is not of its type. */
function use(object: TrimmedObject): void {
  const store = new ObjectStore();
  store.apply([
    { op: 'put', object: aPod('shop/neighbour').labelled({ app: 'web' }).build() },
    { op: 'put', object },
  ]);
  const { namespace = '', name, labels } = object.metadata;
  expect(store.find(object.kind, object.metadata.namespace, name)).toBe(object);
  expect(store.listNamespaces()).toContain('shop');
  expect(store.find('Pod', 'shop', 'neighbour')).toBeDefined();
  store.listServicesSelecting(namespace, labels);
  if (object.kind === 'Service') {
    store.listPodsSelectedBy(namespace, object.spec.selector);
    (object.spec.ports ?? []).map(({ port }) => port.toFixed(0));
  }
  if (object.kind === 'Ingress')
    (object.spec.rules ?? []).flatMap(({ host = '', http }) =>
      (http?.paths ?? []).map(({ path = '', pathType, backend }) =>
        [host, path, pathType, backend.service?.name ?? ''].map((text) => text.trim()),
      ),
    );
  if (object.kind === 'EndpointSlice')
    (object.endpoints ?? []).flatMap(({ addresses }) => addresses.map((address) => address.trim()));
  if (object.kind === 'Pod')
    (object.spec.containers ?? []).flatMap(({ name: container, ports = [] }) =>
      ports.map(({ containerPort }) => container.trim() + containerPort.toFixed(0)),
    );
  expect(parseTrimmedObject(object)).toBe(object);
  const key = keyOf(object);
  expect(parseObjectKey(key)).toEqual(refOf(object));
  expect(store.apply([{ op: 'remove', key }])).toHaveLength(1);
}

test('no poisoned object crashes its reader, disturbs its neighbours or cannot be removed again', () => {
  fc.assert(
    fc.property(fc.oneof(poisoned, invented, oddValue), (raw) => {
      const parsed = parseTrimmedObject(raw);
      if (parsed.kind !== 'Unreadable') use(parsed);
      else expect(parsed.reason).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});

const ingressWithAbsentBackend = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { rules: [{ host: 'shop.example.com', http: { paths: [{ path: '/', backend: undefined }] } }] },
};

test('a whole object is unreadable or has every value that is there', () => {
  const withoutAbsent = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(withoutAbsent)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value).flatMap(([key, part]) =>
              part === null || part === undefined ? [] : [[key, withoutAbsent(part)]],
            ),
          )
        : value;
  fc.assert(
    fc.property(poisoned, (raw) => {
      const parsed = parseWholeObject(raw);
      fc.pre(parsed.kind !== 'Unreadable');
      expect(withoutAbsent(parsed)).toMatchObject(withoutAbsent(raw) as object);
    }),
    { numRuns: 500, examples: [[ingressWithAbsentBackend]] },
  );
});

test('ten thousand labels and deep unknown fields are carried through', () => {
  const labels = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`key-${index}`, 'x']));
  const depth = 5_000;
  const deep: unknown = JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
  const raw = { ...seeds[3], metadata: { name: 'a', namespace: 'shop', labels }, deep };
  const parsed = parseTrimmedObject(raw);
  expect(parsed).toBe(raw);
  if (parsed.kind !== 'Unreadable') use(parsed);
});
