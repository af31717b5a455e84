import { keyOf, type Kind, type ObjectReader, type Pod, type TrimmedObject } from '@fairlead/kube-objects';

/** A workload that people write; a ReplicaSet only where no Deployment made it. */
export type Owner = TrimmedObject<'Deployment' | 'ReplicaSet' | 'StatefulSet' | 'DaemonSet' | 'Job'>;

const ownerKinds: ReadonlySet<string> = new Set<Kind>([
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
]);

const isOwnerKind = (kind: string): kind is Owner['kind'] => ownerKinds.has(kind);

function findController(reader: ObjectReader, object: Pod | Owner): Owner | undefined {
  const { namespace, ownerReferences = [] } = object.metadata;
  const reference = ownerReferences.find(({ controller }) => controller === true);
  if (reference === undefined || !isOwnerKind(reference.kind)) return undefined;
  return reader.find(reference.kind, namespace, reference.name);
}

/** What made the Pod: its controller, or the Deployment behind its ReplicaSet. `undefined`: nobody, or it cannot be seen. */
export function findOwner(reader: ObjectReader, pod: Pod): Owner | undefined {
  const controller = findController(reader, pod);
  return (controller && findController(reader, controller)) ?? controller;
}

/** All Pods of a workload, in name order. */
export function listPodsOf(reader: ObjectReader, owner: Owner): readonly Pod[] {
  const key = keyOf(owner);
  return reader
    .listPodsSelectedBy(owner.metadata.namespace ?? '', owner.spec.selector?.matchLabels)
    .filter((pod) => {
      const found = findOwner(reader, pod);
      return found !== undefined && keyOf(found) === key;
    });
}
