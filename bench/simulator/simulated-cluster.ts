import { apiVersionOf, kindInfo, kinds, type Kind } from '@fairlead/kube-objects';
import { fixtureSizes, planCluster, type FixtureName } from '../fixture/cluster-plan.ts';
import { buildNamespace } from '../fixture/build-node.ts';
import { listFixtureObjects } from '../fixture/list-fixture-objects.ts';
import type { ObjectJson } from '../fixture/object-json.ts';
import { seededRandom } from '../fixture/seeded-random.ts';
import { buildStats, type SimulatorStats } from './simulator-stats.ts';
import { StoredList } from './stored-list.ts';
import { WatchFeed } from './watch-feed.ts';

/** Every list is answered as of this version, whatever has happened since: the watch that follows tells the rest. */
export const listVersion = 10_000_000;

const churnStepMs = 50;
const stepsPerSecond = 1000 / churnStepMs;

/** A cluster that does not change by itself; churn lets Pods become ready and unready. */
export class SimulatedCluster {
  readonly lists: ReadonlyMap<Kind, StoredList>;
  readonly feeds: ReadonlyMap<Kind, WatchFeed>;
  /** By name, whole. */
  readonly namespaces: ReadonlyMap<string, ObjectJson>;
  readonly stats: SimulatorStats;
  readonly #random: () => number;
  readonly #unready = new Set<number>();
  #version = listVersion;
  #churn: NodeJS.Timeout | undefined;

  constructor(fixture: FixtureName, seed: number) {
    const plan = planCluster(fixtureSizes[fixture], seed);
    this.lists = new Map(kinds.map((kind) => [kind, new StoredList(listFixtureObjects(kind, plan))]));
    this.namespaces = new Map(plan.namespaces.map((name, at) => [name, buildNamespace(name, at)]));
    this.feeds = new Map(kinds.map((kind) => [kind, new WatchFeed()]));
    this.stats = buildStats((kind) => this.lists.get(kind)?.count ?? 0);
    this.#random = seededRandom(seed + 1);
  }

  get version(): number {
    return this.#version;
  }

  /** Events per second from now on; 0 for none. */
  setChurn(eventsPerSecond: number): void {
    clearInterval(this.#churn);
    if (eventsPerSecond <= 0) return;
    let due = 0;
    this.#churn = setInterval(() => {
      due += eventsPerSecond / stepsPerSecond;
      for (; due >= 1; due -= 1) this.#changeOnePod();
    }, churnStepMs);
  }

  #changeOnePod(): void {
    const pods = this.lists.get('Pod');
    if (pods === undefined) return;
    const index = Math.floor(this.#random() * pods.count);
    const isReady = this.#unready.delete(index);
    if (!isReady) this.#unready.add(index);
    this.#version += 1;
    const object = changeReadiness(pods.read(index), isReady, String(this.#version));
    this.feeds.get('Pod')?.add(this.#version, { type: 'MODIFIED', object });
  }
}

function changeReadiness(pod: ObjectJson, isReady: boolean, resourceVersion: string): ObjectJson {
  const status = pod['status'] as { readonly conditions: readonly { readonly type: string }[] };
  const conditions = status.conditions.map((condition) =>
    condition.type === 'Ready' || condition.type === 'ContainersReady'
      ? { ...condition, status: isReady ? 'True' : 'False' }
      : condition,
  );
  return {
    apiVersion: apiVersionOf(kindInfo('Pod')),
    kind: 'Pod',
    ...pod,
    metadata: { ...(pod['metadata'] as ObjectJson), resourceVersion },
    status: { ...status, conditions },
  };
}
