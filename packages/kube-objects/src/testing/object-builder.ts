import type { ClusterObject } from '../objects/cluster-object.ts';
import type { ObjectMeta, StringMap } from '../objects/object-meta.ts';
import { deepFreeze } from './deep-freeze.ts';
import { placeOf } from './place.ts';

/** An object, or a builder that makes it. */
export type Buildable<T extends ClusterObject = ClusterObject> = T | { build(): T };

export function built<T extends ClusterObject>(given: Buildable<T>): T {
  return 'build' in given ? given.build() : given;
}

export const creationOfTests = '2026-01-01T00:00:00Z';

export function namespacedMeta(kind: string, place: string): ObjectMeta {
  const { namespace, name } = placeOf(place);
  return { name, namespace, uid: `${kind}-${namespace}-${name}`, creationTimestamp: creationOfTests };
}

export const clusterMeta = (kind: string, name: string): ObjectMeta => ({
  name,
  uid: `${kind}-${name}`,
  creationTimestamp: creationOfTests,
});

/** What builders of all kinds share. Every method returns a new builder: a half-built object may be kept and reused. */
export abstract class ObjectBuilder<T extends ClusterObject> {
  protected readonly draft: T;

  constructor(draft: T) {
    this.draft = draft;
  }

  labelled(labels: StringMap): this {
    return this.withMeta({ labels: { ...this.draft.metadata.labels, ...labels } });
  }

  annotated(annotations: StringMap): this {
    return this.withMeta({ annotations: { ...this.draft.metadata.annotations, ...annotations } });
  }

  createdAt(creationTimestamp: string): this {
    return this.withMeta({ creationTimestamp });
  }

  withUid(uid: string): this {
    return this.withMeta({ uid });
  }

  /** As the API server would have stored it at this version. */
  atVersion(resourceVersion: string): this {
    return this.withMeta({ resourceVersion });
  }

  ownedBy(owner: Buildable): this {
    const { apiVersion, kind, metadata } = built(owner);
    return this.withMeta({
      ownerReferences: [{ apiVersion, kind, name: metadata.name, uid: metadata.uid ?? '', controller: true }],
    });
  }

  /** Marked for deletion, still there. */
  terminating(deletionTimestamp = '2026-01-02T00:00:00Z'): this {
    return this.withMeta({ deletionTimestamp });
  }

  /** The object, frozen through and through. */
  build(): T {
    return deepFreeze(this.draft);
  }

  protected withMeta(meta: Partial<ObjectMeta>): this {
    return this.next({ ...this.draft, metadata: { ...this.draft.metadata, ...meta } });
  }

  protected next(draft: T): this {
    const Builder = this.constructor as new (draft: T) => this;
    return new Builder(draft);
  }
}
