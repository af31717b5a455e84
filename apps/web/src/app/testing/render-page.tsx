import type { SessionReply } from '@fairlead/api-contract';
import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { openDrafts } from '../../drafts/open-drafts.ts';
import type { ApiClient } from '../../server-state/api-client.ts';
import type { SessionStart } from '../../server-state/open-session.ts';
import type { ClusterModel } from '../../workers/cluster-model.ts';
import { connectStandingQuestions } from '../../workers/standing-questions.ts';
import { buildInPageWorker, type InPageWorker } from '../../workers/testing/in-page-worker.ts';
import { App } from '../app.tsx';
import { ClusterClients } from '../cluster-clients.ts';

export const aSession: SessionReply = {
  mode: 'demo',
  readOnly: true,
  canDryRun: true,
  version: '0.1.0',
  port: 7420,
  startId: 'start',
  defaultContext: 'demo',
  contexts: [
    {
      name: 'demo',
      clusterName: 'demo',
      server: 'https://192.0.2.1',
      isDefault: true,
      skipsTlsVerification: false,
    },
    {
      name: 'arn:aws:eks:x/y@z',
      clusterName: 'eks',
      server: 'https://192.0.2.2',
      isDefault: false,
      skipsTlsVerification: false,
    },
  ],
};

const never = (): Promise<never> => new Promise(() => undefined);
const silentApi: ApiClient = { get: never, post: never };

export interface PageSetup {
  readonly start?: SessionStart;
  /** Answers what the page asks the server; else nothing does. */
  readonly api?: ApiClient;
}

export interface RenderedPage {
  readonly worker: InPageWorker;
}

/** The whole page at an address, on a model instead of a server. */
export function renderPage(
  address: string,
  model: ClusterModel,
  { start = { kind: 'open', session: aSession }, api = silentApi }: PageSetup = {},
): RenderedPage {
  history.replaceState(null, '', address);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  connectStandingQuestions(queries);
  const worker = buildInPageWorker(model);
  render(
    <App
      environment={{
        queries,
        api,
        clusters: new ClusterClients(
          () => worker.port,
          () => 'token',
        ),
        drafts: openDrafts(localStorage),
        openSession: () => Promise.resolve(start),
      }}
    />,
  );
  return { worker };
}
