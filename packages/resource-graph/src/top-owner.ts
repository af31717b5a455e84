import {
  isKind,
  kindInfo,
  labelValue,
  objectKey,
  type Kind,
  type ObjectMeta,
  type ObjectReader,
  type OwnerReference,
} from '@fairlead/kube-objects';

/** What Pods are grouped by. `watched` is the kind when its objects can be looked up. */
export interface Owner {
  readonly id: string;
  readonly kind: string;
  readonly watched: Kind | undefined;
  readonly name: string;
}

interface Owned {
  readonly kind: Kind;
  readonly metadata: ObjectMeta;
}

const longestChain = 8;

/** A kind of the same name may exist in another API group: only the group makes it the kind that is watched. */
function watchedKindOf({ apiVersion, kind }: OwnerReference): Kind | undefined {
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  return isKind(kind) && kindInfo(kind).isNamespaced && kindInfo(kind).group === group ? kind : undefined;
}

function ownerOf(namespace: string, reference: OwnerReference): Owner {
  const { kind, name, apiVersion } = reference;
  const watched = watchedKindOf(reference);
  const id =
    watched === undefined
      ? `owner:${apiVersion.replace(/\/.*$/, '')}:${kind}/${namespace}/${name}`
      : objectKey(watched, namespace, name);
  return { id, kind, watched, name };
}

/** Static Pods name the Node they run on as their controller: that is where they are, not what they belong to. */
const findController = (metadata: ObjectMeta): OwnerReference | undefined =>
  metadata.ownerReferences?.find(({ controller, kind }) => controller === true && kind !== 'Node');

/** A ReplicaSet that cannot be read is still named after its Deployment and the hash its Pods are labelled with. */
function guessDeployment(namespace: string, replicaSet: Owner, pod: Owned): Owner | undefined {
  const hash = labelValue(pod.metadata.labels, 'pod-template-hash');
  if (replicaSet.watched !== 'ReplicaSet' || !hash || !replicaSet.name.endsWith(`-${hash}`)) return undefined;
  const name = replicaSet.name.slice(0, -hash.length - 1);
  return {
    id: objectKey('Deployment', namespace, name),
    kind: 'Deployment',
    watched: 'Deployment',
    name,
  };
}

/**
 * What an object belongs to in the end, by controller references: a Pod of a Deployment leads over its ReplicaSet to the
 * Deployment. An object without controller is its own owner. An owner is named even when it is gone or cannot be read.
 */
export function findTopOwner(reader: ObjectReader, object: Owned): Owner {
  const { kind, metadata } = object;
  const namespace = metadata.namespace ?? '';
  let owner: Owner = {
    id: objectKey(kind, namespace, metadata.name),
    kind,
    watched: kind,
    name: metadata.name,
  };
  let current: Owned | undefined = object;
  for (let step = 0; step < longestChain; step += 1) {
    const reference = findController(current.metadata);
    if (reference === undefined) return owner;
    owner = ownerOf(namespace, reference);
    current = owner.watched === undefined ? undefined : reader.find(owner.watched, namespace, reference.name);
    if (current === undefined) return guessDeployment(namespace, owner, object) ?? owner;
  }
  return owner;
}
