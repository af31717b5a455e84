import type { SessionReply } from '@fairlead/api-contract';
import type { Finding } from '@fairlead/diagnostics';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
  type RouterHistory,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { ApiClient } from '../../../server-state/api-client.ts';
import { ServerContext } from '../../../server-state/server-context.ts';
import { parseSearchText, printSearchText } from '../../../url-state/search-text.ts';
import { useSetUrlState, useUrlState } from '../../../url-state/use-url-state.ts';
import { ClusterClient, type WorkerPort } from '../../../workers/cluster-client.ts';
import { ClusterContext } from '../../../workers/cluster-context.ts';
import type { ConnectionState, DetailsAnswer, Question, SummaryAnswer } from '../../../workers/questions.ts';
import { connectStandingQuestions } from '../../../workers/standing-questions.ts';
import type { FromWorker } from '../../../workers/worker-messages.ts';
import { ObjectPanel } from '../object-panel.tsx';

// Nothing scrolls in jsdom; the router tries after each change of the address.
globalThis.scrollTo = () => undefined;

export const emptyDetails: DetailsAnswer = {
  object: undefined,
  summary: '',
  findings: [],
  routes: [],
  facts: [],
  addresses: [],
  usedBy: [],
};

export const emptySummary: SummaryAnswer = {
  clusterId: 'test',
  revision: 1,
  access: [],
  namespaces: [],
  classNames: [],
  objectCounts: {},
  findings: { error: 0, warning: 0, info: 0 },
  checks: { ran: 0, skipped: [] },
};

export const aFinding = (parts: Partial<Finding> = {}): Finding => ({
  checkId: 'SVC-001',
  id: 'SVC-001 Service/default/frontend',
  severity: 'error',
  effect: 'requests-fail',
  place: { ref: { kind: 'Service', namespace: 'default', name: 'frontend' } },
  related: [],
  label: 'Selector matches no Pod',
  title: 'No Pod carries the labels this Service selects',
  happens: 'Requests for `www.example.net/` get 503 now.',
  why: 'Selector `app=fronted` matches 0 of 2 Pods in namespace default.',
  fixes: [],
  requests: ['www.example.net/'],
  requestCount: 1,
  ...parts,
});

const session: SessionReply = {
  mode: 'serve',
  readOnly: true,
  canDryRun: false,
  version: '0.1.0',
  port: 7420,
  startId: 'start',
  contexts: [],
};

export type Answers = (question: Question) => unknown;

export interface FakeWorker {
  readonly port: WorkerPort;
  readonly say: (message: FromWorker) => void;
  readonly answerAgain: (next: Answers) => void;
  readonly failAll: (message: string) => void;
}

/** A worker that answers each question at once, and anew when told to; `undefined`: not answered yet. */
function buildFakeWorker(answers: Answers): FakeWorker {
  const listeners: ((message: FromWorker) => void)[] = [];
  const standing = new Map<number, Question>();
  const say = (message: FromWorker): void => listeners.forEach((listener) => listener(message));
  const answer = (id: number, question: Question, source: Answers): void => {
    const value = source(question);
    if (value !== undefined) say({ type: 'answer', id, value });
  };
  let current = answers;
  return {
    say,
    failAll: (message) => {
      for (const id of standing.keys()) say({ type: 'failed', id, message });
    },
    answerAgain: (next) => {
      current = next;
      for (const [id, question] of standing) answer(id, question, next);
    },
    port: {
      listen: (listener) => listeners.push(listener),
      close: () => undefined,
      send: (message) => {
        if (message.type === 'drop') standing.delete(message.id);
        if (message.type !== 'ask') return;
        standing.set(message.id, message.question);
        answer(message.id, message.question, current);
      },
    },
  };
}

export interface PanelSetup {
  readonly sel: string;
  readonly answers: Answers;
  readonly path?: string;
  readonly tab?: string;
  readonly connection?: ConnectionState;
  /** Answers to `GET`, by path; a thrown error is the failure. */
  readonly get?: (path: string) => unknown;
}

function Page(): ReactNode {
  const { selection } = useUrlState();
  const setUrl = useSetUrlState();
  return (
    <>
      <button type="button" data-target="Service/default/frontend">
        node frontend
      </button>
      <button type="button" data-target="Service/default/frontend#port:http">
        port http
      </button>
      {selection === undefined ? (
        <p>closed</p>
      ) : (
        <ObjectPanel selection={selection} onClose={() => setUrl({ selection: undefined })} />
      )}
    </>
  );
}

export interface RenderedPanel {
  readonly history: RouterHistory;
  readonly worker: FakeWorker;
}

/** The panel on a page whose address selects `sel`, with a worker and a server made for the test. */
export function renderPanel(setup: PanelSetup): RenderedPanel {
  const { sel, answers, path = '/c/test/graph', tab, connection, get = () => undefined } = setup;
  const worker = buildFakeWorker(answers);
  const cluster = new ClusterClient(worker.port, { origin: 'http://127.0.0.1', context: 'test', token: 't' });
  worker.say({ type: 'connection', state: connection ?? { kind: 'live', sinceMs: 0 } });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  connectStandingQuestions(queries);
  const api: ApiClient = {
    get: async (address, schema) => schema.parse(await get(address)),
    post: () => Promise.reject(new Error('not used')),
  };
  const history = createMemoryHistory({
    initialEntries: [`${path}${printSearchText({ sel, ...(tab === undefined ? {} : { tab }) })}`],
  });
  const router = createRouter({
    routeTree: createRootRoute({ component: Page, notFoundComponent: Page }),
    history,
    parseSearch: parseSearchText,
    stringifySearch: printSearchText,
  });
  render(
    <QueryClientProvider client={queries}>
      <ServerContext value={{ api, session }}>
        <ClusterContext value={cluster}>
          <RouterProvider router={router} />
        </ClusterContext>
      </ServerContext>
    </QueryClientProvider>,
  );
  return { history, worker };
}
