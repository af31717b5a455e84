import { answerConnect } from './answer-connect.ts';
import { answerDetails } from './answer-details.ts';
import { answerFinding, answerFindings } from './answer-findings.ts';
import { answerFocus } from './answer-focus.ts';
import {
  answerGraphNeighbour,
  answerGraphOverview,
  answerGraphPlace,
  answerGraphWindow,
} from './answer-graph-window.ts';
import { answerIngressForm } from './answer-ingress-form.ts';
import { answerImpact } from './answer-impact.ts';
import { answerObjects } from './answer-objects.ts';
import { answerReach } from './answer-reach.ts';
import { answerRequestChanges } from './answer-request-changes.ts';
import { answerRoutes } from './answer-routes.ts';
import { answerRows } from './answer-rows.ts';
import { answerSearch } from './answer-search.ts';
import { answerServiceForm } from './answer-service-form.ts';
import { answerSummary } from './answer-summary.ts';
import { answerKnownRequests, answerTrace } from './answer-trace.ts';
import type { ClusterModel, PictureModel } from './cluster-model.ts';
import { draftedModelOf } from './drafted-model.ts';
import type { ProposedChange } from './proposed-change.ts';
import type { AnswerByKind, Question } from './questions.ts';
import { listSettingsPlaces } from './traced-cluster.ts';

type PictureQuestion = Extract<Question, { readonly kind: `graph${string}` | 'focus' | 'routes' }>;

const isAboutPicture = (question: Question): question is PictureQuestion =>
  question.kind.startsWith('graph') || question.kind === 'focus' || question.kind === 'routes';

const tracerKinds = ['trace', 'knownRequests', 'reach', 'requestChanges', 'settingsPlaces'] as const;

type TracerQuestion = Extract<Question, { readonly kind: (typeof tracerKinds)[number] }>;

const isOfTracer = (question: Question): question is TracerQuestion =>
  tracerKinds.some((kind) => kind === question.kind);

function answerTracer(model: ClusterModel, question: TracerQuestion): AnswerByKind[TracerQuestion['kind']] {
  switch (question.kind) {
    case 'trace':
      return answerTrace(pictureOf(model, question), question);
    case 'knownRequests':
      return answerKnownRequests(model, question);
    case 'reach':
      return answerReach(model, question);
    case 'requestChanges':
      return answerRequestChanges(model, question);
    case 'settingsPlaces':
      return listSettingsPlaces(model.store, model.tables.listControllers());
  }
}

type WriterQuestion = Extract<Question, { readonly kind: `${string}Facts` }>;

const isOfWriter = (question: Question): question is WriterQuestion => question.kind.endsWith('Facts');

/** What somebody who writes an edit must know of the cluster. */
function answerWriter(model: ClusterModel, question: WriterQuestion): AnswerByKind[WriterQuestion['kind']] {
  switch (question.kind) {
    case 'ingressFormFacts':
      return answerIngressForm(model, question);
    case 'serviceFormFacts':
      return answerServiceForm(model, question);
    case 'connectFacts':
      return answerConnect(model, question);
  }
}

function answerPicture(
  model: PictureModel,
  question: PictureQuestion,
): AnswerByKind[PictureQuestion['kind']] {
  switch (question.kind) {
    case 'graphWindow':
      return answerGraphWindow(model, question);
    case 'graphOverview':
      return answerGraphOverview(model, question);
    case 'graphPlace':
      return answerGraphPlace(model, question);
    case 'graphNeighbour':
      return answerGraphNeighbour(model, question);
    case 'focus':
      return answerFocus(model, question);
    case 'routes':
      return answerRoutes(model, question);
  }
}

/** The picture as it is, or with a draft laid over it. */
const pictureOf = (
  model: ClusterModel,
  { draft }: { readonly draft?: readonly ProposedChange[] },
): PictureModel => (draft === undefined ? model : draftedModelOf(model, draft));

/** What the cluster says to a question at this moment. */
export function answer(model: ClusterModel, question: Question): AnswerByKind[Question['kind']] {
  if (isAboutPicture(question)) return answerPicture(pictureOf(model, question), question);
  if (isOfWriter(question)) return answerWriter(model, question);
  if (isOfTracer(question)) return answerTracer(model, question);
  switch (question.kind) {
    case 'summary':
      return answerSummary(model);
    case 'rows':
      return answerRows(model, question);
    case 'findings':
      return answerFindings(model, question);
    case 'finding':
      return answerFinding(model, question);
    case 'details':
      return answerDetails(model, question);
    case 'objects':
      return answerObjects(model, question);
    case 'impact':
      return answerImpact(model, question);
    case 'search':
      return answerSearch(model, question);
  }
}
