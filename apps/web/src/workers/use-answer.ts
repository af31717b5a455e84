import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCluster } from './cluster-context.ts';
import { parseAnswer } from './parse-answer.ts';
import type { AnswerTo, Question } from './questions.ts';
import { buildStandingQuery, type AnswerEntry } from './standing-questions.ts';

/**
 * The answer to a question, kept up to date by the worker while the component is mounted. While the question changes a
 * little (another range, another filter) the last answer stays, marked `isPlaceholderData`.
 */
export function useAnswer<Q extends Question>(question: Q): UseQueryResult<AnswerTo<Q>> {
  const queries = useQueryClient();
  const cluster = useCluster();
  return useQuery({
    ...buildStandingQuery(queries, cluster, question),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    select: (entry: AnswerEntry) => parseAnswer(question, entry.value),
    placeholderData: (last: AnswerEntry | undefined, lastQuery) =>
      lastQuery?.queryKey[1] === cluster.context ? last : undefined,
  });
}
