import type { WritableKind } from '@fairlead/api-contract';
import { collectionPath, objectPath, queryText } from './api-path.ts';
import { systemClock, type Clock } from './clock.ts';
import type {
  AccessAnswer,
  AccessQuestion,
  ByteSink,
  ClusterClient,
  ClusterIdentity,
  ClusterVersion,
  EventSubject,
  ListPageRequest,
  ObjectAddress,
  ObjectEvent,
  WatchRequest,
  WholeObjectText,
} from './cluster-client.ts';
import type { ClusterConnection } from './cluster-connection.ts';
import { ClusterProblem } from './cluster-problem.ts';
import { ClusterTransport, type TransportCounts } from './cluster-transport.ts';
import type { ObjectDeletion, ObjectWrite, WriteResult } from './object-writes.ts';
import {
  parseAccessAnswer,
  parseEvents,
  parseJsonObject,
  parseObjectUid,
  parseUserName,
  parseVersion,
} from './parse-answer.ts';
import { readKindSchema } from './kind-schema/read-kind-schema.ts';
import type { KindSchema } from './kind-schema/to-kind-schema.ts';
import type { CertificateFacts } from './parse-certificate.ts';
import { listTlsSecretNames, readCertificateFacts } from './read-tls-secrets.ts';
import { createRequest, deleteRequest, putRequest, sendWrite, writeTimeLimitMs } from './send-write.ts';

const coreNamespaces = { group: '', version: 'v1', resource: 'namespaces' };
const coreEvents = { group: '', version: 'v1', resource: 'events' };
const accessReviews = { group: 'authorization.k8s.io', version: 'v1', resource: 'selfsubjectaccessreviews' };
const subjectReviews = { group: 'authentication.k8s.io', version: 'v1', resource: 'selfsubjectreviews' };

/** Events of cluster-scoped objects are stored here. */
const clusterEventsNamespace = 'default';
const maxEvents = 200;

/** One for each request, so that no signal is listened to by all of them. */
const never = (): AbortSignal => new AbortController().signal;

export interface KubeClusterClientOptions {
  readonly contextName: string;
  readonly server: string;
  /** How to reach the cluster now. */
  readonly connect: () => Promise<ClusterConnection>;
  readonly clock?: Clock | undefined;
  /** After how long a write counts as unanswered. */
  readonly writeTimeLimitMs?: number | undefined;
}

/** The client for a real API server: credentials from the kubeconfig, streams by undici. */
export class KubeClusterClient implements ClusterClient {
  readonly contextName: string;
  readonly server: string;
  readonly #transport: ClusterTransport;
  readonly #writeLimits: { readonly clock: Clock; readonly timeLimitMs: number };
  /** Asked for once: what is shown of a cluster stays that cluster's while it cannot be reached. */
  #identity: ClusterIdentity | undefined;

  constructor({ contextName, server, connect, clock = systemClock, ...limits }: KubeClusterClientOptions) {
    this.contextName = contextName;
    this.server = server;
    this.#writeLimits = { clock, timeLimitMs: limits.writeTimeLimitMs ?? writeTimeLimitMs };
    this.#transport = new ClusterTransport(connect, clock);
  }

  /** Requests sent so far. */
  get counts(): Readonly<TransportCounts> {
    return this.#transport.counts;
  }

  readListPage(request: ListPageRequest, sink: ByteSink, signal: AbortSignal): Promise<void> {
    const query = queryText({ limit: request.limit, continue: request.continueToken });
    return this.#transport.send(
      {
        action: `list ${request.type.resource}`,
        path: `${collectionPath(request)}${query}`,
        isPatient: true,
      },
      { sink, signal },
    );
  }

  readWatch(request: WatchRequest, sink: ByteSink, signal: AbortSignal): Promise<void> {
    const query = queryText({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: request.resourceVersion,
      timeoutSeconds: request.timeoutSeconds,
    });
    return this.#transport.send(
      { action: `watch ${request.type.resource}`, path: `${collectionPath(request)}${query}`, isWatch: true },
      { sink, signal },
    );
  }

  async getObject(address: ObjectAddress, signal: AbortSignal = never()): Promise<WholeObjectText> {
    const json = await this.#transport.read(
      { action: `get ${address.type.resource}`, path: objectPath(address) },
      signal,
    );
    return { json, object: parseJsonObject(json) };
  }

  async listObjectEvents(
    { kind, namespace = clusterEventsNamespace, name, uid }: EventSubject,
    signal: AbortSignal = never(),
  ): Promise<readonly ObjectEvent[]> {
    const fieldSelector = [
      `involvedObject.kind=${fieldValue(kind)}`,
      `involvedObject.name=${fieldValue(name)}`,
      ...(uid === undefined ? [] : [`involvedObject.uid=${fieldValue(uid)}`]),
    ].join(',');
    const path = `${collectionPath({ type: coreEvents, namespace })}${queryText({ fieldSelector, limit: maxEvents })}`;
    return parseEvents(parseJsonObject(await this.#transport.read({ action: 'list events', path }, signal)));
  }

  async listTlsSecretNames(namespace: string, signal: AbortSignal = never()): Promise<readonly string[]> {
    return listTlsSecretNames(this.#transport, namespace, signal);
  }

  async readCertificateFacts(
    secret: { readonly namespace: string; readonly name: string },
    signal: AbortSignal = never(),
  ): Promise<CertificateFacts> {
    return readCertificateFacts(this.#transport, secret, signal);
  }

  async readKindSchema(kind: WritableKind, signal: AbortSignal = never()): Promise<KindSchema> {
    return readKindSchema(this.#transport, kind, signal);
  }

  async reviewAccess(question: AccessQuestion, signal: AbortSignal = never()): Promise<AccessAnswer> {
    const body = {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: question },
    };
    const path = collectionPath({ type: accessReviews, namespace: undefined });
    const answer = await this.#transport.read({ action: 'review access', path, body }, signal);
    return parseAccessAnswer(parseJsonObject(answer));
  }

  async getVersion(signal: AbortSignal = never()): Promise<ClusterVersion> {
    const answer = await this.#transport.read({ action: 'tell its version', path: '/version' }, signal);
    return parseVersion(parseJsonObject(answer));
  }

  async getIdentity(signal: AbortSignal = never()): Promise<ClusterIdentity> {
    this.#identity ??= await this.#readIdentity(signal);
    return this.#identity;
  }

  async #readIdentity(signal: AbortSignal): Promise<ClusterIdentity> {
    try {
      const { object } = await this.getObject(
        { type: coreNamespaces, namespace: undefined, name: 'kube-system' },
        signal,
      );
      return { id: parseObjectUid(object), isFromKubeSystem: true };
    } catch (error) {
      const isHidden =
        error instanceof ClusterProblem &&
        (error.code === 'CLUSTER_FORBIDDEN' || error.code === 'OBJECT_NOT_FOUND');
      if (!isHidden) throw error;
      return { id: `${this.contextName} ${this.server}`, isFromKubeSystem: false };
    }
  }

  async findUserName(signal: AbortSignal = never()): Promise<string | undefined> {
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
    const path = collectionPath({ type: subjectReviews, namespace: undefined });
    try {
      const answer = await this.#transport.read({ action: 'say who we are', path, body }, signal);
      return parseUserName(parseJsonObject(answer));
    } catch (error) {
      if (error instanceof ClusterProblem && error.code === 'KIND_NOT_SERVED') return undefined;
      throw error;
    }
  }

  async createObject(write: ObjectWrite): Promise<WriteResult> {
    return sendWrite(this.#transport, createRequest(write), this.#writeLimits);
  }

  async putObject(write: ObjectWrite): Promise<WriteResult> {
    return sendWrite(this.#transport, putRequest(write), this.#writeLimits);
  }

  async deleteObject(deletion: ObjectDeletion): Promise<WriteResult> {
    return sendWrite(this.#transport, deleteRequest(deletion), this.#writeLimits);
  }

  async close(): Promise<void> {
    await this.#transport.close();
  }
}

/** Backslash, comma and equals sign carry meaning in a field selector. */
const fieldValue = (text: string): string => text.replace(/[\\,=]/g, (character) => `\\${character}`);
