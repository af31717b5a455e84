import { useSyncExternalStore } from 'react';
import { useCluster } from './cluster-context.ts';
import type { ConnectionState } from './questions.ts';

/** How the page stands to the server, and the server to the cluster. */
export function useConnection(): ConnectionState {
  const { subscribe, connection } = useCluster();
  return useSyncExternalStore(subscribe, connection);
}

/** The kind of that alone: the same while updates merely come in. */
export function useConnectionKind(): ConnectionState['kind'] {
  const { subscribe, connection } = useCluster();
  return useSyncExternalStore(subscribe, () => connection().kind);
}

export interface Pausing {
  readonly isPaused: boolean;
  readonly setPaused: (isPaused: boolean) => void;
}

/** Whether updates are held back. */
export function usePausing(): Pausing {
  const cluster = useCluster();
  const isPaused = useSyncExternalStore(cluster.subscribe, cluster.isPaused);
  return { isPaused, setPaused: (next) => cluster.setPaused(next) };
}
