import { englishChecks, type CheckWords } from '@fairlead/diagnostics';
import { buildAnswerMessages, type AnswerMessages } from './en-answers.ts';
import { buildCommonMessages, type CommonMessages } from './en-common.ts';
import { buildGraphMessages } from './en-graph.ts';
import { buildGraphDraftMessages, type GraphDraftMessages } from './en-graph-draft.ts';
import { buildFormats, type Formats } from './format.ts';

/** The texts that the page's worker writes answers with: it loads no others. */
export interface WorkerMessages {
  readonly format: Formats;
  readonly common: CommonMessages;
  readonly answers: AnswerMessages;
  /** What checks say: the findings of the page's worker are worded with it. */
  readonly checks: CheckWords;
  readonly graph: ReturnType<typeof buildGraphMessages>;
  readonly graphDraft: GraphDraftMessages;
}

const formats = buildFormats('en');

export const englishOfWorker: WorkerMessages = {
  format: formats,
  common: buildCommonMessages(formats),
  answers: buildAnswerMessages(formats),
  checks: englishChecks,
  graph: buildGraphMessages(formats),
  graphDraft: buildGraphDraftMessages(formats),
};
