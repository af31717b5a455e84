import { buildConnectMessages, type ConnectMessages } from './en-connect.ts';
import { buildControllerOptionMessages, type ControllerOptionMessages } from './en-controller-options.ts';
import { buildEditorMessages, type EditorMessages } from './en-editor.ts';
import { englishErrors } from './en-errors.ts';
import { buildFindingMessages, type FindingMessages } from './en-findings.ts';
import { buildGraphFocusMessages, type GraphFocusMessages } from './en-graph-focus.ts';
import { buildIngressFormMessages, type IngressFormMessages } from './en-ingress-form.ts';
import { buildListMessages, type ListMessages } from './en-lists.ts';
import { buildObjectDetailsMessages } from './en-object-details.ts';
import { buildRequestTracerMessages, type RequestTracerMessages } from './en-request-tracer.ts';
import { buildReviewMessages, type ReviewMessages } from './en-review.ts';
import { buildSearchMessages, type SearchMessages } from './en-search.ts';
import { buildServiceFormMessages, type ServiceFormMessages } from './en-service-form.ts';
import { buildShellMessages, type ShellMessages } from './en-shell.ts';
import { englishOfWorker, type WorkerMessages } from './en-worker.ts';
import { buildYamlEditorMessages, type YamlEditorMessages } from './en-yaml-editor.ts';
import { buildErrorMessages, type ErrorMessages } from './error-words.ts';

/** All texts of the page in one language. A text is a function: a missing one or a missing parameter does not compile. */
export interface Messages extends WorkerMessages {
  /** What failed requests are told as. */
  readonly errors: ErrorMessages;
  readonly shell: ShellMessages;
  readonly serviceForm: ServiceFormMessages;
  readonly ingressForm: IngressFormMessages;
  readonly controllerOptions: ControllerOptionMessages;
  readonly editor: EditorMessages;
  readonly connect: ConnectMessages;
  readonly graphFocus: GraphFocusMessages;
  readonly details: ReturnType<typeof buildObjectDetailsMessages>;
  readonly lists: ListMessages;
  readonly findings: FindingMessages;
  readonly requestTracer: RequestTracerMessages;
  readonly review: ReviewMessages;
  readonly search: SearchMessages;
  readonly yamlEditor: YamlEditorMessages;
}

const formats = englishOfWorker.format;

export const english: Messages = {
  ...englishOfWorker,
  errors: buildErrorMessages(englishErrors),
  shell: buildShellMessages(formats),
  serviceForm: buildServiceFormMessages(formats),
  ingressForm: buildIngressFormMessages(formats),
  controllerOptions: buildControllerOptionMessages(formats),
  editor: buildEditorMessages(formats),
  connect: buildConnectMessages(formats),
  graphFocus: buildGraphFocusMessages(),
  details: buildObjectDetailsMessages(formats),
  lists: buildListMessages(formats),
  findings: buildFindingMessages(formats),
  requestTracer: buildRequestTracerMessages(formats),
  review: buildReviewMessages(formats),
  search: buildSearchMessages(formats),
  yamlEditor: buildYamlEditorMessages(),
};
