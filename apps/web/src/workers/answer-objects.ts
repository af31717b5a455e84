import {
  keyOf,
  objectKey,
  type ClusterObject,
  type Node,
  type Pod,
  type Workload,
} from '@fairlead/kube-objects';
import { isDefaultIngressClass, isPodReady } from '@fairlead/routing';
import type { AnswerMessages } from '../messages/en-answers.ts';
import type { ClusterModel } from './cluster-model.ts';
import { cutRows } from './cut-rows.ts';
import { worstOf } from './mark-index.ts';
import { buildNamespaceFilter, buildTextFilter } from './match-filter.ts';
import type { ObjectRow, Question, RowsAnswer } from './questions.ts';

type ObjectsQuestion = Extract<Question, { readonly kind: 'objects' }>;

function stateOfPod({ states }: AnswerMessages, pod: Pod): string {
  if (isPodReady(pod)) return states.nodeReady();
  const reasons = (pod.status?.containerStatuses ?? []).flatMap(({ state }) => state?.waiting?.reason ?? []);
  return reasons[0] ?? pod.status?.phase ?? '';
}

function stateOfNode({ states }: AnswerMessages, { status }: Node): string {
  const isReady = status?.conditions?.some(
    (condition) => condition.type === 'Ready' && condition.status === 'True',
  );
  return isReady === true ? states.nodeReady() : states.nodeNotReady();
}

function stateOfWorkload({ states }: AnswerMessages, { kind, spec, status }: Workload): string {
  if (kind === 'Job') return '';
  return kind === 'DaemonSet'
    ? states.ready(status?.numberReady ?? 0, status?.desiredNumberScheduled ?? 0)
    : states.ready(status?.readyReplicas ?? 0, spec.replicas ?? 1);
}

function stateOf(answers: AnswerMessages, object: ClusterObject): string {
  switch (object.kind) {
    case 'Pod':
      return stateOfPod(answers, object);
    case 'Node':
      return stateOfNode(answers, object);
    case 'Namespace':
      return object.status?.phase ?? '';
    case 'IngressClass':
      return isDefaultIngressClass(object) ? answers.states.defaultClass() : '';
    case 'Service':
    case 'Ingress':
    case 'EndpointSlice':
      return '';
    default:
      return stateOfWorkload(answers, object);
  }
}

function toObjectRow({ diagnosis, messages }: ClusterModel, object: ClusterObject): ObjectRow {
  const key = keyOf(object);
  const worst = worstOf(diagnosis.listFor(key));
  const { name, namespace, creationTimestamp } = object.metadata;
  return {
    key,
    name,
    namespace,
    stateWords: stateOf(messages.answers, object),
    ...(worst === undefined ? {} : { worst }),
    ...(creationTimestamp === undefined ? {} : { createdAt: creationTimestamp }),
  };
}

/** The simple list of one kind, by namespace and name. */
export function answerObjects(model: ClusterModel, question: ObjectsQuestion): RowsAnswer<ObjectRow> {
  const { filter, of: kind } = question;
  const isInNamespace = buildNamespaceFilter(filter);
  const matchesText = buildTextFilter(filter);
  const all = model.store.list(kind);
  const kept = all.filter(
    ({ metadata }) =>
      isInNamespace(metadata.namespace) &&
      matchesText([metadata.name, metadata.namespace ?? '']) &&
      (filter.onlyProblems !== true ||
        model.diagnosis.listFor(objectKey(kind, metadata.namespace, metadata.name)).length > 0),
  );
  return cutRows(kept, { ...question, unfiltered: all.length }, (object) => toObjectRow(model, object));
}
