import type { ContextSummary } from '../cluster-directory.ts';
import type { ConnectionSource, ContextConnection } from '../connection-source.ts';
import type { KubeConfigFacts } from './kube-config-facts.ts';
import { KubeConfigSource, type KubeConfigPlaces } from './kube-config-source.ts';
import { connectContext, type ConnectionSurroundings } from './kube-connection.ts';

interface KnownConnection {
  /** All that the kubeconfig says of the context. */
  readonly fingerprint: string;
  readonly made: Promise<ContextConnection>;
}

const toText = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? [...inner] : inner)) ?? '';

function summarize(facts: KubeConfigFacts): readonly ContextSummary[] {
  return [...facts.contexts.values()].map(({ name, cluster, user, namespace }) => ({
    name,
    clusterName: cluster,
    server: facts.clusters.get(cluster)?.server,
    userName: user,
    namespace,
    isCurrent: name === facts.currentContext,
    skipsTlsVerification: facts.clusters.get(cluster)?.skipsTlsVerification ?? false,
  }));
}

/** The contexts of the kubeconfig as it is now. */
export class KubeConfigConnectionSource implements ConnectionSource {
  readonly #source: KubeConfigSource;
  readonly #surroundings: ConnectionSurroundings;
  readonly #known = new Map<string, KnownConnection>();

  constructor(places: KubeConfigPlaces, surroundings: ConnectionSurroundings) {
    this.#source = new KubeConfigSource(places);
    this.#surroundings = surroundings;
  }

  async listContexts(): Promise<readonly ContextSummary[]> {
    return summarize(await this.#source.load());
  }

  async connect(contextName: string): Promise<ContextConnection> {
    const facts = await this.#source.load();
    const context = facts.contexts.get(contextName);
    const cluster = context && facts.clusters.get(context.cluster);
    const user = context?.user === undefined ? undefined : facts.users.get(context.user);
    const fingerprint = toText({ context, cluster, user });
    const known = this.#known.get(contextName);
    if (known?.fingerprint === fingerprint) return known.made;
    const made = connectContext(facts, contextName, this.#surroundings).then((connection) => ({
      connection,
      identity: toText([cluster?.server, user?.name, user?.impersonate, context?.namespace]),
    }));
    this.#known.set(contextName, { fingerprint, made });
    try {
      return await made;
    } catch (error) {
      // A CA file that is not there yet may be there at the next try.
      this.#known.delete(contextName);
      throw error;
    }
  }

  /** What is not as safe as it should be, a line each. Rejects where there is no usable kubeconfig. */
  listNotices(): Promise<readonly string[]> {
    return this.#source.listNotices();
  }

  watch(onChange: () => void): void {
    this.#source.watch(onChange);
  }

  close(): void {
    this.#source.close();
  }
}
