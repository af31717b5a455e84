import {
  labelValue,
  refOf,
  type Ingress,
  type IngressClass,
  type ObjectReader,
} from '@fairlead/kube-objects';
import { classAnnotation, findDefaultIngressClass } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';
import type { CheckWords } from '../words/check-words.ts';

const isStored = ({ metadata }: Ingress): boolean => metadata.creationTimestamp !== undefined;

/** Google's controller, which runs outside of the cluster, takes Ingresses without a class. */
const isOfGoogle = (reader: ObjectReader): boolean =>
  reader
    .list('Node')
    .some(({ metadata }) =>
      Object.keys(metadata.labels ?? {}).some((key) => key.startsWith('cloud.google.com/gke-')),
    );

function fixFor(
  ingress: Ingress,
  [meant, ...others]: readonly IngressClass[],
  words: CheckWords['ing006'],
): FindingFix {
  const { ingressClassName } = ingress.spec;
  if (meant === undefined) return { title: words.install.title, explanation: words.install.explanation };
  const { name } = meant.metadata;
  if (others.length > 0)
    return {
      title: words.pick.title,
      explanation: words.pick.explanation([name, ...others.map(({ metadata }) => metadata.name)]),
    };
  return buildEditFix(ingress, { title: words.use.title(name), explanation: words.use.explanation }, [
    { kind: 'set-field', field: 'ingressClassName', from: ingressClassName, to: name },
  ]);
}

const isNamed = ({ metadata, spec }: Ingress): boolean =>
  (spec.ingressClassName ?? '') !== '' || (labelValue(metadata.annotations, classAnnotation) ?? '') !== '';

/** Whether all that could take it is known here and does not. */
function isIgnored(ingress: Ingress, context: CheckContext): boolean {
  const { reader } = context;
  if (!reader.isKnown('Deployment') || !reader.isKnown('DaemonSet')) return false;
  const controllers = context.controllers();
  const isTellable = controllers.length > 0 && controllers.every(({ isKnown }) => isKnown);
  return isTellable && context.controllersOf(ingress).length === 0 && !isOfGoogle(reader);
}

/** The API server writes the default class into an Ingress without field and annotation, once, when it is created. */
const willGetDefault = (ingress: Ingress, preferred: IngressClass | undefined): boolean =>
  preferred !== undefined &&
  !isStored(ingress) &&
  labelValue(ingress.metadata.annotations, classAnnotation) === undefined;

/**
 * An Ingress names no class, and no controller that is known takes it without. Quiet where nothing is known of any
 * controller, where one is not known here, and for an Ingress that will get the default class when it is created.
 */
export const ing006: Check<'Ingress'> = {
  id: 'ING-006',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass', 'Deployment', 'DaemonSet', 'StatefulSet', 'Node'],
  run(ingress, context) {
    if (isNamed(ingress) || !isIgnored(ingress, context)) return nothingFound;
    const { reader, words } = context;
    const preferred = findDefaultIngressClass(reader);
    if (willGetDefault(ingress, preferred)) return nothingFound;
    const requests = [
      ...new Set(listIngressRows(context.referencesOf(ingress)).map(({ request }) => request)),
    ];
    const finding = buildFinding(ing006, {
      place: { ref: refOf(ingress), field: 'spec.ingressClassName' },
      label: words.ing006.label(),
      title: words.ing006.title(preferred?.metadata.name),
      happens: words.ing006.happens(requests),
      effectNow: words.ing006.effectNow(),
      why: words.ing006.why(preferred?.metadata.name),
      fixes: [
        fixFor(
          ingress,
          preferred === undefined ? reader.list('IngressClass') : [preferred],
          context.words.ing006,
        ),
      ],
      requests,
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
