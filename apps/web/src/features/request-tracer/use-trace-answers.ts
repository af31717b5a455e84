import { useMemo } from 'react';
import { useControllerSettings, useTracedCertificates } from './use-traced-facts.ts';
import type { SettingsPlace } from '../../trace-view/traced-facts.ts';
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

const nowhere: readonly SettingsPlace[] = [];
const noSecrets: readonly string[] = [];
const untraced: TraceQuestion = { kind: 'trace', request: undefined };

interface Asked {
  readonly question: TraceQuestion;
  readonly answer: TraceAnswer | undefined;
  readonly failure: Error | null;
}

/** The answer by the options that the ConfigMaps of the controllers hold, once these are read. */
function useConfiguredAnswer(question: TraceQuestion): Asked {
  const plain = useTraceAnswer(question);
  const settings = useControllerSettings(plain.answer?.settingsPlaces ?? nowhere);
  const configured = settings.length === 0 ? question : { ...question, settings };
  const { answer, failure } = useTraceAnswer(settings.length === 0 ? untraced : configured);
  return { question: configured, answer: answer ?? plain.answer, failure: plain.failure ?? failure };
}

/**
 * The answer with what is not in the picture of the cluster and is read for it alone: options in ConfigMaps and, of https
 * requests, what the certificates say that may be shown. Until that is there the answer without it is shown.
 */
function useInformedAnswer(asked: TraceQuestion): Pick<Asked, 'answer' | 'failure'> {
  const { question, answer, failure } = useConfiguredAnswer(asked);
  const secrets = answer?.secrets ?? noSecrets;
  const certificates = useTracedCertificates(secrets);
  const isRead = secrets.length > 0 && certificates.length === secrets.length;
  const informed = useTraceAnswer(isRead ? { ...question, certificates } : untraced);
  return { answer: informed.answer ?? answer, failure: failure ?? informed.failure };
}

/** Where the traced request goes, kept up to date; with a draft both worlds are asked. */
export function useTraceAnswers(
  { request, via }: Pick<Tracer, 'request' | 'via'>,
  draft: TracedDraft | undefined,
): TraceAnswers {
  const chosen = via === undefined ? {} : { via };
  const now = useInformedAnswer({ kind: 'trace', request, ...chosen });
  const drafted = useInformedAnswer(
    draft === undefined ? untraced : { kind: 'trace', request, ...chosen, draft: draft.changes },
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
