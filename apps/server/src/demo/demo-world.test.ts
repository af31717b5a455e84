import { diagnose, englishChecks } from '@fairlead/diagnostics';
import { createFakeCluster, type FakeCluster } from '@fairlead/fake-cluster';
import { kinds, ObjectStore } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { demoAccess } from './demo-access.ts';
import { HistoryClock } from './history-clock.ts';
import { demoAgeMs, populateDemo } from './populate-demo.ts';
import { tellStory } from './story.ts';
import { demoNodes } from './world/edge.ts';

const seed = 7420;

function openDemo() {
  const present = new FakeClock();
  const clock = new HistoryClock(present, demoAgeMs);
  const cluster = createFakeCluster({
    seed,
    nodes: demoNodes,
    access: demoAccess,
    now: clock.now,
    schedule: clock.schedule,
  });
  populateDemo(cluster, clock);
  return { present, cluster };
}

function findingsIn(cluster: FakeCluster, nowMs: number) {
  const store = new ObjectStore();
  for (const kind of kinds) store.apply(cluster.list(kind).map((object) => ({ op: 'put', object })));
  store.setAccess(kinds.map((kind) => ({ kind, namespace: undefined, state: 'ready' })));
  return diagnose(store, nowMs, { words: englishChecks }).findings;
}

const podsOf = (cluster: FakeCluster) =>
  cluster
    .list('Pod')
    .map(({ metadata, status }) => [
      `${metadata.namespace}/${metadata.name}`,
      status?.conditions?.find(({ type }) => type === 'Ready')?.status,
      status?.containerStatuses?.[0]?.state?.waiting?.reason,
    ]);

test('the demo is a shop of about a dozen Services and eight Ingresses', () => {
  const { cluster } = openDemo();
  expect(cluster.list('Service').length).toBeGreaterThanOrEqual(12);
  expect(cluster.list('Ingress')).toHaveLength(8);
  expect(cluster.list('Pod').filter(({ spec }) => spec.hostNetwork === true)).toHaveLength(3);
});

/** What the demo has one of each to show; other checks are for rarer faults and controllers that it does not run. */
const seededFaults: readonly string[] = [
  'ING-001',
  'ING-003',
  'ING-004',
  'ING-005',
  'ING-013',
  'SVC-001',
  'SVC-002',
  'SVC-003',
  'SVC-012',
  'SVC-013',
  'SVC-025',
  'SVC-042',
];

test('the demo has its faults from the first moment, and no others', () => {
  const { cluster, present } = openDemo();
  const found = new Set(findingsIn(cluster, present.now()).map(({ checkId }) => checkId));
  expect([...found].toSorted()).toEqual(seededFaults);
});

test('the seeded faults stay whatever happens in the story', () => {
  const { cluster, present } = openDemo();
  tellStory({ cluster, clock: present, seed });
  present.advance(2 * 60_000);
  const found = new Set(findingsIn(cluster, present.now()).map(({ checkId }) => checkId));
  expect([...found].toSorted()).toEqual(seededFaults);
});

test('the same seed tells the same story, another seed another', () => {
  const play = (storySeed: number) => {
    const { cluster, present } = openDemo();
    tellStory({ cluster, clock: present, seed: storySeed });
    present.advance(30_000);
    return podsOf(cluster);
  };
  expect(play(1)).toEqual(play(1));
  expect(play(1)).not.toEqual(play(2));
});

test('within a minute Pods come and go, and one crashes', () => {
  const { cluster, present } = openDemo();
  const before = cluster.revision();
  tellStory({ cluster, clock: present, seed });
  const states = new Set<string | undefined>();
  for (let second = 0; second < 60; second += 1) {
    present.advance(1_000);
    for (const [, , reason] of podsOf(cluster)) states.add(reason);
  }
  expect(cluster.revision()).toBeGreaterThan(before + 20);
  expect(states).toContain('CrashLoopBackOff');
});

test('a story that was ended does not go on', () => {
  const { cluster, present } = openDemo();
  tellStory({ cluster, clock: present, seed })();
  const before = cluster.revision();
  present.advance(60_000);
  expect(cluster.revision()).toBe(before);
});
