import { expect, test } from 'vitest';
import { createFakeCluster, type FakeCluster } from '../index.ts';
import { numberAt, objectAt, textAt, type JsonValue } from '../json/json-value.ts';
import { ask, namesIn } from '../testing/ask.ts';
import { createManualClock } from '../testing/index.ts';
import { aServiceManifest } from '../testing/manifests.ts';

const path = '/api/v1/services';

function clusterWith(...names: string[]): FakeCluster {
  const cluster = createFakeCluster({ ...createManualClock(), hasControllers: false });
  cluster.remove({ kind: 'Service', namespace: 'default', name: 'kubernetes' });
  for (const name of names) cluster.create(aServiceManifest(name));
  return cluster;
}

const tokenOf = (list: JsonValue): string => textAt(list, 'metadata', 'continue');
const page = (cluster: FakeCluster, more: string): JsonValue =>
  ask(cluster, { path, query: `limit=2&${more}` }).body;

test('pages cover the list in order, each object once', () => {
  const cluster = clusterWith('e', 'a', 'd', 'b', 'c');
  const names: string[][] = [];
  let token: string | undefined;
  while (token !== '') {
    const list = page(cluster, token === undefined ? '' : `continue=${token}`);
    names.push(namesIn(list));
    token = tokenOf(list);
  }
  expect(names).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('further pages show the list as it was when the first was read', () => {
  const cluster = clusterWith('a', 'b', 'c', 'd');
  const first = page(cluster, '');
  cluster.remove({ kind: 'Service', namespace: 'shop', name: 'c' });
  cluster.create(aServiceManifest('bb'));
  cluster.patch({ kind: 'Service', namespace: 'shop', name: 'd' }, { metadata: { labels: { late: 'yes' } } });
  const second = ask(cluster, { path, query: `limit=5&continue=${tokenOf(first)}` }).body;
  expect(namesIn(second)).toEqual(['c', 'd']);
  expect(JSON.stringify(second)).not.toContain('late');
  expect(textAt(second, 'metadata', 'resourceVersion')).toBe(textAt(first, 'metadata', 'resourceVersion'));
});

test('remainingItemCount is told only without selectors', () => {
  const cluster = clusterWith('a', 'b', 'c');
  expect(numberAt(page(cluster, ''), 'metadata', 'remainingItemCount')).toBe(1);
  const selected = page(cluster, 'labelSelector=!x');
  expect(objectAt(selected, 'metadata')).not.toHaveProperty('remainingItemCount');
  expect(tokenOf(selected)).not.toBe('');
});

test('a continue token from before compaction is answered with 410 and a token for the inconsistent rest', () => {
  const cluster = clusterWith('a', 'b', 'c');
  const first = page(cluster, '');
  cluster.create(aServiceManifest('aa'));
  cluster.compact();
  const expired = ask(cluster, { path, query: `limit=2&continue=${tokenOf(first)}` });
  expect(expired.statusCode).toBe(410);
  expect(namesIn(page(cluster, `continue=${tokenOf(expired.body)}`))).toEqual(['c']);
});

test('resourceVersionMatch=Exact shows the past, 0 anything', () => {
  const cluster = clusterWith('a');
  const then = cluster.revision();
  cluster.create(aServiceManifest('b'));
  expect(
    namesIn(ask(cluster, { path, query: `resourceVersion=${then}&resourceVersionMatch=Exact` }).body),
  ).toEqual(['a']);
  expect(namesIn(ask(cluster, { path, query: 'resourceVersion=0' }).body)).toEqual(['a', 'b']);
});

test.each([
  ['labelSelector=tier%3Dfront', ['a']],
  ['labelSelector=tier+in+(front,back)', ['a', 'b']],
  ['labelSelector=tier!%3Dfront', ['b', 'c']],
  ['labelSelector=!tier', ['c']],
  ['labelSelector=tier,tier+notin+(back)', ['a']],
  ['labelSelector=__proto__', []],
  ['fieldSelector=metadata.name%3Db', ['b']],
  ['fieldSelector=metadata.namespace%3Dshop,metadata.name!%3Db', ['a', 'c']],
  ['fieldSelector=spec.type%3DNodePort', []],
])('%s', (query, names) => {
  const cluster = clusterWith('a', 'b', 'c');
  cluster.patch(
    { kind: 'Service', namespace: 'shop', name: 'a' },
    { metadata: { labels: { tier: 'front' } } },
  );
  cluster.patch(
    { kind: 'Service', namespace: 'shop', name: 'b' },
    { metadata: { labels: { tier: 'back' } } },
  );
  expect(namesIn(ask(cluster, { path, query }).body)).toEqual(names);
});

test('names that are special in JavaScript are ordinary', () => {
  const cluster = clusterWith('constructor');
  cluster.patch(
    { kind: 'Service', namespace: 'shop', name: 'constructor' },
    JSON.parse('{"metadata":{"labels":{"constructor":"x"}}}'),
  );
  expect(namesIn(ask(cluster, { path, query: 'labelSelector=constructor%3Dx' }).body)).toEqual([
    'constructor',
  ]);
  expect(ask(cluster, { path: '/api/v1/namespaces/shop/services/constructor' }).statusCode).toBe(200);
  expect(ask(cluster, { path: '/api/v1/namespaces/shop/services/toString' }).statusCode).toBe(404);
});
