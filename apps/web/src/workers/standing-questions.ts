import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ClusterClient } from './cluster-client.ts';
import type { Question } from './questions.ts';

/** An entry of the query cache: boxed, because `undefined` is an answer and no entry may be `undefined`. */
export interface AnswerEntry {
  readonly value: unknown;
}

/** Who keeps a query fed from outside while somebody looks at it. Travels in the query's `meta`. */
export interface StandingSource {
  readonly stand: () => () => void;
}

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly source?: StandingSource };
  }
}

interface FirstAnswer {
  readonly promise: Promise<AnswerEntry>;
  readonly resolve: (entry: AnswerEntry) => void;
  readonly reject: (error: Error) => void;
}

function expectFirstAnswer(): FirstAnswer {
  let resolve: FirstAnswer['resolve'] = () => undefined;
  let reject: FirstAnswer['reject'] = () => undefined;
  const promise = new Promise<AnswerEntry>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  // Whoever fetches hears of the failure; without a fetch the entry's own state tells it.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

export const answerKey = (context: string, question: Question): QueryKey => ['cluster', context, question];

/** Lets questions stand while their entry is observed. To be called once per query client. */
export function connectStandingQuestions(queries: QueryClient): void {
  const stops = new Map<string, () => void>();
  const stop = (hash: string): void => {
    stops.get(hash)?.();
    stops.delete(hash);
  };
  queries.getQueryCache().subscribe(({ type, query }) => {
    const source = query.meta?.source;
    if (source === undefined) return;
    if (type === 'observerAdded' && !stops.has(query.queryHash)) stops.set(query.queryHash, source.stand());
    if (type === 'observerRemoved' && query.getObserversCount() === 0) stop(query.queryHash);
    if (type === 'removed') stop(query.queryHash);
  });
}

export interface StandingQuery {
  readonly queryKey: QueryKey;
  readonly queryFn: () => Promise<AnswerEntry>;
  readonly meta: { readonly source: StandingSource };
}

const firstAnswers = new WeakMap<QueryClient, Map<string, FirstAnswer>>();

function firstAnswerOf(queries: QueryClient, hash: string): FirstAnswer {
  let answers = firstAnswers.get(queries);
  if (answers === undefined) firstAnswers.set(queries, (answers = new Map()));
  let first = answers.get(hash);
  if (first === undefined) answers.set(hash, (first = expectFirstAnswer()));
  return first;
}

/** The query of a standing question: its fetch is the first answer, every later one is written into its entry. */
export function buildStandingQuery(
  queries: QueryClient,
  cluster: ClusterClient,
  question: Question,
): StandingQuery {
  const queryKey = answerKey(cluster.context, question);
  const hash = JSON.stringify(queryKey);
  const stand = (): (() => void) =>
    cluster.ask(question, {
      onAnswer: (value) => {
        firstAnswerOf(queries, hash).resolve({ value });
        queries.setQueryData<AnswerEntry>(queryKey, { value });
      },
      onFailure: (message) => {
        const error = new Error(message);
        firstAnswerOf(queries, hash).reject(error);
        firstAnswers.get(queries)?.delete(hash);
        queries.getQueryCache().find({ queryKey })?.setState({ status: 'error', error, fetchStatus: 'idle' });
      },
    });
  return { queryKey, queryFn: () => firstAnswerOf(queries, hash).promise, meta: { source: { stand } } };
}
