import { afterEach, expect, test } from 'vitest';
import { ClusterProblem } from './cluster-problem.ts';
import { toClusterProblem } from './kube-status.ts';
import { buildWatchedServices } from './testing/watched-services.ts';

const running: { stop(): void }[] = [];

function build() {
  const world = buildWatchedServices();
  running.push(world.reflector);
  return world;
}

type World = ReturnType<typeof build>;

async function start(world: World): Promise<void> {
  world.reflector.start();
  await world.clock.advance(0);
}

afterEach(() => {
  for (const reflector of running.splice(0)) reflector.stop();
});

const failing = new ClusterProblem('CLUSTER_FAILED', 'etcd is away', { hint: '' });

/** Lost for so long that the next attempt by itself is seconds away. */
async function lose(world: World, problem = failing): Promise<void> {
  await start(world);
  world.source.onWatch = (call) => call.fail(problem);
  world.source.lastWatch.fail(problem);
  await world.clock.advance(30_000);
}

test('a watch that waits after failures is opened at once', async () => {
  const world = build();
  await lose(world);
  const before = world.source.watches.length;
  world.source.onWatch = (call) => call.open();
  expect(world.reflector.retryNow()).toBe(true);
  expect(world.reflector.feed().nextAttemptAtMs).toBeUndefined();
  await world.clock.advance(0);
  expect(world.source.watches).toHaveLength(before + 1);
  expect(world.reflector.feed().phase).toBe('live');
});

test('a first list that failed is asked for at once', async () => {
  const world = build();
  const answer = world.source.onList;
  world.source.onList = (call) => call.fail(failing);
  await start(world);
  await world.clock.advance(30_000);
  const before = world.source.lists.length;
  world.source.onList = answer;
  expect(world.reflector.retryNow()).toBe(true);
  await world.clock.advance(0);
  expect(world.source.lists).toHaveLength(before + 1);
  expect(world.reflector.feed().phase).toBe('live');
});

test('twice before the attempt has begun makes one attempt, and its failure waits again', async () => {
  const world = build();
  await lose(world);
  const before = world.source.watches.length;
  world.reflector.retryNow();
  world.reflector.retryNow();
  await world.clock.advance(0);
  expect(world.source.watches).toHaveLength(before + 1);
  expect(world.reflector.feed().nextAttemptAtMs).toBeGreaterThan(world.clock.now());
});

test('a healthy watch is left alone', async () => {
  const world = build();
  await start(world);
  expect(world.reflector.retryNow()).toBe(false);
  await world.clock.advance(0);
  expect(world.source.watches).toHaveLength(1);
  expect(world.source.openWatches).toHaveLength(1);
});

test('a watch that is damped because it ends at once is left alone', async () => {
  const world = build();
  world.source.onWatch = (call) => {
    call.open();
    call.end();
  };
  await start(world);
  await world.clock.advance(5_000);
  const before = world.source.watches.length;
  expect(world.reflector.retryNow()).toBe(false);
  await world.clock.advance(0);
  expect(world.source.watches).toHaveLength(before);
});

test('the pause the API server asked for is kept', async () => {
  const world = build();
  const throttled = toClusterProblem({
    statusCode: 429,
    action: 'watch services',
    body: undefined,
    retryAfterMs: 60_000,
  });
  await lose(world, throttled);
  const before = world.source.watches.length;
  expect(world.reflector.retryNow()).toBe(false);
  await world.clock.advance(0);
  expect(world.source.watches).toHaveLength(before);
});

test('what is forbidden is not asked for', async () => {
  const world = build();
  world.source.onList = (call) =>
    call.fail(toClusterProblem({ statusCode: 403, action: 'list services', body: undefined }));
  await start(world);
  expect(world.reflector.feed().phase).toBe('unavailable');
  expect(world.reflector.retryNow()).toBe(false);
});

test('a reflector that was stopped stays stopped', async () => {
  const world = build();
  await lose(world);
  const before = world.source.watches.length;
  world.reflector.stop();
  expect(world.reflector.retryNow()).toBe(false);
  await world.clock.advance(60_000);
  expect(world.source.watches).toHaveLength(before);
});
