import { kindInfo } from '@fairlead/kube-objects';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { ClusterProblem } from '../cluster-problem.ts';
import type { ConnectionSource } from '../connection-source.ts';
import type { ReaderUpdate } from '../context-reader.ts';
import { KubeClusterClient } from '../kube-cluster-client.ts';
import { KubeContextReader } from '../kube-context-reader.ts';
import { toClusterProblem, watchErrorProblem } from '../kube-status.ts';
import { sendRaw } from './raw-request.ts';
import { ListPageScanner, type ListPage } from '../trim-object/list-page-scanner.ts';
import { WatchEventReader, type WatchEvent } from '../trim-object/watch-event-reader.ts';

export type ContractIdentity = 'admin' | 'viewer' | 'shop-editor' | 'nobody';

/** A cluster the contract is tried on. Its contexts carry the names of the identities. */
export interface ContractCluster {
  readonly sourceOf: (identity: ContractIdentity) => ConnectionSource;
  /** Restarts the API server, after which it has forgotten old resourceVersions; `undefined` where that cannot be done. */
  readonly restart: (() => Promise<void>) | undefined;
  readonly close: () => Promise<void>;
}

const services = kindInfo('Service');
const patience = { timeout: 20_000, interval: 50 };
const never = new AbortController().signal;

const aService = (name: string, port = 80): Record<string, unknown> => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: name }, ports: [{ port }] },
});

/** What a test does with a cluster: our client for reading, plain requests for writing. */
class ContractWorld {
  readonly cluster: ContractCluster;
  readonly namespace = `contract-${Math.random().toString(36).slice(2, 10)}`;
  readonly #clients = new Map<ContractIdentity, KubeClusterClient>();
  readonly #readers: KubeContextReader[] = [];

  constructor(cluster: ContractCluster) {
    this.cluster = cluster;
  }

  async client(identity: ContractIdentity): Promise<KubeClusterClient> {
    const known = this.#clients.get(identity);
    if (known !== undefined) return known;
    const source = this.cluster.sourceOf(identity);
    const connect = async () => (await source.connect(identity)).connection;
    const client = new KubeClusterClient({
      contextName: identity,
      server: (await connect()).server,
      connect,
    });
    this.#clients.set(identity, client);
    return client;
  }

  async write(identity: ContractIdentity, method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) {
    const { connection } = await this.cluster.sourceOf(identity).connect(identity);
    return sendRaw(connection, { method, path, body });
  }

  servicesPath(name = '', namespace = this.namespace): string {
    return `/api/v1/namespaces/${namespace}/services${name === '' ? '' : `/${name}`}`;
  }

  async createService(name: string): Promise<string> {
    const { statusCode, body } = await this.write('admin', 'POST', this.servicesPath(), aService(name));
    expect(statusCode).toBe(201);
    const { resourceVersion } = body['metadata'] as unknown as { resourceVersion: string };
    return resourceVersion;
  }

  async ensureNamespace(name: string): Promise<void> {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    const { statusCode } = await this.write('admin', 'POST', '/api/v1/namespaces', namespace);
    expect([201, 409]).toContain(statusCode);
  }

  async listPage(limit: number, continueToken?: string): Promise<ListPage> {
    const scanner = new ListPageScanner('Service');
    const client = await this.client('admin');
    const sink = { onBytes: (chunk: Uint8Array) => scanner.push(chunk) };
    await client.readListPage(
      { type: services, namespace: this.namespace, limit, continueToken },
      sink,
      never,
    );
    return scanner.finish();
  }

  /** Watches until there are `enough` events, or until the API server ends the stream. */
  async watch(
    resourceVersion: string,
    { timeoutSeconds = 20, enough = Infinity, onOpen = (): void => undefined },
  ): Promise<readonly WatchEvent[]> {
    const events: WatchEvent[] = [];
    const abort = new AbortController();
    const reader = new WatchEventReader('Service', (event) => {
      events.push(event);
      if (events.length >= enough) abort.abort();
    });
    const sink = { onOpen, onBytes: (chunk: Uint8Array) => reader.push(chunk) };
    const watched = { type: services, namespace: this.namespace, resourceVersion, timeoutSeconds };
    const client = await this.client('admin');
    await client.readWatch(watched, sink, abort.signal).catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    });
    return events;
  }

  async reader(identity: ContractIdentity, contextNamespace?: string) {
    const reader = new KubeContextReader({
      contextName: identity,
      source: await this.client(identity),
      clock: systemClock,
      newEpoch: () => 'epoch',
      namespaces: undefined,
      contextNamespace,
    });
    this.#readers.push(reader);
    const updates: ReaderUpdate[] = [];
    reader.subscribe((update) => updates.push(update));
    reader.acquire();
    await expect
      .poll(() => reader.listAccess().some(({ state }) => state === 'loading'), patience)
      .toBe(false);
    return { reader, updates };
  }

  async close(): Promise<void> {
    for (const reader of this.#readers) reader.stop();
    await this.write('admin', 'DELETE', `/api/v1/namespaces/${this.namespace}`);
    await Promise.all([...this.#clients.values()].map((client) => client.close()));
    await this.cluster.close();
  }
}

const names = ({ objects }: Pick<ListPage, 'objects'>): readonly string[] => objects.map(({ name }) => name);

const describeEvent = (event: WatchEvent): string =>
  event.type === 'put' || event.type === 'remove' ? `${event.type} ${event.object.name}` : event.type;

/** What our client and our reflector rely on, of whatever calls itself a Kubernetes API. */
export function describeClusterContract(title: string, start: () => Promise<ContractCluster>): void {
  describe(title, () => {
    let world: ContractWorld;

    beforeAll(async () => {
      world = new ContractWorld(await start());
      await world.ensureNamespace(world.namespace);
      await world.ensureNamespace('shop');
    }, 60_000);
    afterAll(() => world.close(), 30_000);

    describeReading(() => world);
    describeSchemas(() => world);
    describeWatching(() => world);
    describeRefusals(() => world);
    describeAccess(() => world);
    describeRestart(() => world);
  });
}

function describeReading(getWorld: () => ContractWorld): void {
  test('it tells its version, who we are, and which cluster it is', async () => {
    const world = getWorld();
    const admin = await world.client('admin');
    expect((await admin.getVersion()).gitVersion).toMatch(/^v1\.\d+/);
    expect(await admin.findUserName()).toBe('admin');
    const { id, isFromKubeSystem } = await admin.getIdentity();
    expect([id.length, isFromKubeSystem]).toEqual([36, true]);
    const nobody = await world.client('nobody');
    expect(await nobody.getIdentity()).toEqual({ id: `nobody ${nobody.server}`, isFromKubeSystem: false });
  });

  test('what is created is in the list, with defaults and without managedFields', async () => {
    const world = getWorld();
    await world.createService('listed');
    const page = await world.listPage(500);
    const found = page.objects.find(({ name }) => name === 'listed');
    expect(found?.namespace).toBe(world.namespace);
    const object = JSON.parse(found?.json ?? 'null') as Record<string, unknown>;
    expect(object).toMatchObject({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'listed',
        namespace: world.namespace,
        uid: found?.uid,
        resourceVersion: found?.resourceVersion,
      },
      spec: {
        type: 'ClusterIP',
        ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
        selector: { app: 'listed' },
        sessionAffinity: 'None',
      },
    });
    expect(found?.json).not.toContain('managedFields');
  });

  test('pages hold every object once, share a version and count what remains', async () => {
    const world = getWorld();
    for (const name of ['page-a', 'page-b', 'page-c', 'page-d']) await world.createService(name);
    const whole = await world.listPage(500);
    const pages = [await world.listPage(2)];
    for (let last = pages.at(-1); last?.continueToken !== undefined; last = pages.at(-1))
      pages.push(await world.listPage(2, last.continueToken));
    expect(pages.flatMap(names)).toEqual(names(whole));
    expect(new Set(pages.map(({ resourceVersion }) => resourceVersion)).size).toBe(1);
    expect(pages[0]?.remainingItemCount).toBe(whole.objects.length - 2);
  });

  test('a whole object has its managedFields, its Events are a list', async () => {
    const world = getWorld();
    await world.createService('whole');
    const admin = await world.client('admin');
    const { json, object } = await admin.getObject({
      type: services,
      namespace: world.namespace,
      name: 'whole',
    });
    expect(object).toMatchObject({ kind: 'Service', apiVersion: 'v1', metadata: { name: 'whole' } });
    expect(json).toContain('managedFields');
    expect(
      await admin.listObjectEvents({ kind: 'Service', namespace: world.namespace, name: 'whole' }),
    ).toEqual([]);
  });

  test('events of an older object of the same name are left out when the uid is known', async () => {
    const world = getWorld();
    const admin = await world.client('admin');
    const { namespace } = world;
    for (const [reason, uid] of [
      ['OfTheOld', 'old-uid'],
      ['OfTheNew', 'new-uid'],
    ]) {
      const { statusCode } = await world.write('admin', 'POST', `/api/v1/namespaces/${namespace}/events`, {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: `twice.${uid}` },
        involvedObject: { apiVersion: 'v1', kind: 'Service', namespace, name: 'twice', uid },
        reason,
        type: 'Normal',
      });
      expect(statusCode).toBe(201);
    }
    const reasonsOf = async (uid?: string): Promise<readonly string[]> => {
      const events = await admin.listObjectEvents({ kind: 'Service', namespace, name: 'twice', uid });
      return events.map(({ reason }) => reason).toSorted((a, b) => a.localeCompare(b));
    };
    expect(await reasonsOf()).toEqual(['OfTheNew', 'OfTheOld']);
    expect(await reasonsOf('new-uid')).toEqual(['OfTheNew']);
    expect(await reasonsOf('another-uid')).toEqual([]);
  });
}

function describeSchemas(getWorld: () => ContractWorld): void {
  test('it describes Services and Ingresses', async () => {
    const viewer = await getWorld().client('viewer');
    const service = await viewer.readKindSchema('Service');
    expect(service).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: { kind: { enum: ['Service'] }, apiVersion: { enum: ['v1'] } },
      definitions: {
        'io.k8s.api.core.v1.ServicePort': {
          additionalProperties: false,
          required: ['port'],
          properties: { protocol: { enum: ['SCTP', 'TCP', 'UDP'], default: 'TCP' } },
        },
        'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { type: ['integer', 'string'] },
      },
    });
    const ingress = await viewer.readKindSchema('Ingress');
    expect(ingress).toMatchObject({
      properties: { kind: { enum: ['Ingress'] }, apiVersion: { enum: ['networking.k8s.io/v1'] } },
      definitions: {
        'io.k8s.api.networking.v1.HTTPIngressPath': {
          properties: { pathType: { enum: ['Exact', 'ImplementationSpecific', 'Prefix'] } },
        },
      },
    });
    for (const schema of [service, ingress]) {
      const text = JSON.stringify(schema);
      expect(text.length).toBeLessThan(64 * 1024);
      expect(text).not.toMatch(/x-kubernetes|#\/components/);
    }
  });
}

function describeWatching(getWorld: () => ContractWorld): void {
  test('a watch goes on from where another has ended', async () => {
    const world = getWorld();
    const { resourceVersion } = await world.listPage(500);
    await world.createService('watched-a');
    const first = await world.watch(resourceVersion, { enough: 1 });
    expect(first.map(describeEvent)).toEqual(['put watched-a']);
    await world.createService('watched-b');
    await world.write('admin', 'DELETE', world.servicesPath('watched-a'));
    const from = first[0]?.type === 'put' ? first[0].object.resourceVersion : '';
    const second = await world.watch(from, { enough: 2 });
    expect(second.map(describeEvent)).toEqual(['put watched-b', 'remove watched-a']);
  });

  test('a watch with a time limit ends in good order, with a bookmark when something has changed elsewhere', async () => {
    const world = getWorld();
    const { resourceVersion } = await world.listPage(500);
    const elsewhere = `elsewhere-of-${world.namespace}`;
    const change = (): void =>
      void world.write('admin', 'POST', world.servicesPath('', 'shop'), aService(elsewhere));
    // A change before the watch was open brings no bookmark.
    const events = await world.watch(resourceVersion, { timeoutSeconds: 6, onOpen: change });
    const { statusCode } = await world.write('admin', 'DELETE', world.servicesPath(elsewhere, 'shop'));
    expect(statusCode).toBe(200);
    const bookmark = events.findLast(({ type }) => type === 'bookmark');
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['bookmark']));
    expect(Number(bookmark?.type === 'bookmark' ? bookmark.resourceVersion : 0)).toBeGreaterThan(
      Number(resourceVersion),
    );
  }, 20_000);

  test('a reader follows creation, change and deletion', async () => {
    const world = getWorld();
    const { reader, updates } = await world.reader('admin');
    expect(reader.listAccess().filter(({ state }) => state !== 'ready')).toEqual([]);
    const key = `Service/${world.namespace}/followed`;
    await world.createService('followed');
    await expect
      .poll(() => updates.some(({ puts }) => puts.some((put) => put.key === key)), patience)
      .toBe(true);
    const { object } = await (
      await world.client('admin')
    ).getObject({ type: services, namespace: world.namespace, name: 'followed' });
    const spec = (object as { spec: object }).spec;
    const changed = await world.write('admin', 'PUT', world.servicesPath('followed'), {
      ...(object as object),
      spec: { ...spec, selector: { app: 'other' } },
    });
    expect(changed.statusCode).toBe(200);
    await expect
      .poll(() => [...reader.snapshotLines()].find((line) => line.key === key)?.json, patience)
      .toContain('"selector":{"app":"other"}');
    await world.write('admin', 'DELETE', world.servicesPath('followed'));
    await expect.poll(() => updates.some(({ removes }) => removes.includes(key)), patience).toBe(true);
  }, 60_000);
}

function describeRefusals(getWorld: () => ContractWorld): void {
  const caught = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  test('a stale resourceVersion is OBJECT_CHANGED in the API server’s words', async () => {
    const world = getWorld();
    await world.createService('contested');
    const { object } = await (
      await world.client('admin')
    ).getObject({ type: services, namespace: world.namespace, name: 'contested' });
    const spec = (object as { spec: object }).spec;
    const write = (app: string) =>
      world.write('admin', 'PUT', world.servicesPath('contested'), {
        ...(object as object),
        spec: { ...spec, selector: { app } },
      });
    expect((await write('first')).statusCode).toBe(200);
    const { statusCode, body } = await write('second');
    expect(toClusterProblem({ statusCode, action: 'update', body })).toMatchObject({
      code: 'OBJECT_CHANGED',
      details: {
        reason: 'Conflict',
        kubernetesMessage:
          'Operation cannot be fulfilled on services "contested": the object has been modified; please apply your changes to the latest version and try again',
      },
    });
  });

  test('an invalid object is OBJECT_INVALID with its causes', async () => {
    const { statusCode, body } = await getWorld().write(
      'admin',
      'POST',
      getWorld().servicesPath(),
      aService('invalid', 70_000),
    );
    expect(toClusterProblem({ statusCode, action: 'create', body })).toMatchObject({
      code: 'OBJECT_INVALID',
      details: {
        statusCode: 422,
        reason: 'Invalid',
        causes: expect.arrayContaining([
          {
            reason: 'FieldValueInvalid',
            field: 'spec.ports[0].port',
            message: 'Invalid value: 70000: must be between 1 and 65535, inclusive',
          },
        ]),
      },
    });
  });

  test('an object that exists is OBJECT_EXISTS', async () => {
    const world = getWorld();
    await world.createService('twice');
    const { statusCode, body } = await world.write('admin', 'POST', world.servicesPath(), aService('twice'));
    expect(toClusterProblem({ statusCode, action: 'create', body })).toMatchObject({ code: 'OBJECT_EXISTS' });
  });

  test('what is not there is OBJECT_NOT_FOUND, what is not served KIND_NOT_SERVED', async () => {
    const world = getWorld();
    const admin = await world.client('admin');
    const get = (type: typeof services | { group: string; version: string; resource: string }) =>
      caught(admin.getObject({ type, namespace: world.namespace, name: 'missing' }));
    expect(await get(services)).toMatchObject({
      code: 'OBJECT_NOT_FOUND',
      details: { kubernetesMessage: 'services "missing" not found' },
    });
    expect(await get({ group: 'not.there', version: 'v1', resource: 'things' })).toMatchObject({
      code: 'KIND_NOT_SERVED',
    });
    expect(await get({ group: 'networking.k8s.io', version: 'v1', resource: 'routes' })).toMatchObject({
      code: 'KIND_NOT_SERVED',
    });
  });

  test('a continue token nobody gave out is refused', async () => {
    expect(await caught(getWorld().listPage(1, 'made-up'))).toBeInstanceOf(ClusterProblem);
  });

  test('lists and watches without permission are CLUSTER_FORBIDDEN in the API server’s words', async () => {
    const nobody = await getWorld().client('nobody');
    const sink = { onBytes: () => undefined };
    const address = { type: services, namespace: 'shop' };
    expect(await caught(nobody.readListPage({ ...address, limit: 1 }, sink, never))).toMatchObject({
      code: 'CLUSTER_FORBIDDEN',
      details: {
        kubernetesMessage:
          'services is forbidden: User "nobody" cannot list resource "services" in API group "" in the namespace "shop"',
      },
    });
    expect(
      await caught(nobody.readWatch({ ...address, resourceVersion: '1', timeoutSeconds: 1 }, sink, never)),
    ).toMatchObject({
      code: 'CLUSTER_FORBIDDEN',
      details: {
        kubernetesMessage:
          'services is forbidden: User "nobody" cannot watch resource "services" in API group "" in the namespace "shop"',
      },
    });
  });
}

function describeAccess(getWorld: () => ContractWorld): void {
  test.each([
    ['admin', { verb: 'delete', group: '', resource: 'nodes' }, true],
    ['viewer', { verb: 'list', group: '', resource: 'services' }, true],
    ['viewer', { verb: 'list', group: '', resource: 'nodes' }, false],
    ['viewer', { verb: 'update', group: '', resource: 'services', namespace: 'shop' }, false],
    ['shop-editor', { verb: 'update', group: '', resource: 'services', namespace: 'shop' }, true],
    ['shop-editor', { verb: 'update', group: '', resource: 'services', namespace: 'default' }, false],
    ['shop-editor', { verb: 'list', group: '', resource: 'namespaces' }, false],
    ['nobody', { verb: 'list', group: 'networking.k8s.io', resource: 'ingresses' }, false],
  ] as const)('an access review says whether %s may %j: %s', async (identity, question, isAllowed) => {
    const client = await getWorld().client(identity);
    expect(await client.reviewAccess(question)).toMatchObject({ isAllowed });
  });

  test('who may read one namespace only gets that, and every forbidden kind says which verb is missing', async () => {
    const { reader } = await getWorld().reader('shop-editor', 'shop');
    const said = reader
      .listAccess()
      .map(({ kind, namespace, state, missingVerb }) =>
        `${kind} ${namespace ?? '-'} ${state} ${missingVerb ?? ''}`.trim(),
      );
    expect(said).toEqual([
      'Namespace - forbidden list',
      'IngressClass - forbidden list',
      'Ingress shop ready',
      'Service shop ready',
      'EndpointSlice shop ready',
      'Node - forbidden list',
      'Deployment shop ready',
      'StatefulSet shop forbidden list',
      'DaemonSet shop forbidden list',
      'ReplicaSet shop ready',
      'Job shop forbidden list',
      'Pod shop ready',
    ]);
  }, 30_000);

  test('who may read nothing gets nothing, and twelve reasons', async () => {
    const { reader } = await getWorld().reader('nobody');
    expect(reader.countObjects()).toBe(0);
    expect(reader.listAccess().map(({ state, missingVerb }) => `${state} ${missingVerb}`)).toEqual(
      Array(12).fill('forbidden list'),
    );
  }, 30_000);
}

function describeRestart(getWorld: () => ContractWorld): void {
  test('after a restart old versions are answered with 410, and a running reader goes on', async ({
    skip,
  }) => {
    const world = getWorld();
    const { restart } = world.cluster;
    if (restart === undefined)
      return skip('this API server cannot be restarted: FAIRLEAD_TEST_CLUSTER_RESTART is not set');
    const { reader, updates } = await world.reader('admin');
    const old = await world.createService('before-restart');
    await world.createService('also-before-restart');
    await restart();
    const [event] = await world.watch(old, { enough: 1 });
    expect(event?.type === 'error' && watchErrorProblem(event.status, 'watch services')).toMatchObject({
      code: 'RESOURCE_VERSION_EXPIRED',
      details: {
        statusCode: 410,
        reason: 'Expired',
        kubernetesMessage: expect.stringMatching(/^too old resource version: \d+ \(\d+\)$/),
      },
    });
    await world.createService('after-restart');
    const key = `Service/${world.namespace}/after-restart`;
    await expect
      .poll(() => updates.some(({ puts }) => puts.some((put) => put.key === key)), patience)
      .toBe(true);
    await expect.poll(() => reader.listFeeds().every(({ phase }) => phase === 'live'), patience).toBe(true);
    expect(
      updates
        .flatMap(({ removes }) => removes)
        .filter((removed) => removed.startsWith(`Service/${world.namespace}/`)),
    ).toEqual([]);
  }, 90_000);
}
