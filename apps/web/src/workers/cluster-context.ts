import { createContext, use } from 'react';
import type { ClusterClient } from './cluster-client.ts';

/** The cluster whose page this is; provided by the page of a context. */
export const ClusterContext = createContext<ClusterClient | undefined>(undefined);

/** The cluster of this page. To be called below the page of a context only. */
export function useCluster(): ClusterClient {
  const cluster = use(ClusterContext);
  if (cluster === undefined) throw new Error('useCluster is called outside the page of a context.');
  return cluster;
}
