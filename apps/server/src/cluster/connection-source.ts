import type { ClusterConnection } from './cluster-connection.ts';
import type { ContextSummary } from './cluster-directory.ts';

/** A connection and what has to be read anew when it changes. */
export interface ContextConnection {
  readonly connection: ClusterConnection;
  /** Another text means another cluster or another user under the same context name. */
  readonly identity: string;
}

/** Where contexts come from: kubeconfig files, the Pod's service account, or the demo. Rejections are `ClusterProblem`s. */
export interface ConnectionSource {
  listContexts(): Promise<readonly ContextSummary[]>;
  /** As long as nothing about the context has changed, the same connection. */
  connect(contextName: string): Promise<ContextConnection>;
  /** Calls back when contexts may have changed. */
  watch(onChange: () => void): void;
  close(): void;
}
