import type { WritableKind } from '@fairlead/api-contract';
import type { KindSchema } from './kind-schema/to-kind-schema.ts';
import type { CertificateFacts } from './parse-certificate.ts';
import type { ObjectWriter } from './object-writes.ts';

/** Which collection of the Kubernetes API. `group` is empty for the core group. A `KindInfo` is one. */
export interface ResourceType {
  readonly group: string;
  readonly version: string;
  /** The plural in URLs: `services`. */
  readonly resource: string;
}

/** Names one object of any kind. `namespace` is `undefined` for cluster-scoped kinds. */
export interface ObjectAddress {
  readonly type: ResourceType;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** A collection, in one namespace or (without one) in the whole cluster. */
export interface CollectionAddress {
  readonly type: ResourceType;
  readonly namespace: string | undefined;
}

/** One page of a LIST without resourceVersion: the most recent state. */
export interface ListPageRequest extends CollectionAddress {
  readonly limit: number;
  /** `metadata.continue` of the page before. */
  readonly continueToken?: string | undefined;
}

/** A WATCH with bookmarks, from just after `resourceVersion`. */
export interface WatchRequest extends CollectionAddress {
  readonly resourceVersion: string;
  /** After how long the API server ends the stream by itself. */
  readonly timeoutSeconds: number;
}

/** Takes the body of an answer as it arrives. A throw ends the request, which then rejects with what was thrown. */
export interface ByteSink {
  /** The API server accepted the request; the body follows. */
  onOpen?(): void;
  onBytes(chunk: Uint8Array): void;
}

/**
 * Where lists and watches come from. Both promises resolve when the API server has ended the body in good order and
 * reject with a `ClusterProblem` (or the reason of `signal`) otherwise; a body cut short is a rejection.
 */
export interface ListWatchSource {
  readListPage(request: ListPageRequest, sink: ByteSink, signal: AbortSignal): Promise<void>;
  readWatch(request: WatchRequest, sink: ByteSink, signal: AbortSignal): Promise<void>;
}

/** An object exactly as the API server sent it. `json` keeps what `JSON.parse` may lose (64-bit integers). */
export interface WholeObjectText {
  readonly json: string;
  readonly object: unknown;
}

/** A Kubernetes Event about an object. Times are RFC 3339 text. */
export interface ObjectEvent {
  readonly uid: string;
  /** `Normal` or `Warning`. */
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  readonly firstSeen: string | undefined;
  readonly lastSeen: string | undefined;
  /** The component that reported it. */
  readonly reporter: string;
}

/** What Events are asked for. Without a `uid`, those about older objects of the same name come too. */
export interface EventSubject {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly uid?: string | undefined;
}

/** May the identity do this? Without a namespace: in all namespaces, or on a cluster-scoped kind. */
export interface AccessQuestion {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  /** Leave out for cluster-scoped kinds: with a namespace the API server may say yes to what it will then refuse. */
  readonly namespace?: string | undefined;
  readonly name?: string;
}

export interface AccessAnswer {
  readonly isAllowed: boolean;
  /** The authoriser's explanation, where it gave one. */
  readonly reason: string | undefined;
}

export interface ClusterVersion {
  /** `v1.37.2`. */
  readonly gitVersion: string;
  readonly major: string;
  readonly minor: string;
}

/** What makes two contexts the same cluster: the uid of `kube-system`, else context name and server address. */
export interface ClusterIdentity {
  readonly id: string;
  readonly isFromKubeSystem: boolean;
}

/**
 * One cluster as one context of a kubeconfig (or the in-cluster service account) reaches it. Every method rejects with a
 * `ClusterProblem`. Only these requests exist: addresses are built from checked parts, no path is ever forwarded.
 */
export interface ClusterClient extends ListWatchSource, ObjectWriter {
  readonly contextName: string;
  /** The API server's address as configured. */
  readonly server: string;
  getObject(address: ObjectAddress, signal?: AbortSignal): Promise<WholeObjectText>;
  /** Newest first. Cluster-scoped objects have their Events in the namespace `default`. */
  listObjectEvents(object: EventSubject, signal?: AbortSignal): Promise<readonly ObjectEvent[]>;
  /** Names of the Secrets of type `kubernetes.io/tls`; read as metadata, their content is never sent. */
  listTlsSecretNames(namespace: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** Reads one Secret and keeps facts about its certificate only. */
  readCertificateFacts(
    secret: { readonly namespace: string; readonly name: string },
    signal?: AbortSignal,
  ): Promise<CertificateFacts>;
  /** The JSON Schema of a kind, out of the API server's own description. */
  readKindSchema(kind: WritableKind, signal?: AbortSignal): Promise<KindSchema>;
  reviewAccess(question: AccessQuestion, signal?: AbortSignal): Promise<AccessAnswer>;
  getVersion(signal?: AbortSignal): Promise<ClusterVersion>;
  getIdentity(signal?: AbortSignal): Promise<ClusterIdentity>;
  /** The user name the API server knows us by; `undefined` when it does not serve SelfSubjectReview. */
  findUserName(signal?: AbortSignal): Promise<string | undefined>;
  /** Ends all requests and watches. */
  close(): Promise<void>;
}
