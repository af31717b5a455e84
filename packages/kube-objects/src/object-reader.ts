import type { Kind } from './kind.ts';
import type { StringMap } from './objects/object-meta.ts';
import type { TrimmedObject } from './objects/cluster-object.ts';

/**
 * Whether the objects of a kind are known. `namespace` is `undefined` when the kind is listed for the whole cluster.
 * `loading`: the first list is not complete. `forbidden`: the identity lacks `missingVerb`. `not-served`: the API server
 * does not know the kind. `failed`: the last list failed for another reason, kept trying.
 */
export interface KindAccess {
  readonly kind: Kind;
  readonly namespace: string | undefined;
  readonly state: 'loading' | 'ready' | 'forbidden' | 'not-served' | 'failed';
  readonly missingVerb?: 'list' | 'watch';
  /** The API server's own words, where it said any. */
  readonly message?: string;
}

/**
 * Everything the product knows of a cluster at one moment, for pure code to read. Lists are in code-unit order of
 * namespace, then name, whatever order the objects arrived in; they are shared, never changed by the reader.
 */
export interface ObjectReader {
  /** Grows with every change applied. */
  readonly revision: number;
  find<K extends Kind>(kind: K, namespace: string | undefined, name: string): TrimmedObject<K> | undefined;
  /** Without a namespace: all of the cluster. */
  list<K extends Kind>(kind: K, namespace?: string): readonly TrimmedObject<K>[];
  count(kind: Kind): number;
  /** Names of all namespaces that exist as an object or are named by one, sorted. */
  listNamespaces(): readonly string[];
  /** The slices labelled `kubernetes.io/service-name: <serviceName>` in the namespace: a Service's only link to them. */
  listSlicesOf(namespace: string, serviceName: string): readonly TrimmedObject<'EndpointSlice'>[];
  /** The Pods that carry all pairs of a Service's selector; nothing for an empty selector. */
  listPodsSelectedBy(namespace: string, selector: StringMap | undefined): readonly TrimmedObject<'Pod'>[];
  /** The Services of the namespace whose selector the labels satisfy. */
  listServicesSelecting(
    namespace: string,
    labels: StringMap | undefined,
  ): readonly TrimmedObject<'Service'>[];
  /** How much of a kind is known; one entry per list and watch. A namespaced reader has one entry per namespace. */
  listAccess(): readonly KindAccess[];
  /** False while a list of the kind that covers `namespace` is not (or may never be) complete: absence then proves nothing. */
  isKnown(kind: Kind, namespace?: string): boolean;
}
