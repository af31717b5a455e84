import { useMemo } from 'react';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import type { TraceAnswer } from '../../trace-view/trace-view.ts';
import type { TraceQuestion } from '../../workers/trace-questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import type { Tracer } from './use-tracer.ts';

/** The drafts laid over the cluster, and whether the reader looks at them. */
export interface TracedDraft {
  readonly changes: readonly ProposedChange[];
  readonly isShown: boolean;
  readonly setShown: (isShown: boolean) => void;
}

export interface TraceAnswers {
  /** Of the cluster as it is, or with the draft, whichever the reader looks at; `undefined`: not known yet. */
  readonly shown: TraceAnswer | undefined;
  readonly now: TraceAnswer | undefined;
  /** `undefined`: there is no draft, or the answer is not known yet. */
  readonly drafted: TraceAnswer | undefined;
  readonly failure: Error | null;
}

function useTraceAnswer(question: TraceQuestion): { answer: TraceAnswer | undefined; failure: Error | null } {
  const { data, error, isPlaceholderData } = useAnswer(question);
  const isAsked = question.request !== undefined;
  return { answer: isAsked && !isPlaceholderData ? (data ?? undefined) : undefined, failure: error };
}

/** Where the traced request goes, kept up to date; with a draft both worlds are asked. */
export function useTraceAnswers(
  { request, via }: Pick<Tracer, 'request' | 'via'>,
  draft: TracedDraft | undefined,
): TraceAnswers {
  const chosen = via === undefined ? {} : { via };
  const now = useTraceAnswer({ kind: 'trace', request, ...chosen });
  const drafted = useTraceAnswer(
    draft === undefined
      ? { kind: 'trace', request: undefined }
      : { kind: 'trace', request, ...chosen, draft: draft.changes },
  );
  const isDrafted = draft?.isShown === true;
  return useMemo(
    () => ({
      shown: isDrafted ? drafted.answer : now.answer,
      now: now.answer,
      drafted: drafted.answer,
      failure: now.failure ?? drafted.failure,
    }),
    [isDrafted, now.answer, now.failure, drafted.answer, drafted.failure],
  );
}
