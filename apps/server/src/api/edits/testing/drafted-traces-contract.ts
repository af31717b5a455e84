import type { EditedObject } from '@fairlead/edits';
import {
  kindInfo,
  ObjectStore,
  OverlaidReader,
  keyOf,
  labelValue,
  parseTrimmedObject,
  type EndpointSlice,
  type ObjectChange,
  type ObjectReader,
  type Service,
} from '@fairlead/kube-objects';
import {
  buildRoutingIndex,
  findProfile,
  listTracedControllers,
  predictSliceChanges,
  traceRequest,
  type Trace,
} from '@fairlead/routing';
import { expect, onTestFinished, test } from 'vitest';
import { collectionPath } from '../../../cluster/api-path.ts';
import { KubeClusterDirectory } from '../../../cluster/kube-cluster-directory.ts';
import { listOnce } from '../../../cluster/list-once.ts';
import type { ContractCluster } from '../../../cluster/testing/cluster-contract.ts';
import {
  bareSlice,
  pick,
  randomIngress,
  randomRequest,
  randomServices,
  serviceNames,
} from '../../../commands/testing/random-routes.ts';
import {
  buildClasses,
  buildWorkloads,
  readyWorkloads,
  type Manifest,
} from '../../../commands/testing/routing-ground.ts';
import { openClusterApp, type ClusterApp } from '../../../testing/cluster-app.ts';
import type { StoredObject } from '../edit-target.ts';
import { Colleague } from './colleague.ts';
import { createRandom, type Random } from './random-change.ts';
import { randomEdit, randomNew, toEdited } from './random-draft.ts';

const patience = { timeout: 30_000, interval: 20 };
const ingressNames = Array.from({ length: 8 }, (_, index) => `ingress-${index}`);
const requests = Array.from({ length: 60 }, (_, index) => randomRequest(createRandom(index)));

/** What every controller of a world does with every request, by both. */
type Traces = ReadonlyMap<string, Trace>;
const tracesOf = (reader: ObjectReader): Traces =>
  new Map(
    listTracedControllers(reader).flatMap(({ id, profile, options }) => {
      const index = buildRoutingIndex({ reader }, findProfile(profile), options);
      return requests.map((request) => [`${id} ${JSON.stringify(request)}`, traceRequest(index, request)]);
    }),
  );

type TraceFields = Readonly<Record<string, unknown>>;
const fieldsOf = (trace: Trace | undefined): TraceFields => ({ ...trace });

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The requests that end otherwise, with the fields that tell it. */
const differencesOf = (before: Traces, after: Traces): readonly object[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((asked) => {
    const [one, other] = [fieldsOf(before.get(asked)), fieldsOf(after.get(asked))];
    const names = Object.keys({ ...one, ...other }).filter((name) => !isSame(one[name], other[name]));
    return names.length === 0
      ? []
      : [{ asked, ...Object.fromEntries(names.map((name) => [name, [one[name], other[name]]])) }];
  });

const isManaged = ({ metadata }: EndpointSlice): boolean =>
  labelValue(metadata.labels, 'endpointslice.kubernetes.io/managed-by') === 'endpointslice-controller.k8s.io';

/** Every endpoint of the slices with what decides whether it gets requests, in one order. */
const endpointsOf = (slices: readonly EndpointSlice[]): readonly string[] =>
  slices
    .flatMap(({ ports = [], endpoints = [] }) => {
      const names = ports.map(({ name = '', port }) => `${name}=${port}`).toSorted();
      return endpoints.flatMap(({ addresses, conditions }) =>
        addresses.map((address) => `${address} ${conditions?.ready} ${names.join()}`),
      );
    })
    .toSorted();

/** The Services whose slices the controllers have yet to write for the Pods that there are. */
const listLateServices = (live: ObjectStore, namespace: string): readonly object[] =>
  live.list('Service', namespace).flatMap((service) => {
    const changes = predictSliceChanges(live, { before: undefined, after: service });
    const due = changes.flatMap((change) =>
      change.op === 'put' && change.object.kind === 'EndpointSlice' ? [change.object] : [],
    );
    const written = live.listSlicesOf(namespace, service.metadata.name).filter(isManaged);
    const [wanted, found] = [endpointsOf(due), endpointsOf(written)];
    return changes.length === 0 || isSame(wanted, found) ? [] : [{ service, wanted, found }];
  });

/** A namespace with workloads, Services and Ingresses, and the classes that these name. */
class Ground {
  readonly colleague: Colleague;
  readonly prefix: string;
  readonly #directory: KubeClusterDirectory;

  constructor(cluster: ContractCluster) {
    this.colleague = new Colleague(cluster);
    this.prefix = this.colleague.namespace;
    this.#directory = new KubeClusterDirectory({ source: cluster.sourceOf('admin') });
  }

  async create({ kind, ...manifest }: Manifest): Promise<void> {
    const type = kindInfo(kind as 'Deployment');
    const { namespace } = manifest.metadata;
    const path = collectionPath({ type, namespace });
    const { statusCode, body } = await this.colleague.send({
      method: 'POST',
      path,
      body: { kind, ...manifest },
    });
    expect([statusCode, body]).toEqual([201, expect.anything()]);
  }

  async open(random: Random): Promise<void> {
    const { namespace } = this.colleague;
    await this.colleague.arrive();
    const manifests = [
      ...buildClasses(this.prefix),
      // First, so that they are older than any that comes later by more than the second that times are told in.
      ...ingressNames
        .slice(0, 5)
        .map((name) => randomIngress(random, { name, namespace, prefix: this.prefix })),
      ...randomServices(random, namespace),
      bareSlice(namespace),
      ...buildWorkloads(namespace),
    ];
    for (const manifest of manifests) await this.create(manifest);
    const wanted = readyWorkloads.reduce((sum, { replicas }) => sum + replicas, 0);
    await expect
      .poll(async () => {
        const pods = (await this.read()).list('Pod', namespace);
        return pods.filter(({ status }) =>
          status?.conditions?.some(({ type, status: state }) => type === 'Ready' && state === 'True'),
        ).length;
      }, patience)
      .toBeGreaterThanOrEqual(wanted);
  }

  async close(): Promise<void> {
    for (const { metadata } of buildClasses(this.prefix))
      await this.colleague.send({
        method: 'DELETE',
        path: `${collectionPath({ type: kindInfo('IngressClass'), namespace: undefined })}/${metadata.name}`,
      });
    await this.#directory.close();
    await this.colleague.leave();
  }

  /** What is ours of the cluster: others come and go meanwhile. */
  async read(): Promise<ObjectStore> {
    const { objects, access } = await listOnce(await this.#directory.getClient('admin'), undefined);
    const store = new ObjectStore();
    store.apply(
      objects.flatMap((json) => {
        const object = parseTrimmedObject(JSON.parse(json));
        if (object.kind === 'Unreadable') throw new Error(object.reason);
        const { namespace, name } = object.metadata;
        const isOurs =
          namespace === undefined
            ? object.kind === 'Node' || name.startsWith(this.prefix)
            : namespace === this.colleague.namespace;
        return isOurs ? [{ op: 'put' as const, object }] : [];
      }),
    );
    store.setAccess(access);
    return store;
  }

  /** Once the controllers have written every slice that the Pods call for. */
  async readAtRest(): Promise<ObjectStore> {
    let live = await this.read();
    await expect
      .poll(async () => listLateServices((live = await this.read()), this.colleague.namespace), patience)
      .toEqual([]);
    return live;
  }

  /** Waits until the cluster has come to rest where the draft said it would. */
  async expectTraces(wanted: Traces, what: string): Promise<void> {
    await expect
      .poll(async () => differencesOf(wanted, tracesOf(await this.read())).slice(0, 2), {
        ...patience,
        message: what,
      })
      .toEqual([]);
  }

  /**
   * What may differ: of two Ingresses made within one second the API tells no age, and their names decide. A draft that
   * is not stored is younger than everything.
   */
  async waitForNextSecond(): Promise<void> {
    const ages = (await this.read()).list('Ingress').map(({ metadata }) => metadata.creationTimestamp ?? '');
    const youngest = Math.max(...ages.map((time) => Date.parse(time)));
    await expect.poll(() => Date.now() - youngest, patience).toBeGreaterThanOrEqual(1_000);
  }
}

type Draft =
  | { readonly operation: 'create'; readonly mine: Manifest }
  | { readonly operation: 'update'; readonly base: StoredObject; readonly mine: EditedObject }
  | { readonly operation: 'delete'; readonly base: StoredObject };

const asService = (object: unknown): Service | undefined => {
  const parsed = parseTrimmedObject(JSON.parse(JSON.stringify(object ?? {})));
  return parsed.kind === 'Service' ? parsed : undefined;
};

/** The cluster with the draft laid over it, and the slices that the controllers would write then. */
function layDraft(reader: ObjectStore, draft: Draft): OverlaidReader {
  const { base, mine } = { base: undefined, mine: undefined, ...draft };
  const slices = predictSliceChanges(reader, { before: asService(base), after: asService(mine) });
  if (mine === undefined && base !== undefined)
    return new OverlaidReader(reader, [{ op: 'remove', key: keyOf(toEdited(base)) }, ...slices]);
  const object = parseTrimmedObject(JSON.parse(JSON.stringify(mine)));
  if (object.kind === 'Unreadable') throw new Error(object.reason);
  const put: ObjectChange = { op: 'put', object };
  return new OverlaidReader(reader, [put, ...slices]);
}

async function drawDraft({ colleague, prefix }: Ground, random: Random): Promise<Draft> {
  const { namespace } = colleague;
  const kind = random(2) === 0 ? 'Service' : 'Ingress';
  const name = pick<string>(random, kind === 'Service' ? serviceNames : ingressNames);
  const base = await colleague.find({ kind, metadata: { name, namespace } } as StoredObject);
  if (base === undefined)
    return { operation: 'create', mine: randomNew({ kind, name, namespace }, random, prefix) };
  if (random(6) === 0) return { operation: 'delete', base };
  return { operation: 'update', base, mine: randomEdit(toEdited(base), random, prefix) };
}

async function apply(page: ClusterApp, draft: Draft): Promise<string> {
  const edit = JSON.parse(JSON.stringify(draft)) as Parameters<ClusterApp['dryRun']>[0];
  const checked = await page.dryRun(edit);
  if (checked.outcome !== 'accepted') return checked.outcome;
  const reviewed =
    draft.operation === 'create' ? {} : { reviewedResourceVersion: draft.base.metadata.resourceVersion };
  const sent = { ...edit, ...reviewed, clusterId: page.clusterId };
  return (await page.apply(sent as Parameters<ClusterApp['apply']>[0])).outcome;
}

const told = (draft: Draft): string =>
  JSON.stringify(draft, (key, value: unknown) => (key === 'managedFields' ? undefined : value));

/** What a trace says of a draft is what it says once the draft is applied and the cluster has come to rest. */
export function describeDraftedTraces(
  title: string,
  start: () => Promise<ContractCluster>,
  drafts: number,
): void {
  test(`of ${drafts} drafts ${title} each is traced as it is after it was applied`, async () => {
    const ground = new Ground(await start());
    onTestFinished(() => ground.close(), 60_000);
    const random = createRandom(5);
    await ground.open(random);
    const page = await openClusterApp(ground.colleague.cluster);
    const tally = new Map<string, number>();
    const count = (what: string): void => void tally.set(what, (tally.get(what) ?? 0) + 1);
    let last: Traces | undefined;
    for (let index = 0; index < drafts; index += 1) {
      const draft = await drawDraft(ground, random);
      if (draft.operation === 'create') await ground.waitForNextSecond();
      const live = await ground.readAtRest();
      const before = tracesOf(live);
      // What the controllers were late with would show here.
      if (last !== undefined) expect(differencesOf(last, before), `before draft ${index}`).toEqual([]);
      const wanted = tracesOf(layDraft(live, draft));
      const outcome = await apply(page, draft);
      count(`${draft.operation} ${outcome}`);
      if (outcome === 'applied') {
        if (differencesOf(before, wanted).length > 0) count('requests that end otherwise');
        await ground.expectTraces(wanted, `draft ${index}: ${told(draft)}`);
        last = wanted;
      } else expect(['refused', 'unchanged']).toContain(outcome);
    }
    console.info(`drafts ${title}: ${[...tally].map(([what, times]) => `${what} ${times}`).join(', ')}`);
    for (const operation of ['create', 'update', 'delete'])
      expect(tally.get(`${operation} applied`)).toBeGreaterThan(0);
    expect(tally.get('requests that end otherwise')).toBeGreaterThan(drafts / 4);
  }, 600_000);
}
