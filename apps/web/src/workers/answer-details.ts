import { keyOfRef, type ClusterObject, type ObjectRef } from '@fairlead/kube-objects';
import type { ClusterModel } from './cluster-model.ts';
import { describeIngress } from './details-of-ingress.ts';
import {
  describeClass,
  describeNamespace,
  describeNode,
  describePod,
  describeSlice,
  describeWorkload,
} from './details-of-others.ts';
import { describeService } from './details-of-service.ts';
import type { DetailsParts } from './details-parts.ts';
import type { DetailsAnswer, Question } from './questions.ts';
import { listRulesTo, type RuleToService } from './rules-by-service.ts';
import type { WordedReader } from './worded-reader.ts';

function describe(worded: WordedReader, object: ClusterObject): DetailsParts {
  switch (object.kind) {
    case 'Service':
      return describeService(worded, object);
    case 'Ingress':
      return describeIngress(worded, object);
    case 'Pod':
      return describePod(worded, object);
    case 'IngressClass':
      return describeClass(worded, object);
    case 'Node':
      return describeNode(worded, object);
    case 'EndpointSlice':
      return describeSlice(worded, object);
    case 'Namespace':
      return describeNamespace(worded, object);
    default:
      return describeWorkload(worded, object);
  }
}

/** What can be said of an object that is not there: whether that is known, and who names it. */
function describeAbsent({ reader, answers }: WordedReader, ref: ObjectRef): DetailsParts {
  const rules = ref.kind === 'Service' ? listRulesTo(reader, ref.namespace ?? '', ref.name) : [];
  const isKnown = reader.isKnown(ref.kind, ref.namespace);
  return {
    summary: isKnown ? answers.missing(ref.kind, ref.name) : answers.unread(ref.kind, ref.name),
    facts: [],
    usedBy: rules.map(({ ingress, host, path }) => ({
      ref: ingress,
      label: answers.ruleOf(ingress.name, host === '' ? answers.anyHost() : host, path),
    })),
  };
}

/** The checks that find a path whose requests another one gets. */
const ofPrecedence: ReadonlySet<string> = new Set(['ING-013', 'ING-016']);

function precedenceIn(
  { diagnosis }: Pick<ClusterModel, 'diagnosis'>,
  rule: RuleToService,
): 'error' | 'warning' | undefined {
  const found = diagnosis
    .listFor(keyOfRef(rule.ingress))
    .find(
      ({ checkId, place: { path } }) =>
        ofPrecedence.has(checkId) &&
        path?.host === rule.host &&
        path.path === rule.path &&
        path.pathType === rule.pathType,
    );
  if (found === undefined) return undefined;
  return found.severity === 'error' ? 'error' : 'warning';
}

/** Everything the panel says of an object. */
export function answerDetails(
  { store, diagnosis, messages }: Pick<ClusterModel, 'store' | 'diagnosis' | 'messages'>,
  { ref }: Extract<Question, { readonly kind: 'details' }>,
): DetailsAnswer {
  const object = store.find(ref.kind, ref.namespace, ref.name);
  const worded: WordedReader = {
    reader: store,
    answers: messages.answers,
    precedenceOver: (rule) => precedenceIn({ diagnosis }, rule),
  };
  const parts = object === undefined ? describeAbsent(worded, ref) : describe(worded, object);
  const own = diagnosis.listFor(keyOfRef(ref));
  const told =
    object === undefined
      ? diagnosis.list().filter(({ related }) => related.some((other) => keyOfRef(other) === keyOfRef(ref)))
      : own;
  return {
    object,
    summary: parts.summary,
    findings: told,
    routes: parts.routes ?? [],
    facts: parts.facts,
    addresses: parts.addresses ?? [],
    usedBy: parts.usedBy ?? [],
  };
}
