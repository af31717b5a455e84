import { answerDetails } from './answer-details.ts';
import { answerFinding, answerFindings } from './answer-findings.ts';
import { answerFocus } from './answer-focus.ts';
import {
  answerGraphNeighbour,
  answerGraphOverview,
  answerGraphPlace,
  answerGraphWindow,
} from './answer-graph-window.ts';
import { answerObjects } from './answer-objects.ts';
import { answerRoutes } from './answer-routes.ts';
import { answerRows } from './answer-rows.ts';
import { answerSearch } from './answer-search.ts';
import { answerServiceForm } from './answer-service-form.ts';
import { answerSummary } from './answer-summary.ts';
import type { ClusterModel } from './cluster-model.ts';
import type { AnswerByKind, Question } from './questions.ts';

type GraphQuestion = Extract<Question, { readonly kind: `graph${string}` }>;

const isAboutGraph = (question: Question): question is GraphQuestion => question.kind.startsWith('graph');

function answerGraph(model: ClusterModel, question: GraphQuestion): AnswerByKind[GraphQuestion['kind']] {
  switch (question.kind) {
    case 'graphWindow':
      return answerGraphWindow(model, question);
    case 'graphOverview':
      return answerGraphOverview(model, question);
    case 'graphPlace':
      return answerGraphPlace(model, question);
    case 'graphNeighbour':
      return answerGraphNeighbour(model, question);
  }
}

/** What the cluster says to a question at this moment. */
export function answer(model: ClusterModel, question: Question): AnswerByKind[Question['kind']] {
  if (isAboutGraph(question)) return answerGraph(model, question);
  switch (question.kind) {
    case 'summary':
      return answerSummary(model);
    case 'focus':
      return answerFocus(model, question);
    case 'routes':
      return answerRoutes(model, question);
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
    case 'serviceFormFacts':
      return answerServiceForm(model, question);
    case 'search':
      return answerSearch(model, question);
  }
}
