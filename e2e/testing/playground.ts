import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterNamespace, clusterObjects } from './cluster-objects.ts';
import { kubectl, hasRealCluster, whyNoCluster } from './real-cluster.ts';
import { sendRequest } from './send-request.ts';
import { startFairlead, type Fairlead } from './start-fairlead.ts';

export type Ground = 'demo' | 'cluster';
export type PlayedKind = 'Service' | 'Ingress';

/** An object as kubectl and the API print it. */
export interface PlainObject {
  readonly apiVersion: string;
  readonly kind: PlayedKind;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** A cluster that a journey may change, Fairlead on it, and somebody else who changes it too. */
export interface Playground {
  readonly ground: Ground;
  readonly fairlead: Fairlead;
  readonly context: string;
  /** Where the journey's objects are. Deployment orders runs here: app=orders, ports http 8081 and grpc 9000. */
  readonly namespace: string;
  readonly find: (kind: PlayedKind, name: string) => Promise<PlainObject | undefined>;
  readonly get: (kind: PlayedKind, name: string) => Promise<PlainObject>;
  /** Creates or replaces, as another client does it. */
  readonly write: (object: PlainObject) => Promise<void>;
  readonly remove: (kind: PlayedKind, name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

type Client = Pick<Playground, 'find' | 'write' | 'remove'>;

const demoContext = 'demo-cluster';

/** Another client of the demo: it has no door of its own, so it comes in by the API. */
function buildDemoClient(fairlead: Fairlead, namespace: string): Client {
  const send = async (path: string, body?: unknown): Promise<{ statusCode: number; body: string }> =>
    sendRequest(fairlead.origin, {
      path: `/api/contexts/${demoContext}${path}`,
      headers: { authorization: `Bearer ${fairlead.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  const apply = async (edit: object): Promise<void> => {
    const { clusterId } = JSON.parse((await send('')).body) as { clusterId: string };
    const { body } = await send('/edits/apply', { clusterId, ...edit });
    if ((JSON.parse(body) as { outcome?: string }).outcome !== 'applied') throw new Error(body);
  };
  const find: Client['find'] = async (kind, name) => {
    const { statusCode, body } = await send(`/objects/${kind}/${namespace}/${name}`);
    if (statusCode === 404) return undefined;
    return (JSON.parse(body) as { object: PlainObject }).object;
  };
  const reviewed = (base: PlainObject): object => ({
    base,
    reviewedResourceVersion: base.metadata.resourceVersion,
  });
  return {
    find,
    write: async (object) => {
      const mine = { ...object, metadata: { ...object.metadata, namespace } };
      const base = await find(object.kind, object.metadata.name);
      await apply(
        base === undefined ? { operation: 'create', mine } : { operation: 'update', mine, ...reviewed(base) },
      );
    },
    remove: async (kind, name) => {
      const base = await find(kind, name);
      if (base !== undefined) await apply({ operation: 'delete', ...reviewed(base) });
    },
  };
}

function buildKubectlClient(namespace: string): Client {
  const find: Client['find'] = async (kind, name) => {
    const text = await kubectl('get', kind, name, '-n', namespace, '--ignore-not-found', '-o', 'json');
    return text === '' ? undefined : (JSON.parse(text) as PlainObject);
  };
  return {
    find,
    write: async (object) => {
      const folder = await mkdtemp(join(tmpdir(), 'fairlead-e2e-'));
      const file = join(folder, 'object.json');
      const verb = (await find(object.kind, object.metadata.name)) === undefined ? 'create' : 'replace';
      await writeFile(file, JSON.stringify({ ...object, metadata: { ...object.metadata, namespace } }));
      await kubectl(verb, '-f', file);
      await rm(folder, { recursive: true });
    },
    remove: async (kind, name) => {
      await kubectl('delete', kind, name, '-n', namespace, '--ignore-not-found');
    },
  };
}

const withGet = (client: Client): Pick<Playground, 'find' | 'get' | 'write' | 'remove'> => ({
  ...client,
  get: async (kind, name) => {
    const found = await client.find(kind, name);
    if (found === undefined) throw new Error(`${kind} ${name} does not exist`);
    return found;
  },
});

async function openDemo(): Promise<Playground> {
  const fairlead = await startFairlead(['demo', '--writable', '--port', '0']);
  const namespace = 'shop';
  return {
    ground: 'demo',
    fairlead,
    context: demoContext,
    namespace,
    ...withGet(buildDemoClient(fairlead, namespace)),
    stop: fairlead.stop,
  };
}

/** The class that the journeys' Ingresses name; one that is there already is left as it is. */
async function ensureIngressClass(): Promise<void> {
  if ((await kubectl('get', 'ingressclass', 'nginx', '--ignore-not-found', '-o', 'name')) !== '') return;
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-e2e-'));
  const file = join(folder, 'class.json');
  await writeFile(
    file,
    JSON.stringify({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'nginx' },
      spec: { controller: 'k8s.io/ingress-nginx' },
    }),
  );
  await kubectl('apply', '-f', file);
  await rm(folder, { recursive: true });
}

async function openCluster(): Promise<Playground> {
  const { FAIRLEAD_TEST_KUBECONFIG: kubeconfig } = process.env;
  if (kubeconfig === undefined || !hasRealCluster) throw new Error(whyNoCluster);
  const namespace = clusterNamespace;
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-e2e-'));
  const file = join(folder, 'objects.json');
  await writeFile(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: clusterObjects }));
  await kubectl('apply', '-f', file);
  await rm(folder, { recursive: true });
  await ensureIngressClass();
  await kubectl('delete', 'services,ingresses', '--all', '-n', namespace);
  await kubectl('rollout', 'status', 'deployment/orders', '-n', namespace, '--timeout=60s');
  const fairlead = await startFairlead(['serve', '--kubeconfig', kubeconfig, '--port', '0']);
  return {
    ground: 'cluster',
    fairlead,
    context: 'admin',
    namespace,
    ...withGet(buildKubectlClient(namespace)),
    stop: fairlead.stop,
  };
}

/** A fresh playground: the demo anew, or an empty namespace of the real cluster. */
export const openPlayground = (ground: Ground): Promise<Playground> =>
  ground === 'demo' ? openDemo() : openCluster();
