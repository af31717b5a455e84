import type { Container, Deployment, Pod, ReplicaSet, StringMap } from '@fairlead/kube-objects';
import { aDeployment, aPod, aReplicaSet, type Buildable } from '@fairlead/kube-objects/testing';

interface Rollout {
  readonly pods?: number;
  readonly labels?: StringMap;
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly isReady?: boolean;
}

/** A Deployment, its ReplicaSet and its Pods (`web-5d8f-0` …), labelled `app: <name>` unless said otherwise. */
export function rolledOut(
  place: string,
  rollout: Rollout = {},
): readonly Buildable<Deployment | ReplicaSet | Pod>[] {
  const { pods = 1, labels = { app: place.slice(place.indexOf('/') + 1) }, isReady = true } = rollout;
  const { containers = [{ name: 'app' }], initContainers = [] } = rollout;
  const deployment = aDeployment(place).withPodLabels(labels).withReplicas(pods);
  const replicaSet = aReplicaSet(`${place}-5d8f`).withPodLabels(labels).ownedBy(deployment);
  return [
    deployment,
    replicaSet,
    ...Array.from({ length: pods }, (_, index) => {
      const pod = aPod(`${place}-5d8f-${index}`)
        .labelled({ ...labels, 'pod-template-hash': '5d8f' })
        .ownedBy(replicaSet)
        .withSpec({ containers, initContainers });
      return isReady ? pod.ready() : pod.notReady();
    }),
  ];
}
