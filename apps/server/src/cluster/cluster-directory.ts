import type { ClusterClient } from './cluster-client.ts';
import type { ContextReader } from './context-reader.ts';

/** One context a viewer may choose. Holds nothing secret. */
export interface ContextSummary {
  readonly name: string;
  readonly clusterName: string;
  /** The API server's address; `undefined` when the context names a cluster that is not there. */
  readonly server: string | undefined;
  readonly userName: string | undefined;
  readonly namespace: string | undefined;
  /** What `kubectl` would use. */
  readonly isCurrent: boolean;
  readonly skipsTlsVerification: boolean;
}

/**
 * The clusters this process may talk to. Contexts come from the kubeconfig as it is at the moment of the call; a changed
 * kubeconfig gives the same context name a new client and reader. Rejections are `ClusterProblem`s.
 */
export interface ClusterDirectory {
  listContexts(): Promise<readonly ContextSummary[]>;
  getClient(contextName: string): Promise<ClusterClient>;
  getReader(contextName: string): Promise<ContextReader>;
  /** The readers that exist, for metrics. */
  listReaders(): readonly ContextReader[];
  close(): Promise<void>;
}
