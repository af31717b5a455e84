import { defaultAccessPolicy } from './access/access-policy.ts';
import { followTakenValues } from './allocation/taken-values.ts';
import { aFakeNode, baseNamespaces, kubernetesService, kubernetesSlice } from './base-objects.ts';
import type { FakeClusterOptions } from './cluster-options.ts';
import { timestampOf } from './clock.ts';
import { defaultPodTimings } from './controllers/kubelet.ts';
import { startControllers } from './controllers/start-controllers.ts';
import type { JsonObject } from './json/json-value.ts';
import { parseIpRange } from './net/ip-address.ts';
import { createObjectAccess, type ObjectAccess } from './object-access.ts';
import { createRandom } from './random.ts';
import type { FakeReply, FakeRequest } from './request/fake-request.ts';
import { handleRequest, type RequestContext } from './request/handle-request.ts';
import { Storage } from './storage/storage.ts';
import { WatchHub } from './watch/watch-hub.ts';

/** A cluster in memory: an API to ask, and objects to make by hand. */
export interface FakeCluster extends ObjectAccess {
  /** Answers a request as a kube-apiserver would. */
  readonly handle: (request: FakeRequest) => FakeReply;
  /** Forgets history: lists, pages and watches from earlier resourceVersions are answered with 410 from now on. */
  readonly compact: () => void;
  /** The API server goes away and comes back: open watches end, and it remembers nothing from before. */
  readonly restart: () => void;
  /** The present resourceVersion. */
  readonly revision: () => number;
  readonly openWatchCount: () => number;
}

const ipRanges = { ipv4: '10.96.0.0/12', ipv6: 'fd00:10:96::/112' };

function createContext(options: FakeClusterOptions): RequestContext {
  const storage = new Storage();
  const random = createRandom(options.seed ?? 1);
  const clock = { now: options.now, schedule: options.schedule };
  const texts = options.isDualStack === true ? [ipRanges.ipv4, ipRanges.ipv6] : [ipRanges.ipv4];
  return {
    storage,
    random,
    clock,
    policy: options.access ?? defaultAccessPolicy,
    pools: {
      ipRanges: texts.map(parseIpRange).filter((range) => range !== undefined),
      nodePorts: options.nodePortRange ?? { first: 30_000, last: 32_767 },
      taken: followTakenValues(storage),
      random,
    },
    watches: new WatchHub({ storage, clock, random }),
  };
}

function addBaseObjects(objects: ObjectAccess, options: FakeClusterOptions): void {
  const namespace = (name: string): JsonObject => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
  });
  for (const name of baseNamespaces) objects.create(namespace(name));
  const now = timestampOf(options.now());
  const isDualStack = options.isDualStack === true;
  (options.nodes ?? ['node-a', 'node-b', 'node-c']).forEach((name, index) => {
    objects.create(aFakeNode(name, index, { now, isDualStack }));
  });
  objects.create(kubernetesService('10.96.0.1'));
  objects.create(kubernetesSlice);
}

/** Makes a cluster with its Nodes, base namespaces and controllers. Nothing in it moves but by the given clock. */
export function createFakeCluster(options: FakeClusterOptions): FakeCluster {
  const context = createContext(options);
  const objects = createObjectAccess(context);
  if (options.hasControllers !== false) {
    startControllers(context, {
      timings: { ...defaultPodTimings, ...options.podTimings },
      isDualStack: options.isDualStack === true,
    });
  }
  addBaseObjects(objects, options);
  const { storage, watches } = context;
  return {
    ...objects,
    handle: (request) => handleRequest(context, request),
    compact: () => storage.forgetHistory(),
    restart: () => {
      watches.dropAll();
      storage.forgetHistory();
    },
    revision: () => storage.revision,
    openWatchCount: () => watches.count,
  };
}

/** The names requests may come under, for a transport that hands out credentials. */
export const identityNames = (options: Pick<FakeClusterOptions, 'access'>): string[] => [
  ...(options.access ?? defaultAccessPolicy).identities.keys(),
];
