import { kindInfo, kinds, type Kind } from '@fairlead/kube-objects';
import { afterEach, expect, test } from 'vitest';
import { ClusterProblem } from './cluster-problem.ts';
import type { ReaderUpdate } from './context-reader.ts';
import { KubeContextReader } from './kube-context-reader.ts';
import { toClusterProblem } from './kube-status.ts';
import { FakeClock } from './testing/fake-clock.ts';
import { ScriptedSource, type ListCall } from './testing/scripted-source.ts';

const readers: KubeContextReader[] = [];

const kindOf = (call: ListCall): Kind => {
  const found = kinds.find((kind) => kindInfo(kind).resource === call.request.type.resource);
  if (found === undefined) throw new Error('a kind nobody watches was listed');
  return found;
};

function answerEmpty(call: ListCall): void {
  call.send(JSON.stringify({ kind: `${kindOf(call)}List`, metadata: { resourceVersion: '10' }, items: [] }));
  call.end();
}

function answerWith(call: ListCall, name: string): void {
  const { namespace = 'shop' } = call.request;
  const items = [{ metadata: { name, namespace, resourceVersion: '5' } }];
  call.send(JSON.stringify({ kind: `${kindOf(call)}List`, metadata: { resourceVersion: '10' }, items }));
  call.end();
}

const forbid = (call: ListCall): void =>
  call.fail(
    toClusterProblem({
      statusCode: 403,
      action: 'list',
      body: { kind: 'Status', reason: 'Forbidden', message: 'no' },
    }),
  );

function build({ namespaces, contextNamespace }: { namespaces?: string[]; contextNamespace?: string } = {}) {
  const clock = new FakeClock();
  const source = new ScriptedSource();
  source.onList = answerEmpty;
  const updates: ReaderUpdate[] = [];
  let epochs = 0;
  const reader = new KubeContextReader({
    contextName: 'test',
    source,
    clock,
    newEpoch: () => `epoch-${(epochs += 1)}`,
    namespaces,
    contextNamespace,
  });
  reader.subscribe((update) => updates.push(update));
  readers.push(reader);
  return { clock, source, reader, updates };
}

afterEach(() => {
  for (const reader of readers.splice(0)) reader.stop();
});

test('one list and one watch per kind, however many viewers there are', async () => {
  const { clock, source, reader } = build();
  for (let viewer = 0; viewer < 1_000; viewer += 1) reader.acquire();
  await clock.advance(100);
  expect(source.lists.map(kindOf).toSorted()).toEqual([...kinds].toSorted());
  expect(source.openWatches).toHaveLength(kinds.length);
  expect(reader.listAccess().map(({ state }) => state)).toEqual(kinds.map(() => 'ready'));
});

test('updates are gathered, numbered without gaps, and together give the snapshot', async () => {
  const { clock, source, reader, updates } = build();
  source.onList = (call) => (kindOf(call) === 'Service' ? answerWith(call, 'web') : answerEmpty(call));
  reader.acquire();
  await clock.advance(100);
  const services = source.openWatches.find(({ request }) => request.type.resource === 'services');
  const event = (type: string, name: string, version: number): string =>
    `${JSON.stringify({ type, object: { metadata: { name, namespace: 'shop', resourceVersion: String(version) } } })}\n`;
  services?.send(event('ADDED', 'api', 11) + event('MODIFIED', 'web', 12));
  services?.send(event('DELETED', 'api', 13));
  await clock.advance(100);
  expect(updates.map(({ revision }) => revision)).toEqual(updates.map((_update, index) => index + 1));
  expect(updates.at(-1)).toMatchObject({
    puts: [{ key: 'Service/shop/web' }],
    removes: ['Service/shop/api'],
  });
  expect([...reader.snapshotLines()].map(({ key }) => key)).toEqual(['Service/shop/web']);
  expect(reader.revision).toBe(updates.length);
});

test('a snapshot stands at the revision the reader has after it was asked for', async () => {
  const { clock, source, reader, updates } = build();
  reader.acquire();
  await clock.advance(100);
  const services = source.openWatches.find(({ request }) => request.type.resource === 'services');
  services?.send(
    '{"type":"ADDED","object":{"metadata":{"name":"web","namespace":"shop","resourceVersion":"11"}}}\n',
  );
  const before = reader.revision;
  expect([...reader.snapshotLines()].map(({ key }) => key)).toEqual(['Service/shop/web']);
  expect(reader.revision).toBe(before + 1);
  expect(updates.at(-1)?.puts).toHaveLength(1);
});

test('named namespaces are read one by one, cluster-scoped kinds as a whole', async () => {
  const { clock, source, reader } = build({ namespaces: ['shop', 'blog', 'shop'] });
  source.onList = (call) => (kindInfo(kindOf(call)).isNamespaced ? answerEmpty(call) : forbid(call));
  reader.acquire();
  await clock.advance(100);
  const asked = source.lists.map((call) => `${kindOf(call)} ${call.request.namespace ?? '-'}`);
  expect(asked.filter((text) => text.startsWith('Service '))).toEqual(['Service shop', 'Service blog']);
  expect(asked.filter((text) => text.startsWith('Node '))).toEqual(['Node -']);
  expect(reader.namespaces).toEqual(['shop', 'blog']);
  expect(reader.listAccess().find(({ kind }) => kind === 'Node')).toMatchObject({
    state: 'forbidden',
    missingVerb: 'list',
  });
  expect(reader.listAccess().filter(({ state }) => state === 'ready')).toHaveLength(18);
});

test('where the whole cluster is forbidden the context’s namespace is read instead', async () => {
  const { clock, source, reader, updates } = build({ contextNamespace: 'shop' });
  source.onList = (call) => (call.request.namespace === 'shop' ? answerWith(call, 'web') : forbid(call));
  reader.acquire();
  await clock.advance(100);
  const services = reader.listAccess().filter(({ kind }) => kind === 'Service');
  expect(services).toEqual([{ kind: 'Service', namespace: 'shop', state: 'ready' }]);
  expect(updates.findLast(({ access }) => access !== undefined)?.access).toEqual(reader.listAccess());
  expect(source.openWatches.every(({ request }) => request.namespace === 'shop')).toBe(true);
});

test('a kind that is forbidden leaves the others alone', async () => {
  const { clock, source, reader } = build();
  source.onList = (call) => (kindOf(call) === 'Node' ? forbid(call) : answerEmpty(call));
  reader.acquire();
  await clock.advance(100);
  expect(reader.listAccess().filter(({ state }) => state === 'ready')).toHaveLength(kinds.length - 1);
});

test('some time after the last viewer has gone all watches stop; a new viewer starts a new epoch', async () => {
  const { clock, source, reader } = build();
  const first = reader.acquire();
  const second = reader.acquire();
  await clock.advance(100);
  const { epoch } = reader;
  first.release();
  first.release();
  await clock.advance(120_000);
  expect(source.openWatches.length).toBeGreaterThan(0);
  second.release();
  await clock.advance(59_000);
  expect(source.openWatches.length).toBeGreaterThan(0);
  await clock.advance(2_000);
  expect(source.openWatches).toHaveLength(0);
  expect(reader.countObjects()).toBe(0);
  reader.acquire();
  await clock.advance(100);
  expect(reader.epoch).not.toBe(epoch);
  expect(source.openWatches).toHaveLength(kinds.length);
});

test('a viewer who comes back in time finds everything still there', async () => {
  const { clock, source, reader } = build();
  reader.acquire().release();
  await clock.advance(30_000);
  reader.acquire();
  await clock.advance(120_000);
  expect(source.lists).toHaveLength(kinds.length);
});

test('a context that means another cluster is read anew in another epoch, and viewers hear of it', async () => {
  const { clock, source, reader, updates } = build();
  source.onList = (call) => (kindOf(call) === 'Service' ? answerWith(call, 'web') : answerEmpty(call));
  reader.acquire();
  await clock.advance(100);
  const { epoch } = reader;
  const heard = updates.length;
  const other = new ScriptedSource();
  other.onList = answerEmpty;
  reader.replaceSource(other, undefined);
  await clock.advance(100);
  expect(reader.epoch).not.toBe(epoch);
  expect(updates.length).toBeGreaterThan(heard);
  expect([...reader.snapshotLines()]).toEqual([]);
  expect(source.openWatches).toHaveLength(0);
});

test('asked to try now, it tries all that wait, once a second however many ask', async () => {
  const { clock, source, reader } = build();
  reader.acquire();
  await clock.advance(100);
  const failing = new ClusterProblem('CLUSTER_FAILED', 'etcd is away', { hint: '' });
  const [healthy, ...others] = source.openWatches;
  source.onWatch = (call) => call.fail(failing);
  for (const watch of others) watch.fail(failing);
  await clock.advance(3_000);
  const before = source.watches.length;
  const asked = Array.from({ length: 100 }, () => reader.retryNow());
  expect(asked[0]).toBeGreaterThan(0);
  expect(new Set(asked.slice(1))).toEqual(new Set([0]));
  await clock.advance(0);
  expect(source.watches.length - before).toBe(asked[0]);
  expect(healthy?.isOver).toBe(false);
  await clock.advance(999);
  expect(reader.retryNow()).toBe(0);
  await clock.advance(1);
  source.onWatch = (call) => call.open();
  expect(reader.retryNow()).toBeGreaterThan(0);
  await clock.advance(10_000);
  expect(source.openWatches).toHaveLength(kinds.length);
  expect(reader.retryNow()).toBe(0);
});

test('asked to try now, a reader nobody uses sends nothing', async () => {
  const { clock, source, reader } = build();
  expect(reader.retryNow()).toBe(0);
  await clock.advance(1_000);
  expect(source.lists).toHaveLength(0);
});
