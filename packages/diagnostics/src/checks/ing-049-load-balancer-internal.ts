import { labelValue, refOf, type Ingress } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { findServer } from '../subjects/served-by.ts';

const schemeKey = 'alb.ingress.kubernetes.io/scheme';
const groupKey = 'alb.ingress.kubernetes.io/group.name';

/** IngressClassParams, which nothing is known of here, may say the scheme for all Ingresses of a class. */
function hasParameters({ reader }: CheckContext, { spec: { ingressClassName } }: Ingress): boolean {
  if (ingressClassName === undefined) return false;
  return reader.find('IngressClass', undefined, ingressClassName)?.spec.parameters !== undefined;
}

/**
 * AWS makes a load balancer internal unless the Ingress says otherwise. One of a group may have its scheme from another.
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#scheme
 */
export const ing049: Check<'Ingress'> = {
  id: 'ING-049',
  severity: 'info',
  effect: 'hygiene',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    if (findServer(context, ingress, ['alb']) === undefined) return nothingFound;
    const { annotations, creationTimestamp } = ingress.metadata;
    const isSaid = [schemeKey, groupKey].some((key) => labelValue(annotations, key) !== undefined);
    if (isSaid || hasParameters(context, ingress)) return nothingFound;
    const words = context.words.ing049;
    const finding = buildFinding(ing049, {
      place: { ref: refOf(ingress), field: 'metadata.annotations' },
      label: words.label(),
      title: words.title(ingress.metadata.name),
      happens: words.happens(),
      why: words.why(schemeKey),
      fixes: [
        buildEditFix(ingress, words.open, [editAnnotation(ingress, schemeKey, 'internet-facing')]),
        buildEditFix(ingress, words.keep, [editAnnotation(ingress, schemeKey, 'internal')]),
      ],
      since: creationTimestamp,
    });
    return { findings: [finding] };
  },
};
