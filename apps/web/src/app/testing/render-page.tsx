import type { SessionReply } from '@fairlead/api-contract';
import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
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

export interface RenderedPage {
  readonly worker: InPageWorker;
}

/** The whole page at an address, on a model instead of a server. */
export function renderPage(
  address: string,
  model: ClusterModel,
  start: SessionStart = { kind: 'open', session: aSession },
): RenderedPage {
  history.replaceState(null, '', address);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  connectStandingQuestions(queries);
  const worker = buildInPageWorker(model);
  const never = (): Promise<never> => new Promise(() => undefined);
  render(
    <App
      environment={{
        queries,
        api: { get: never, post: never },
        clusters: new ClusterClients(
          () => worker.port,
          () => 'token',
        ),
        openSession: () => Promise.resolve(start),
      }}
    />,
  );
  return { worker };
}
