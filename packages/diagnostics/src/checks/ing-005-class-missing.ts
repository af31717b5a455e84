import { findNearText, refOf, type Ingress, type ObjectRef } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';
import type { CheckWords } from '../words/check-words.ts';

type Words = CheckWords['ing005'];

const letChoose = (words: Words, available: readonly string[]): FindingFix =>
  available.length === 0
    ? { title: words.installController.title(), explanation: words.installController.explanation() }
    : { title: words.pickClass.title(), explanation: words.pickClass.explanation(available) };

const switchTo = (
  words: Words,
  ingress: Ingress,
  { name, meant }: { readonly name: string; readonly meant: string },
): FindingFix =>
  buildEditFix(ingress, { title: words.useClass.title(meant), explanation: words.useClass.explanation() }, [
    { kind: 'set-field', field: 'ingressClassName', from: name, to: meant },
  ]);

/**
 * `spec.ingressClassName` names no IngressClass. A class named only by the old annotation is left alone: controllers
 * compare that with their own setting and need no object.
 */
export const ing005: Check<'Ingress'> = {
  id: 'ING-005',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const references = context.referencesOf(ingress);
    if (references.class.kind !== 'missing' || references.class.source !== 'field') return nothingFound;
    const { name } = references.class;
    const words = context.words.ing005;
    const wanted: ObjectRef = { kind: 'IngressClass', namespace: undefined, name };
    const available = context.reader.list('IngressClass').map(({ metadata }) => metadata.name);
    const meant = findNearText(name, available) ?? (available.length === 1 ? available[0] : undefined);
    const requests = [...new Set(listIngressRows(references).map(({ request }) => request))];
    const finding = buildFinding(ing005, {
      place: { ref: refOf(ingress), field: 'spec.ingressClassName' },
      related: [wanted],
      label: words.label(name),
      title: words.title(name),
      happens: words.happens(requests),
      effectNow: words.effectNow(),
      why: words.why(available),
      fixes: [
        meant === undefined ? letChoose(words, available) : switchTo(words, ingress, { name, meant }),
        { title: words.createClass.title(name), explanation: words.createClass.explanation() },
      ],
      requests,
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
