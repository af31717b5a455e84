import { expect, test } from 'vitest';
import { readClusterObjects } from './read-cluster-objects.ts';
import { placeOfField } from './source-object.ts';

const read = (...lines: string[]) => readClusterObjects(lines.join('\n'), 'shop.yaml');
const lines = (reading: ReturnType<typeof readClusterObjects>) =>
  reading.objects.map(({ object, line }) => [object['kind'], line]);
const told = ({ problems }: ReturnType<typeof readClusterObjects>) =>
  problems.map(({ file, line, severity, code }) => [file, line, severity, code]);

test('every document of a file is an object with its line', () => {
  const reading = read(
    '# the shop',
    'apiVersion: v1',
    'kind: Service',
    '---',
    '---',
    '# nothing here',
    '---',
    '',
    '{"apiVersion": "v1", "kind": "Pod"}',
  );
  expect(lines(reading)).toEqual([
    ['Service', 2],
    ['Pod', 9],
  ]);
  expect(reading.problems).toEqual([]);
});

test('the objects of a List have lines of their own', () => {
  const reading = read(
    'apiVersion: v1',
    'kind: List',
    'items:',
    '- apiVersion: v1',
    '  kind: Service',
    '- apiVersion: v1',
    '  kind: Pod',
  );
  expect(lines(reading)).toEqual([
    ['Service', 4],
    ['Pod', 6],
  ]);
});

test('the items of a list of one kind have its version', () => {
  const reading = read(
    'apiVersion: networking.k8s.io/v1',
    'kind: IngressList',
    'items:',
    '- metadata: {name: a}',
    '- metadata: {name: b}',
  );
  expect(reading.objects.map(({ object, line }) => ({ ...object, line }))).toEqual([
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'a' }, line: 4 },
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'b' }, line: 5 },
  ]);
});

test('an empty List holds nothing', () => {
  const reading = read('apiVersion: v1', 'kind: List', 'items: []');
  expect(reading).toEqual({ objects: [], problems: [] });
});

const legacy = [
  'apiVersion: extensions/v1beta1',
  'kind: Ingress',
  'metadata: {name: wiki, annotations: {kubernetes.io/ingress.class: nginx}}',
  'spec:',
  '  rules:',
  '  - http:',
  '      paths:',
  '      - backend: {serviceName: wiki, servicePort: "8080"}',
];

test('an Ingress of a removed version is converted, keeps its class and tells what was decided', () => {
  const reading = read(...legacy);
  expect(reading.objects.map(({ object }) => object)).toEqual([
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'wiki', annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
      spec: {
        rules: [
          {
            http: {
              paths: [
                {
                  pathType: 'ImplementationSpecific',
                  backend: { service: { name: 'wiki', port: { number: 8080 } } },
                },
              ],
            },
          },
        ],
      },
    },
  ]);
  expect(told(reading)).toEqual([
    ['shop.yaml', 1, 'note', 'api-version'],
    ['shop.yaml', 8, 'note', 'port-number-from-text'],
    ['shop.yaml', 8, 'note', 'backend-service'],
    ['shop.yaml', 8, 'note', 'path-type-added'],
  ]);
});

test('a class that old and new Ingress name by the field stays in the field', () => {
  const reading = read(...legacy, '  ingressClassName: nginx');
  expect(reading.objects[0]?.object).toMatchObject({
    metadata: { annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
    spec: { ingressClassName: 'nginx' },
  });
});

test('an Ingress that mixes old and new fields is converted', () => {
  const reading = read(
    'apiVersion: networking.k8s.io/v1',
    'kind: Ingress',
    'metadata: {name: half}',
    'spec:',
    '  backend: {serviceName: cms, servicePort: http}',
  );
  expect(reading.objects[0]?.object['spec']).toEqual({
    defaultBackend: { service: { name: 'cms', port: { name: 'http' } } },
  });
});

test('a missing pathType is told and not made up', () => {
  const reading = read(
    'apiVersion: networking.k8s.io/v1',
    'kind: Ingress',
    'metadata: {name: shop}',
    'spec:',
    '  rules:',
    '  - http:',
    '      paths:',
    '      - path: /',
    '        backend: {service: {name: shop, port: {number: 80}}}',
  );
  expect(told(reading)).toEqual([['shop.yaml', 8, 'warning', 'path-type-missing']]);
  expect(JSON.stringify(reading.objects[0]?.object)).not.toContain('pathType');
});

test.each([
  [['a: ['], 1, 'syntax'],
  [['apiVersion: v1', 'kind: Service', '\tx: 1'], 3, 'tab-indent'],
  [['- a', '- b'], 1, 'not-an-object'],
  [['metadata: {name: x}'], 1, 'kind-missing'],
  [['apiVersion: v1', 'kind: Service', 'kind: Pod'], 3, 'duplicate-key'],
  [['# nothing'], 1, 'no-document'],
  [['apiVersion: v1', 'kind: Pod\u0000'], 2, 'control-character'],
] as const)('%j is told with its line', (text, line, code) => {
  const reading = read(...text);
  expect(reading.objects).toEqual([]);
  expect(told(reading)[0]).toEqual(['shop.yaml', line, 'error', code]);
});

test('one document that cannot be read leaves the others', () => {
  const reading = read(
    'apiVersion: v1',
    'kind: Service',
    '---',
    'a: b: c',
    '---',
    'apiVersion: v1',
    'kind: Pod',
  );
  expect(lines(reading)).toEqual([
    ['Service', 1],
    ['Pod', 6],
  ]);
  expect(told(reading)).toContainEqual(['shop.yaml', 4, 'error', 'syntax']);
});

test('a field of an object leads to its line', () => {
  const [, second] = read(
    'apiVersion: v1',
    'kind: Pod',
    '---',
    'apiVersion: v1',
    'kind: Pod',
    'spec:',
    '  a: 1',
  ).objects;
  expect(second && placeOfField(second, ['spec', 'a'])).toEqual({ line: 7, column: 6 });
  expect(second && placeOfField(second, ['metadata', 'name'])).toEqual({ line: 4, column: 1 });
});

test('what a cluster prints may be larger than one object', () => {
  const item = `- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: a\n    annotations:\n      text: ${'x'.repeat(1000)}\n`;
  const reading = readClusterObjects(`apiVersion: v1\nkind: List\nitems:\n${item.repeat(2000)}`, 'dump.yaml');
  expect(reading.objects).toHaveLength(2000);
  expect(reading.objects.at(-1)?.line).toBe(4 + 1999 * 6);
});

test('so may JSON, with the line of each object', () => {
  const items = Array.from({ length: 2000 }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `a-${index}`, annotations: { items: '[{', text: `"\\${'x'.repeat(1000)}` } },
  }));
  const text = JSON.stringify({ items, apiVersion: 'v1', kind: 'List', metadata: { items: [{}] } }, null, 1);
  const reading = readClusterObjects(text, 'dump.json');
  expect(reading.problems).toEqual([]);
  expect(reading.objects.map(({ object }) => object)).toEqual(items);
  const lineOfItem = (index: number): number =>
    text.slice(0, text.indexOf(`"a-${index}"`)).split('\n').length - 4;
  for (const index of [0, 1, 1999]) expect(reading.objects[index]?.line).toBe(lineOfItem(index));
});

test('large JSON that is none is read as YAML, which tells where it breaks', () => {
  const text = `{"apiVersion": "v1", "kind": "Pod", "metadata": {"a": "${'x'.repeat(1_600_000)}"}`;
  expect(told(readClusterObjects(text, 'cut.json'))[0]).toEqual(['cut.json', 1, 'error', 'syntax']);
});
