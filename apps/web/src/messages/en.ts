import { englishChecks, type CheckWords } from '@fairlead/diagnostics';
import { buildAnswerMessages, type AnswerMessages } from './en-answers.ts';
import { buildCommonMessages, type CommonMessages } from './en-common.ts';
import { buildEditorMessages, type EditorMessages } from './en-editor.ts';
import { englishErrors } from './en-errors.ts';
import { buildFindingMessages, type FindingMessages } from './en-findings.ts';
import { buildGraphMessages } from './en-graph.ts';
import { buildGraphDraftMessages, type GraphDraftMessages } from './en-graph-draft.ts';
import { buildGraphFocusMessages, type GraphFocusMessages } from './en-graph-focus.ts';
import { buildIngressFormMessages, type IngressFormMessages } from './en-ingress-form.ts';
import { buildListMessages, type ListMessages } from './en-lists.ts';
import { buildObjectDetailsMessages } from './en-object-details.ts';
import { buildRequestTracerMessages, type RequestTracerMessages } from './en-request-tracer.ts';
import { buildReviewMessages, type ReviewMessages } from './en-review.ts';
import { buildSearchMessages, type SearchMessages } from './en-search.ts';
import { buildServiceFormMessages, type ServiceFormMessages } from './en-service-form.ts';
import { buildShellMessages, type ShellMessages } from './en-shell.ts';
import { buildYamlEditorMessages, type YamlEditorMessages } from './en-yaml-editor.ts';
import { buildErrorMessages, type ErrorMessages } from './error-words.ts';
import { buildFormats, type Formats } from './format.ts';

/** All texts of the page in one language. A text is a function: a missing one or a missing parameter does not compile. */
export interface Messages {
  readonly format: Formats;
  readonly common: CommonMessages;
  readonly answers: AnswerMessages;
  /** What checks say: the findings of the page's worker are worded with it. */
  readonly checks: CheckWords;
  /** What failed requests are told as. */
  readonly errors: ErrorMessages;
  readonly shell: ShellMessages;
  readonly serviceForm: ServiceFormMessages;
  readonly ingressForm: IngressFormMessages;
  readonly editor: EditorMessages;
  readonly graph: ReturnType<typeof buildGraphMessages>;
  readonly graphDraft: GraphDraftMessages;
  readonly graphFocus: GraphFocusMessages;
  readonly details: ReturnType<typeof buildObjectDetailsMessages>;
  readonly lists: ListMessages;
  readonly findings: FindingMessages;
  readonly requestTracer: RequestTracerMessages;
  readonly review: ReviewMessages;
  readonly search: SearchMessages;
  readonly yamlEditor: YamlEditorMessages;
}

const formats = buildFormats('en');

export const english: Messages = {
  format: formats,
  common: buildCommonMessages(formats),
  answers: buildAnswerMessages(formats),
  checks: englishChecks,
  errors: buildErrorMessages(englishErrors),
  shell: buildShellMessages(formats),
  serviceForm: buildServiceFormMessages(formats),
  ingressForm: buildIngressFormMessages(formats),
  editor: buildEditorMessages(formats),
  graph: buildGraphMessages(formats),
  graphDraft: buildGraphDraftMessages(formats),
  graphFocus: buildGraphFocusMessages(),
  details: buildObjectDetailsMessages(formats),
  lists: buildListMessages(formats),
  findings: buildFindingMessages(formats),
  requestTracer: buildRequestTracerMessages(formats),
  review: buildReviewMessages(formats),
  search: buildSearchMessages(formats),
  yamlEditor: buildYamlEditorMessages(),
};
