import { fieldOf, numberAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { listKeyOf } from '../storage/storage.ts';
import { annotationOf } from '../validation/metadata-validation.ts';
import { splitKey, type Controller } from './controller.ts';
import { ownerReferenceTo, type ControllerClient } from './controller-client.ts';
import { deploymentStatus } from './deployment-status.ts';
import type { RecordEvent } from './event-recorder.ts';
import { templateHash } from './pod-from-template.ts';
import { ownerKeysOf } from './pod-state.ts';
import { replicasOf } from './replica-set-controller.ts';

const hashLabel = 'pod-template-hash';
const revisionAnnotation = 'deployment.kubernetes.io/revision';

const hashOf = (deployment: JsonObject): string => templateHash(objectAt(deployment, 'spec', 'template'));

const revisionOf = (object: JsonObject): number => Number(annotationOf(object, revisionAnnotation) ?? '0');

function newReplicaSet(
  deployment: JsonObject,
  hash: string,
  { replicas, revision }: { readonly replicas: number; readonly revision: number },
): JsonObject {
  const spec = objectAt(deployment, 'spec');
  const template = objectAt(spec, 'template');
  const labels = { ...objectAt(template, 'metadata', 'labels'), [hashLabel]: hash };
  const selector = objectAt(spec, 'selector');
  return {
    metadata: {
      name: `${textAt(deployment, 'metadata', 'name')}-${hash}`,
      namespace: textAt(deployment, 'metadata', 'namespace'),
      labels,
      annotations: {
        'deployment.kubernetes.io/desired-replicas': String(replicasOf(deployment)),
        [revisionAnnotation]: String(revision),
      },
      ownerReferences: [ownerReferenceTo(deployment)],
    },
    spec: {
      replicas,
      selector: { ...selector, matchLabels: { ...objectAt(selector, 'matchLabels'), [hashLabel]: hash } },
      template: { ...template, metadata: { ...objectAt(template, 'metadata'), labels } },
    },
  };
}

/** `25%` of a number, rounded, or a plain number. */
function shareOf(value: unknown, total: number, round: (share: number) => number): number {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%')?.[1] ?? '25';
  return round((Number(percent) * total) / 100);
}

interface Rollout {
  readonly current: number;
  readonly old: number;
}

/** How many Pods the new ReplicaSet and all old ones may have now, so that enough of them are ready at any time. */
function nextRollout(deployment: JsonObject, now: Rollout & { readonly ready: number }): Rollout {
  const wanted = replicasOf(deployment);
  const strategy = objectAt(deployment, 'spec', 'strategy');
  if (textAt(strategy, 'type') === 'Recreate') return { current: now.old > 0 ? now.current : wanted, old: 0 };
  const limits = objectAt(strategy, 'rollingUpdate');
  const surge = shareOf(fieldOf(limits, 'maxSurge'), wanted, Math.ceil);
  const unavailable = shareOf(fieldOf(limits, 'maxUnavailable'), wanted, Math.floor);
  const room = wanted + Math.max(surge, unavailable === 0 && surge === 0 ? 1 : surge) - now.old;
  const current = Math.max(Math.min(wanted, room), Math.min(now.current, wanted));
  const spare = Math.max(0, now.ready - (wanted - unavailable));
  return { current, old: Math.max(0, now.old - spare) };
}

const readyOf = (replicaSets: readonly JsonObject[]): number =>
  replicaSets.reduce((sum, replicaSet) => sum + numberAt(replicaSet, 'status', 'readyReplicas'), 0);

const existingOf = (replicaSets: readonly JsonObject[]): number =>
  replicaSets.reduce((sum, replicaSet) => sum + numberAt(replicaSet, 'status', 'replicas'), 0);

/** Scales Deployments' ReplicaSets: all at once for a new one, step by step when the template changed. */
class Deployments {
  readonly #client: ControllerClient;
  readonly #record: RecordEvent;

  constructor(client: ControllerClient, record: RecordEvent) {
    this.#client = client;
    this.#record = record;
  }

  reconcile(deployment: JsonObject): void {
    const hash = hashOf(deployment);
    const all = this.#client.listOwned('ReplicaSet', deployment);
    const current = all.find((replicaSet) => textAt(replicaSet, 'metadata', 'labels', hashLabel) === hash);
    const old = all.filter((replicaSet) => replicaSet !== current);
    const next = nextRollout(deployment, {
      current: current === undefined ? 0 : replicasOf(current),
      old: Math.max(
        existingOf(old),
        old.reduce((sum, each) => sum + replicasOf(each), 0),
      ),
      ready: readyOf(all),
    });
    if (current === undefined) {
      const revision = Math.max(0, ...all.map(revisionOf)) + 1;
      const replicas = next.current;
      this.#client.create('ReplicaSet', newReplicaSet(deployment, hash, { replicas, revision }));
      this.#noteRevision(deployment, revision);
      this.#say(
        deployment,
        `Scaled up replica set ${textAt(deployment, 'metadata', 'name')}-${hash} from 0 to ${next.current}`,
      );
    } else {
      this.#scale(deployment, current, next.current);
    }
    this.#scaleOld(deployment, old, next.old);
    this.#removeOutdated(deployment, old);
    this.#client.setStatus(
      'Deployment',
      deployment,
      deploymentStatus(deployment, { current, all, now: this.#client.now }),
    );
  }

  /** The Deployment says which revision of its template is rolled out; only new templates are counted here. */
  #noteRevision(deployment: JsonObject, revision: number): void {
    const metadata = objectAt(deployment, 'metadata');
    const annotations = { ...objectAt(metadata, 'annotations'), [revisionAnnotation]: String(revision) };
    this.#client.replace('Deployment', deployment, { ...deployment, metadata: { ...metadata, annotations } });
  }

  #scaleOld(deployment: JsonObject, old: readonly JsonObject[], allowed: number): void {
    let left = allowed;
    for (const replicaSet of old) {
      const keeps = Math.min(replicasOf(replicaSet), left);
      left -= keeps;
      this.#scale(deployment, replicaSet, keeps);
    }
  }

  #scale(deployment: JsonObject, replicaSet: JsonObject, replicas: number): void {
    const before = replicasOf(replicaSet);
    if (before === replicas) return;
    const spec = { ...objectAt(replicaSet, 'spec'), replicas };
    this.#client.replace('ReplicaSet', replicaSet, { ...replicaSet, spec });
    const word = replicas > before ? 'up' : 'down';
    const name = textAt(replicaSet, 'metadata', 'name');
    this.#say(deployment, `Scaled ${word} replica set ${name} from ${before} to ${replicas}`);
  }

  /** Old ReplicaSets without Pods are kept for going back, but only so many. */
  #removeOutdated(deployment: JsonObject, old: readonly JsonObject[]): void {
    const limit = numberAt(deployment, 'spec', 'revisionHistoryLimit');
    const empty = old
      .filter((each) => replicasOf(each) === 0 && numberAt(each, 'status', 'replicas') === 0)
      .toSorted(
        (a, b) =>
          Number(textAt(a, 'metadata', 'resourceVersion')) - Number(textAt(b, 'metadata', 'resourceVersion')),
      );
    for (const replicaSet of empty.slice(0, Math.max(0, empty.length - limit))) {
      this.#client.remove('ReplicaSet', replicaSet);
    }
  }

  #say(deployment: JsonObject, message: string): void {
    this.#record({
      about: deployment,
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message,
      component: 'deployment-controller',
    });
  }
}

/** Keeps one ReplicaSet per template of each Deployment. */
export function createDeploymentController(client: ControllerClient, record: RecordEvent): Controller {
  const deployments = new Deployments(client, record);
  return {
    keysFor: ({ resource, object }) => {
      if (resource === 'deployments.apps') return [listKeyOf(object)];
      return resource === 'replicasets.apps' ? ownerKeysOf(object, 'Deployment') : [];
    },
    reconcile: (key) => {
      const { namespace, name } = splitKey(key);
      const deployment = client.find('Deployment', namespace, name);
      if (deployment === undefined || textAt(deployment, 'metadata', 'deletionTimestamp') !== '') return;
      deployments.reconcile(deployment);
    },
  };
}
