import { afterEach, describe, expect, test } from 'vitest';
import { ClusterProblem } from './cluster-problem.ts';
import { toClusterProblem } from './kube-status.ts';
import { expiredLine } from './testing/model-cluster.ts';
import { unreachable } from './testing/scripted-source.ts';
import { buildWatchedServices, describeChanges, describeObjects } from './testing/watched-services.ts';

const seeds = [1, 2, 3, 4, 5];
const running: { stop(): void }[] = [];

function build(seed = 1) {
  const world = buildWatchedServices(seed);
  running.push(world.reflector);
  return world;
}

type World = ReturnType<typeof build>;

async function start(world: World): Promise<void> {
  world.reflector.start();
  await world.clock.advance(0);
}

function expectTruth({ reflector, cluster, changes }: World): void {
  expect(describeObjects(reflector.store.objects())).toEqual(cluster.truth());
  expect(describeChanges(changes)).toEqual(cluster.truth());
}

afterEach(() => {
  for (const reflector of running.splice(0)) reflector.stop();
});

describe('reading', () => {
  test('a list comes in pages of 500 without resourceVersion, then a watch with its version', async () => {
    const world = build();
    for (let index = 0; index < 5; index += 1) world.cluster.put(`web-${index}`, 'first');
    world.source.onList = (call) => world.cluster.answerList(call, 2);
    await start(world);
    expect(world.source.lists.map(({ request }) => [request.limit, request.continueToken])).toEqual([
      [500, undefined],
      [500, 'at-2'],
      [500, 'at-4'],
    ]);
    expect(world.source.lastWatch.request.resourceVersion).toBe('105');
    expect(world.reflector.access().state).toBe('ready');
    expectTruth(world);
  });

  test('progress counts what has come and what the API server says remains', async () => {
    const world = build();
    for (let index = 0; index < 5; index += 1) world.cluster.put(`web-${index}`, 'first');
    world.source.onList = (call) => {
      if (call.request.continueToken === undefined) world.cluster.answerList(call, 2);
    };
    await start(world);
    expect(world.reflector.feed()).toMatchObject({ phase: 'listing', objectCount: 2, estimatedTotal: 5 });
    expect(world.reflector.access().state).toBe('loading');
  });

  test('events change the store and are told once each', async () => {
    const world = build();
    world.cluster.put('web', 'first');
    await start(world);
    world.source.lastWatch.send(world.cluster.put('web', 'second') + world.cluster.put('api', 'first'));
    world.source.lastWatch.send(world.cluster.remove('web'));
    expectTruth(world);
    expect(world.changes).toHaveLength(3);
  });

  test('the field managers are gone', async () => {
    const world = build();
    world.cluster.put('web', 'first');
    await start(world);
    expect([...world.reflector.store.objects()].map(({ json }) => json).join('')).not.toContain(
      'managedFields',
    );
  });

  test('a stopped reflector ends its watch and asks nothing more', async () => {
    const world = build();
    await start(world);
    world.reflector.stop();
    await world.clock.advance(60_000);
    expect(world.source.openWatches).toHaveLength(0);
    expect(world.source.watches).toHaveLength(1);
  });
});

describe.each(seeds)('with seed %i', (seed) => {
  test.each([1_000, 10_000, 60_000])(
    '[R1] live within a second of the API server coming back after %i ms, without a list',
    async (downMs) => {
      const world = build(seed);
      world.cluster.put('web', 'first');
      await start(world);
      const answer = world.source.onWatch;
      world.source.onWatch = (call) => call.fail(unreachable());
      world.source.lastWatch.fail(unreachable());
      await world.clock.advance(downMs);
      expect(world.reflector.feed()).toMatchObject({
        phase: 'reconnecting',
        problem: { code: 'CLUSTER_UNREACHABLE' },
      });
      expect(world.reflector.access().state).toBe('ready');
      world.cluster.put('web', 'while away');
      world.source.onWatch = answer;
      await world.clock.advance(1_000);
      expect(world.reflector.feed().phase).toBe('live');
      expect(world.source.lists).toHaveLength(1);
      expectTruth(world);
    },
  );

  test('[R2] a version too old at the start of a watch leads to one list, and only real changes are told', async () => {
    const world = build(seed);
    world.cluster.put('stays', 'first');
    world.cluster.put('goes', 'first');
    world.cluster.put('changes', 'first');
    await start(world);
    world.changes.splice(0);
    world.cluster.remove('goes');
    world.cluster.put('changes', 'second');
    world.cluster.compact();
    world.source.lastWatch.end();
    await world.clock.advance(1_000);
    expect(world.source.lists).toHaveLength(2);
    expect(world.changes.flatMap(({ puts }) => puts.map(({ key }) => key))).toEqual(['Service/shop/changes']);
    expect(world.changes.flatMap(({ removes }) => removes)).toEqual(['Service/shop/goes']);
    expect(world.reflector.feed()).toMatchObject({ phase: 'live', problem: undefined });
    expect(world.states).not.toContain('ready reconnecting');
  });

  test('[R2] a watch refused with HTTP 410 leads to one list', async () => {
    const world = build(seed);
    await start(world);
    const answer = world.source.onWatch;
    world.source.onWatch = (call) => {
      world.source.onWatch = answer;
      call.fail(
        toClusterProblem({ statusCode: 410, action: 'watch services', body: { kind: 'Status', code: 410 } }),
      );
    };
    world.source.lastWatch.fail(unreachable());
    await world.clock.advance(1_000);
    expect(world.source.lists).toHaveLength(2);
    expect(world.reflector.feed().phase).toBe('live');
  });

  test.each([
    ['with its code', expiredLine()],
    ['with the reason only', '{"type":"ERROR","object":{"kind":"Status","reason":"Expired"}}\n'],
    ['as Gone', '{"type":"ERROR","object":{"kind":"Status","reason":"Gone","message":"gone"}}\n'],
  ])('[R3] 410 in the middle of a stream %s leads to one list', async (_name, line) => {
    const world = build(seed);
    world.cluster.put('web', 'first');
    await start(world);
    world.source.lastWatch.send(world.cluster.put('web', 'second') + line);
    await world.clock.advance(1_000);
    expect(world.source.lists).toHaveLength(2);
    expectTruth(world);
  });

  test('[R3] 410 on a continue page starts the list again, and what it had told is put right', async () => {
    const world = build(seed);
    for (let index = 0; index < 6; index += 1) world.cluster.put(`web-${index}`, 'first');
    let refusals = 0;
    world.source.onList = (call) => {
      if (call.request.continueToken !== undefined && refusals === 0) {
        refusals += 1;
        world.cluster.remove('web-0');
        const problem = toClusterProblem({
          statusCode: 410,
          action: 'list services',
          body: { kind: 'Status', reason: 'Expired' },
        });
        return call.fail(problem);
      }
      return world.cluster.answerList(call, 3);
    };
    await start(world);
    await world.clock.advance(1_000);
    expect(world.source.lists.map(({ request }) => request.continueToken)).toEqual([
      undefined,
      'at-3',
      undefined,
      'at-3',
    ]);
    expectTruth(world);
  });

  test('[R4] versions that expire at once are not listed without end', async () => {
    const world = build(seed);
    world.source.onWatch = (call) => {
      call.open();
      call.send(expiredLine());
    };
    await start(world);
    await world.clock.advance(60_000);
    expect(world.source.lists.length).toBeLessThan(30);
  });

  test('[R5] bookmarks alone move the place to resume from: no list after a long idle time', async () => {
    const world = build(seed);
    world.cluster.put('web', 'first');
    await start(world);
    for (let minute = 0; minute < 30; minute += 1) {
      world.cluster.version += 10;
      world.cluster.compact();
      for (const watch of world.source.openWatches) watch.send(world.cluster.bookmark());
      await world.clock.advance(5_000);
      if (minute % 5 === 0) world.source.lastWatch.end();
      await world.clock.advance(3_000);
    }
    const line = world.cluster.put('web', 'at last');
    world.source.lastWatch.send(line);
    expect(world.source.lists).toHaveLength(1);
    expectTruth(world);
  });

  test('[R5] a bookmark with a lower version is ignored', async () => {
    const world = build(seed);
    world.cluster.put('web', 'first');
    await start(world);
    world.source.lastWatch.send(world.cluster.bookmark(5000) + world.cluster.bookmark(7));
    world.source.lastWatch.end();
    await world.clock.advance(100);
    expect(world.source.lastWatch.request.resourceVersion).toBe('5000');
  });

  test('[R6] a stream that falls silent is replaced within 10 s and nothing is lost', async () => {
    const world = build(seed);
    world.cluster.put('web', 'first');
    await start(world);
    const silent = world.source.lastWatch;
    world.cluster.put('web', 'unheard');
    await world.clock.advance(10_000);
    expect(silent.isOver).toBe(true);
    expect(world.source.openWatches).toHaveLength(1);
    expect(world.source.lastWatch.request).toMatchObject({ resourceVersion: '101', timeoutSeconds: 8 });
    expect(world.source.lists).toHaveLength(1);
    expectTruth(world);
  });

  test('[R6] a dead connection is told as reconnecting and mended when it is back', async () => {
    const world = build(seed);
    world.cluster.put('web', 'first');
    await start(world);
    const answer = world.source.onWatch;
    world.source.onWatch = () => undefined;
    await world.clock.advance(10_500);
    expect(world.reflector.feed()).toMatchObject({
      phase: 'reconnecting',
      problem: { code: 'CLUSTER_UNREACHABLE' },
    });
    world.cluster.put('web', 'unheard');
    world.source.onWatch = answer;
    await world.clock.advance(10_000);
    expect(world.reflector.feed().phase).toBe('live');
    expectTruth(world);
  });

  test('[R6] a quiet kind keeps one watch open at a time for an hour, and is never listed again', async () => {
    const world = build(seed);
    world.source.onWatch = (call) => {
      call.open();
      world.clock.schedule(call.request.timeoutSeconds * 1000, () => call.end());
    };
    await start(world);
    await world.clock.advance(3_600_000);
    expect(world.source.lists).toHaveLength(1);
    expect(world.source.openWatches).toHaveLength(1);
    expect(world.source.watches.length).toBeLessThanOrEqual(3_600 / 8 + 2);
    expect(world.states).not.toContain('ready reconnecting');
  });

  test('[R10] events cut at every byte, several in a chunk, with U+2028 and CRLF, all arrive', async () => {
    const world = build(seed);
    await start(world);
    const line = world.cluster.put('web', 'a\u2028b é 漢 🙂').replace('\n', '\r\n');
    for (const byte of Buffer.from(line)) world.source.lastWatch.send(Uint8Array.of(byte));
    world.source.lastWatch.send(
      world.cluster.put('api', 'x') + world.cluster.put('db', 'y') + world.cluster.remove('api'),
    );
    expectTruth(world);
  });

  test.each([
    '<html>sorry</html>\n',
    '{"type":"ADDED"}\n',
    '{"type":"ADDED","object":{"metadata":{"name":"x"}}',
    'null\n',
  ])('[R10] a garbage line (%j) leads to a new list, never to silence', async (garbage) => {
    const world = build(seed);
    await start(world);
    world.source.lastWatch.send(world.cluster.put('web', 'before it'));
    world.source.lastWatch.send(garbage);
    if (!world.source.lastWatch.isOver) world.source.lastWatch.end();
    world.cluster.put('web', 'after it');
    await world.clock.advance(1_000);
    expect(world.source.lists).toHaveLength(2);
    expect(world.reflector.feed().phase).toBe('live');
    expectTruth(world);
  });

  test('[R11] watches that end at once are asked for at most about once a second, then the list anew', async () => {
    const world = build(seed);
    world.source.onWatch = (call) => {
      call.open();
      call.end();
    };
    await start(world);
    await world.clock.advance(1_000);
    const before = world.source.watches.length;
    await world.clock.advance(20_000);
    expect(world.source.watches.length - before).toBeLessThanOrEqual(20);
    expect(world.source.lists.length).toBeGreaterThan(1);
  });

  test('[R13] not asked again before Retry-After, and soon after it', async () => {
    const world = build(seed);
    await start(world);
    const answer = world.source.onWatch;
    world.source.onWatch = (call) =>
      call.fail(
        toClusterProblem({ statusCode: 429, action: 'watch services', body: 'busy', retryAfterMs: 30_000 }),
      );
    world.source.lastWatch.fail(unreachable());
    await world.clock.advance(200);
    const before = world.source.watches.length;
    expect(world.reflector.feed().problem?.code).toBe('CLUSTER_THROTTLED');
    world.source.onWatch = answer;
    await world.clock.advance(29_000);
    expect(world.source.watches).toHaveLength(before);
    await world.clock.advance(2_000);
    expect(world.reflector.feed().phase).toBe('live');
  });

  test.each([500, 503, 504])('[R14] HTTP %i keeps what is known and is tried again', async (statusCode) => {
    const world = build(seed);
    world.cluster.put('web', 'first');
    await start(world);
    const answer = world.source.onWatch;
    world.source.onWatch = (call) =>
      call.fail(toClusterProblem({ statusCode, action: 'watch services', body: '<html>' }));
    world.source.lastWatch.fail(unreachable());
    await world.clock.advance(20_000);
    expectTruth(world);
    world.source.onWatch = answer;
    await world.clock.advance(12_000);
    expect(world.reflector.feed().phase).toBe('live');
  });

  test.each([
    ['cut in the middle', (body: string) => body.slice(0, body.length - 30)],
    ['cut by one byte', (body: string) => body.slice(0, -1)],
    ['an HTML page', () => '<!doctype html><title>Login</title>'],
    ['empty', () => ''],
    ['of another kind', (body: string) => body.replace('ServiceList', 'PodList')],
    ['without items', () => '{"kind":"ServiceList","apiVersion":"v1","metadata":{"resourceVersion":"1"}}'],
    ['followed by more', (body: string) => `${body}{}`],
  ])('[R14] a page that is %s never counts as complete', async (_name, spoil) => {
    const world = build(seed);
    for (let index = 0; index < 4; index += 1) world.cluster.put(`web-${index}`, 'first');
    const answer = world.source.onList;
    world.source.onList = (call) => {
      call.send(spoil(world.cluster.listBody()));
      call.end();
    };
    await start(world);
    expect(world.changes).toEqual([]);
    expect(world.reflector.access()).toMatchObject({ state: 'failed' });
    expect(world.reflector.feed().problem?.code).toBe('CLUSTER_ANSWER_BROKEN');
    world.source.onList = answer;
    await world.clock.advance(1_000);
    expect(world.reflector.access().state).toBe('ready');
    expectTruth(world);
  });
});

describe('permissions', () => {
  const forbidden = (verb: string): ClusterProblem =>
    toClusterProblem({
      statusCode: 403,
      action: `${verb} services`,
      body: {
        kind: 'Status',
        message: `services is forbidden: User "nobody" cannot ${verb} resource`,
        reason: 'Forbidden',
      },
    });

  test('a forbidden list is told with its verb and the API server’s words, and asked again later', async () => {
    const world = build();
    const answer = world.source.onList;
    world.source.onList = (call) => call.fail(forbidden('list'));
    await start(world);
    expect(world.reflector.access()).toEqual({
      kind: 'Service',
      namespace: undefined,
      state: 'forbidden',
      missingVerb: 'list',
      message: 'services is forbidden: User "nobody" cannot list resource',
    });
    world.source.onList = answer;
    await world.clock.advance(40_000);
    expect(world.reflector.access().state).toBe('ready');
  });

  test('a kind that is not served is told as such', async () => {
    const world = build();
    world.source.onList = (call) =>
      call.fail(toClusterProblem({ statusCode: 404, action: 'list', body: '404 page not found' }));
    await start(world);
    expect(world.reflector.access().state).toBe('not-served');
  });

  test('[R16] what became forbidden is taken away within 30 s, but not at the first refusal of a starting server', async () => {
    const world = build();
    world.cluster.put('web', 'first');
    await start(world);
    world.source.onWatch = (call) => call.fail(forbidden('watch'));
    world.source.lastWatch.fail(unreachable());
    await world.clock.advance(2_000);
    expect(world.reflector.store.size).toBe(1);
    await world.clock.advance(28_000);
    expect(world.reflector.store.size).toBe(0);
    expect(world.changes.at(-1)?.removes).toEqual(['Service/shop/web']);
    expect(world.reflector.access()).toMatchObject({ state: 'forbidden', missingVerb: 'watch' });
  });
});

describe('a second list', () => {
  test('of a restored cluster is believed although its versions are older', async () => {
    const world = build();
    world.cluster.put('web', 'first');
    world.cluster.version = 900;
    world.cluster.put('web', 'newest');
    await start(world);
    world.cluster.objects.clear();
    world.cluster.version = 100;
    world.cluster.put('web', 'restored');
    world.cluster.compact();
    world.source.lastWatch.send(expiredLine());
    await world.clock.advance(100);
    expectTruth(world);
  });

  test('an event older than what is known changes nothing', async () => {
    const world = build();
    const old = world.cluster.put('web', 'first');
    world.cluster.put('web', 'second');
    await start(world);
    world.changes.splice(0);
    world.source.lastWatch.send(old);
    expect(world.changes).toEqual([]);
  });
});
