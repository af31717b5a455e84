import { expect, test } from 'vitest';
import { createFakeCluster, type FakeCluster } from '../index.ts';
import { textAt } from '../json/json-value.ts';
import { ask, askRaw, watch } from '../testing/ask.ts';
import { createManualClock, type ManualClock } from '../testing/index.ts';
import { aServiceManifest } from '../testing/manifests.ts';

const services = '/api/v1/namespaces/shop/services';

function setUp(): { cluster: FakeCluster; clock: ManualClock } {
  const clock = createManualClock();
  const cluster = createFakeCluster({ ...clock, hasControllers: false });
  cluster.create(aServiceManifest('web'));
  return { clock, cluster };
}

const relabel = (cluster: FakeCluster, labels: object): void => {
  cluster.patch({ kind: 'Service', namespace: 'shop', name: 'web' }, { metadata: { labels } });
};

test('a watch from a resourceVersion shows every later change once, also those before it is read', () => {
  const { cluster } = setUp();
  const { body } = ask(cluster, { path: services });
  relabel(cluster, { a: 'b' });
  const reply = askRaw(cluster, {
    path: services,
    query: `watch=1&resourceVersion=${textAt(body, 'metadata', 'resourceVersion')}`,
  });
  relabel(cluster, { a: 'c' });
  let text = '';
  if (reply.kind === 'stream') reply.stream.open({ onChunk: (chunk) => (text += chunk), onEnd: () => {} });
  relabel(cluster, { a: 'd' });
  expect([...text.matchAll(/"type":"MODIFIED".*?"a":"(.)"/g)].map((match) => match[1])).toEqual([
    'b',
    'c',
    'd',
  ]);
});

test('a label selector turns changes into ADDED and DELETED', () => {
  const { cluster } = setUp();
  const seen = watch(cluster, services, 'labelSelector=tier%3Dfront');
  expect(seen.take()).toEqual([]);
  relabel(cluster, { tier: 'front' });
  relabel(cluster, { tier: 'front', more: 'x' });
  relabel(cluster, { tier: null });
  expect(seen.take()).toEqual(['ADDED web', 'MODIFIED web', 'DELETED web']);
});

test('a DELETED event carries the last state under a newer resourceVersion', () => {
  const { cluster } = setUp();
  const seen = watch(cluster, services);
  const [added] = seen.takeObjects();
  cluster.remove({ kind: 'Service', namespace: 'shop', name: 'web' });
  const [deleted] = seen.takeObjects();
  expect(Number(textAt(deleted, 'metadata', 'resourceVersion'))).toBeGreaterThan(
    Number(textAt(added, 'metadata', 'resourceVersion')),
  );
  expect(deleted?.['spec']).toEqual(added?.['spec']);
});

test('nothing is written, and no event sent, when an update changes nothing', () => {
  const { cluster } = setUp();
  const seen = watch(cluster, services);
  seen.take();
  const before = cluster.revision();
  relabel(cluster, {});
  expect([seen.take(), cluster.revision()]).toEqual([[], before]);
});

test('after compaction an old resourceVersion is answered with 200 and one ERROR event, the present one works', () => {
  const { cluster } = setUp();
  const old = cluster.revision();
  relabel(cluster, { a: 'b' });
  cluster.compact();
  const tooOld = watch(cluster, services, `resourceVersion=${old}`);
  expect([tooOld.take(), tooOld.isEnded()]).toEqual([['ERROR 410'], true]);
  const present = watch(cluster, services, `resourceVersion=${cluster.revision()}`);
  relabel(cluster, { a: 'c' });
  expect(present.take()).toEqual(['MODIFIED web']);
});

test('compaction leaves open watches alone, a restart ends them', () => {
  const { cluster } = setUp();
  const seen = watch(cluster, services);
  seen.take();
  cluster.compact();
  relabel(cluster, { a: 'b' });
  expect(seen.take()).toEqual(['MODIFIED web']);
  cluster.restart();
  expect(seen.isEnded()).toBe(true);
  expect(cluster.openWatchCount()).toBe(0);
});

test('timeoutSeconds ends a watch; without it the watch lasts for at least half an hour', () => {
  const { cluster, clock } = setUp();
  const short = watch(cluster, services, 'timeoutSeconds=5');
  const long = watch(cluster, services);
  clock.advance(5000);
  expect([short.isEnded(), long.isEnded()]).toEqual([true, false]);
  clock.advance(1_790_000);
  expect(long.isEnded()).toBe(false);
  clock.advance(3_600_000);
  expect(long.isEnded()).toBe(true);
});

test('bookmarks come about every minute and carry the last resourceVersion of the kind', () => {
  const { cluster, clock } = setUp();
  const seen = watch(cluster, services, 'allowWatchBookmarks=true');
  expect(seen.take()).toEqual(['ADDED web', 'BOOKMARK ']);
  cluster.create({ ...aServiceManifest('other'), metadata: { name: 'other', namespace: 'else' } });
  const revision = String(cluster.revision());
  clock.advance(60_000);
  expect(seen.takeObjects().map((object) => textAt(object, 'metadata', 'resourceVersion'))).toEqual([
    revision,
  ]);
});

test('a closed watch gets nothing more and keeps no timers', () => {
  const { cluster, clock } = setUp();
  const pending = clock.pendingCount();
  const seen = watch(cluster, services, 'allowWatchBookmarks=true');
  seen.take();
  clock.advance(60_000);
  seen.take();
  seen.close();
  expect(clock.pendingCount()).toBe(pending);
  relabel(cluster, { a: 'b' });
  clock.advance(7_200_000);
  expect([seen.take(), seen.isEnded(), cluster.openWatchCount()]).toEqual([[], false, 0]);
});
