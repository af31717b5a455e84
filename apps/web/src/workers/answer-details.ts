import { keyOfRef, type ClusterObject, type ObjectReader, type ObjectRef } from '@fairlead/kube-objects';
import { english } from '../messages/en.ts';
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
import { listRulesTo } from './rules-by-service.ts';

function describe(reader: ObjectReader, object: ClusterObject): DetailsParts {
  switch (object.kind) {
    case 'Service':
      return describeService(reader, object);
    case 'Ingress':
      return describeIngress(reader, object);
    case 'Pod':
      return describePod(reader, object);
    case 'IngressClass':
      return describeClass(reader, object);
    case 'Node':
      return describeNode(reader, object);
    case 'EndpointSlice':
      return describeSlice(reader, object);
    case 'Namespace':
      return describeNamespace(reader, object);
    default:
      return describeWorkload(reader, object);
  }
}

/** What can be said of an object that is not there: whether that is known, and who names it. */
function describeAbsent(reader: ObjectReader, ref: ObjectRef): DetailsParts {
  const { answers } = english;
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

/** Everything the panel says of an object. */
export function answerDetails(
  { store, diagnosis }: Pick<ClusterModel, 'store' | 'diagnosis'>,
  { ref }: Extract<Question, { readonly kind: 'details' }>,
): DetailsAnswer {
  const object = store.find(ref.kind, ref.namespace, ref.name);
  const parts = object === undefined ? describeAbsent(store, ref) : describe(store, object);
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
