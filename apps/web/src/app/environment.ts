import { QueryClient } from '@tanstack/react-query';
import type { Drafts } from '../drafts/drafts-context.ts';
import { openDrafts } from '../drafts/open-drafts.ts';
import { buildApiClient, type ApiClient } from '../server-state/api-client.ts';
import { ApiFailure } from '../server-state/api-failure.ts';
import { openSession, type SessionStart } from '../server-state/open-session.ts';
import { openTokenHandover } from '../server-state/token-handover.ts';
import { tokenStore, type Credential } from '../server-state/token-store.ts';
import { connectStandingQuestions } from '../workers/standing-questions.ts';
import { startClusterWorker } from '../workers/start-cluster-worker.ts';
import { ClusterClients } from './cluster-clients.ts';

/** Everything outside React that the page needs; a test builds its own. */
export interface Environment {
  readonly queries: QueryClient;
  readonly api: ApiClient;
  readonly clusters: ClusterClients;
  readonly drafts: Drafts;
  /** Opens the session; with a credential that somebody pasted, or with what the tab was opened with. */
  readonly openSession: (pasted?: Credential) => Promise<SessionStart>;
}

export const sessionKey = ['session'] as const;

/** A refusal stays one however often it is asked; everything else deserves a second try. */
const shouldRetry = (failures: number, error: Error): boolean =>
  !(error instanceof ApiFailure) && failures < 2;

export function buildEnvironment(credential: Credential | undefined): Environment {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: shouldRetry, refetchOnWindowFocus: false } },
  });
  connectStandingQuestions(queries);
  const api = buildApiClient({ readToken: tokenStore.read });
  const clusters = new ClusterClients(startClusterWorker, () => tokenStore.read() ?? '');
  const handover = openTokenHandover({
    readToken: tokenStore.read,
    onToken: (token) => {
      if (token === tokenStore.read()) return;
      const start = queries.getQueryData<SessionStart>(sessionKey);
      const isStuck = clusters.isWithoutServer() || (start !== undefined && start.kind !== 'open');
      // A tab that works keeps its token: the other one may belong to a server that is gone.
      if (!isStuck) return;
      tokenStore.write(token);
      clusters.reconnect(token);
      if (start?.kind !== 'open') void queries.invalidateQueries({ queryKey: sessionKey });
    },
  });
  // What the address held counts until a server has answered to it: later it would displace a newer token.
  let unused = credential;
  return {
    queries,
    api,
    clusters,
    drafts: openDrafts(localStorage),
    openSession: async (pasted) => {
      const start = await openSession({ api, tokens: tokenStore, handover }, pasted ?? unused);
      if (start.kind !== 'unreachable') unused = undefined;
      return start;
    },
  };
}
