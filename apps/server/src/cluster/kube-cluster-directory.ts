import { randomUUID } from 'node:crypto';
import { systemClock, type Clock } from './clock.ts';
import type { ClusterClient } from './cluster-client.ts';
import type { ClusterDirectory, ContextSummary } from './cluster-directory.ts';
import type { ConnectionSource } from './connection-source.ts';
import type { ContextReader } from './context-reader.ts';
import { KubeClusterClient } from './kube-cluster-client.ts';
import { KubeContextReader } from './kube-context-reader.ts';

export interface KubeClusterDirectoryOptions {
  readonly source: ConnectionSource;
  /** `--namespace`: the only namespaces read. */
  readonly namespaces?: readonly string[] | undefined;
  readonly clock?: Clock;
  /** After how long a write counts as unanswered. */
  readonly writeTimeLimitMs?: number | undefined;
}

interface Entry {
  readonly identity: string;
  readonly client: KubeClusterClient;
}

/** Clients and readers by context, made when first asked for. */
export class KubeClusterDirectory implements ClusterDirectory {
  readonly #source: ConnectionSource;
  readonly #namespaces: readonly string[] | undefined;
  readonly #clock: Clock;
  readonly #writeTimeLimitMs: number | undefined;
  readonly #entries = new Map<string, Entry>();
  readonly #readers = new Map<string, KubeContextReader>();

  constructor({ source, namespaces, clock = systemClock, writeTimeLimitMs }: KubeClusterDirectoryOptions) {
    this.#source = source;
    this.#namespaces = namespaces;
    this.#clock = clock;
    this.#writeTimeLimitMs = writeTimeLimitMs;
    source.watch(() => this.#refresh());
  }

  listContexts(): Promise<readonly ContextSummary[]> {
    return this.#source.listContexts();
  }

  async getClient(contextName: string): Promise<ClusterClient> {
    const { connection, identity } = await this.#source.connect(contextName);
    const entry = this.#entries.get(contextName);
    if (entry?.identity === identity) return entry.client;
    const client = new KubeClusterClient({
      contextName,
      server: connection.server,
      connect: async () => (await this.#source.connect(contextName)).connection,
      clock: this.#clock,
      writeTimeLimitMs: this.#writeTimeLimitMs,
    });
    this.#entries.set(contextName, { identity, client });
    this.#readers.get(contextName)?.replaceSource(client, connection.namespace);
    await entry?.client.close();
    return client;
  }

  async getReader(contextName: string): Promise<ContextReader> {
    const client = await this.getClient(contextName);
    const { connection } = await this.#source.connect(contextName);
    const known = this.#readers.get(contextName);
    if (known !== undefined) return known;
    const reader = new KubeContextReader({
      contextName,
      source: client,
      clock: this.#clock,
      newEpoch: randomUUID,
      namespaces: this.#namespaces,
      contextNamespace: connection.namespace,
    });
    this.#readers.set(contextName, reader);
    return reader;
  }

  listReaders(): readonly ContextReader[] {
    return [...this.#readers.values()];
  }

  async close(): Promise<void> {
    this.#source.close();
    for (const reader of this.#readers.values()) reader.stop();
    await Promise.all([...this.#entries.values()].map(({ client }) => client.close()));
  }

  /** The contexts in use may have come to mean something else. One that is gone tells so with its next request. */
  #refresh(): void {
    for (const contextName of this.#entries.keys())
      this.getClient(contextName).catch((error: unknown) => void error);
  }
}
