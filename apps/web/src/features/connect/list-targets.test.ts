import { expect, test } from 'vitest';
import type { ConnectFrom, ConnectSource } from '../../workers/connect-facts.ts';
import type { ServiceChoice } from '../../workers/ingress-form-facts.ts';
import { connectionTo, findSource, listBackendTargets } from './list-targets.ts';

const aPort = { readyPods: 2, canBeNamed: true, missingTarget: undefined, protocol: 'TCP' } as const;
const aChoice = (change: Partial<ServiceChoice>): ServiceChoice => ({
  name: 'web',
  type: 'ClusterIP',
  ports: [{ ...aPort, name: 'http', number: 80 }],
  readyPods: 2,
  allPods: 2,
  isAnswering: true,
  isCounted: true,
  ...change,
});

const targetsOf = (change: Partial<ServiceChoice>) => listBackendTargets({ services: [aChoice(change)] });

test('a port is named where an Ingress can name it, and numbered else', () => {
  expect(targetsOf({}).map(({ backend }) => backend)).toEqual([
    { service: { name: 'web', port: { name: 'http' } } },
  ]);
  for (const port of [
    { ...aPort, name: undefined, number: 80 },
    { ...aPort, name: 'much-too-long-a-name', number: 80, canBeNamed: false },
  ])
    expect(targetsOf({ ports: [port] }).map(({ backend }) => backend)).toEqual([
      { service: { name: 'web', port: { number: 80 } } },
    ]);
});

test('UDP is no backend, and Pods are counted only where that means something', () => {
  expect(targetsOf({ ports: [{ ...aPort, protocol: 'UDP', name: 'dns', number: 53 }] })).toEqual([]);
  expect(targetsOf({})[0]?.readyPods).toBe(2);
  expect(targetsOf({ isCounted: false })[0]?.readyPods).toBeUndefined();
  expect(targetsOf({ type: 'ExternalName' })[0]).toMatchObject({ readyPods: undefined, isExternal: true });
});

const aPath: ConnectFrom = { kind: 'path', host: 'a', path: '/', pathType: 'Prefix', backend: 'x:1' };
const sourceOf = (from: ConnectFrom, id: string): ConnectSource => ({
  id,
  ref: { kind: 'Ingress', namespace: 'shop', name: 'web' },
  from,
});
const sources = [
  sourceOf(aPath, 'root'),
  sourceOf({ ...aPath, path: '/api' }, 'api'),
  sourceOf({ kind: 'new-path', host: 'a', hasRoot: true }, 'new a'),
  sourceOf({ kind: 'new-path', host: 'b', hasRoot: false }, 'new b'),
];

test.each([
  [[], 'root'],
  [['a', '/api'], 'api'],
  [['b'], 'new b'],
  [['a', '/gone'], 'root'],
])('the row %j is the source %s', (row, id) => {
  expect(findSource(sources, { row })?.id).toBe(id);
});

test('a default backend is named by no row', () => {
  const last = sourceOf({ kind: 'default-backend', backend: '' }, 'last');
  expect(findSource([...sources, last], { row: [], isDefaultBackend: true })?.id).toBe('last');
});

test('each source leads to the port in its own way', () => {
  const target = targetsOf({})[0];
  if (target === undefined) throw new Error('There is no target.');
  const { backend } = target;
  expect(connectionTo(aPath, target, '')).toEqual({
    kind: 'path',
    place: { host: 'a', path: '/', pathType: 'Prefix' },
    backend,
  });
  expect(connectionTo({ kind: 'default-backend', backend: 'x:1' }, target, '')).toEqual({
    kind: 'default-backend',
    backend,
  });
  const fresh: ConnectFrom = { kind: 'new-path', host: 'b', hasRoot: true };
  expect(connectionTo(fresh, target, '/new')).toMatchObject({ path: { path: '/new', pathType: 'Prefix' } });
  expect(connectionTo(fresh, target, '')).toMatchObject({ host: 'b', path: { path: '/web' } });
  expect(connectionTo({ kind: 'selector', selector: {} }, target, '')).toBeUndefined();
});
