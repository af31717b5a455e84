import type { KindStrategy } from './kind-strategy.ts';

/** A resource under which objects of one kind are stored and served. */
export interface ServedResource {
  /** `services`, `ingresses.networking.k8s.io`: names the resource in storage. */
  readonly key: string;
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly isNamespaced: boolean;
  /** Where the API server keeps the objects in etcd; it says so in one message. */
  readonly storagePrefix: string;
  readonly hasStatus: boolean;
  /** A `status` sent with a new object is kept: a kubelet registers its Node with one. */
  readonly keepsStatusOnCreate: boolean;
  /** `metadata.generation` counts changes of the spec. */
  readonly hasGeneration: boolean;
  /** DELETE answers with the object rather than with a `Status`. */
  readonly returnsDeleted: boolean;
  /** PUT makes an object that is not there. */
  readonly canCreateOnUpdate: boolean;
  /** Field selectors besides `metadata.name` and `metadata.namespace`. */
  readonly fieldLabels: readonly string[];
  readonly strategy: KindStrategy;
}
