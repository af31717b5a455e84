import type { ApplyReply, DryRunReply } from '@fairlead/api-contract';
import { aCluster } from '@fairlead/kube-objects/testing';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { DraftsContext, type Drafts } from '../../../drafts/drafts-context.ts';
import { openDrafts } from '../../../drafts/open-drafts.ts';
import type { ApiClient } from '../../../server-state/api-client.ts';
import { ServerContext } from '../../../server-state/server-context.ts';
import { ClusterClient } from '../../../workers/cluster-client.ts';
import { ClusterContext } from '../../../workers/cluster-context.ts';
import { connectStandingQuestions } from '../../../workers/standing-questions.ts';
import { buildInPageWorker, type InPageWorker } from '../../../workers/testing/in-page-worker.ts';
import { modelOf } from '../../../workers/testing/model-of.ts';

Element.prototype.scrollIntoView = () => undefined;

type EditReply = DryRunReply | ApplyReply;

export interface ReviewSetup {
  readonly cluster?: ReturnType<typeof aCluster>;
  /** What the server answers to dry runs and applies, in this order. */
  readonly replies?: readonly (EditReply | Promise<EditReply>)[];
}

export interface RenderedReview extends RenderResult {
  /** The same page with another part in its place. */
  readonly showInstead: (element: ReactNode) => void;
  readonly worker: InPageWorker;
  readonly drafts: Drafts;
  /** Bodies of the requests that were sent. */
  readonly sent: readonly unknown[];
}

/** A part of the review on a page, with a cluster and a server made for the test. */
export function renderReview(element: ReactNode, setup: ReviewSetup = {}): RenderedReview {
  const worker = buildInPageWorker(modelOf((setup.cluster ?? aCluster()).build()));
  const client = new ClusterClient(worker.port, { origin: 'http://127.0.0.1', context: 'test', token: 't' });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  connectStandingQuestions(queries);
  const sent: unknown[] = [];
  const replies = [...(setup.replies ?? [])];
  const api: ApiClient = {
    get: () => new Promise(() => undefined),
    post: async (_path, body, schema) => {
      sent.push(body);
      return schema.parse(await replies.shift());
    },
  };
  const drafts = openDrafts(localStorage);
  const session = {
    mode: 'serve',
    readOnly: false,
    canDryRun: true,
    version: '0.1.0',
    port: 7420,
    startId: 'start',
    contexts: [],
  } as const;
  const onPage = (part: ReactNode): ReactNode => (
    <QueryClientProvider client={queries}>
      <ServerContext value={{ api, session: { ...session, contexts: [] } }}>
        <ClusterContext value={client}>
          <DraftsContext value={drafts}>{part}</DraftsContext>
        </ClusterContext>
      </ServerContext>
    </QueryClientProvider>
  );
  const result = render(onPage(element));
  return { ...result, showInstead: (part) => result.rerender(onPage(part)), worker, drafts, sent };
}
