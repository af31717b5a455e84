import { labelValue, refOf } from '@fairlead/kube-objects';
import { classAnnotation } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';

/** Field and old annotation name different classes: which of them counts is up to each controller. */
export const ing008: Check<'Ingress'> = {
  id: 'ING-008',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress'],
  run(ingress, context) {
    const words = context.words.ing008;
    const field = ingress.spec.ingressClassName ?? '';
    const annotation = labelValue(ingress.metadata.annotations, classAnnotation) ?? '';
    if (field === '' || annotation === '' || field === annotation) return nothingFound;
    const takers = context.controllersOf(ingress).filter(({ isKnown }) => isKnown);
    const finding = buildFinding(ing008, {
      place: { ref: refOf(ingress), field: 'spec.ingressClassName' },
      label: words.label(),
      title: words.title(annotation, field),
      happens: words.happens(takers.map(({ profile }) => profile)),
      why: words.why(),
      fixes: [
        buildEditFix(ingress, words.removeAnnotation, [editAnnotation(ingress, classAnnotation, undefined)]),
      ],
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
