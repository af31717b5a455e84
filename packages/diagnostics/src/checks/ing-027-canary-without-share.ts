import { refOf, type Ingress } from '@fairlead/kube-objects';
import { nginxAnnotation } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { isCanary } from '../subjects/nginx-canary.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { findServer } from '../subjects/served-by.ts';
import type { CanaryFault } from '../words/english/ing-027-canary-without-share.ts';

const prefix = 'nginx.ingress.kubernetes.io/';
const proposedPercent = 10;

const numberOf = (ingress: Ingress, name: string): number | undefined => {
  const text = nginxAnnotation(ingress, name);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
};

function findFault(ingress: Ingress): CanaryFault | undefined {
  const names = Object.keys(ingress.metadata.annotations ?? {})
    .filter((key) => key.startsWith(`${prefix}canary-`))
    .map((key) => key.slice(prefix.length))
    .toSorted();
  if (!isCanary(ingress))
    return names.length === 0
      ? undefined
      : { kind: 'not-switched-on', names, value: nginxAnnotation(ingress, 'canary') };
  const total = numberOf(ingress, 'canary-weight-total') || 100;
  const weight = numberOf(ingress, 'canary-weight');
  if (weight !== undefined && weight > total) return { kind: 'weight-over-total', weight, total };
  const isAsked = ['canary-by-header', 'canary-by-cookie'].some(
    (name) => nginxAnnotation(ingress, name) !== undefined,
  );
  return weight === undefined && !isAsked ? { kind: 'no-share' } : undefined;
}

function listFixes(ingress: Ingress, fault: CanaryFault, { words }: CheckContext): readonly FindingFix[] {
  const { setWeight, removeAnnotations, switchOn } = words.ing027;
  if (fault.kind === 'not-switched-on')
    return [
      buildEditFix(
        ingress,
        { title: removeAnnotations.title(), explanation: removeAnnotations.explanation() },
        fault.names.map((name) => editAnnotation(ingress, `${prefix}${name}`, undefined)),
      ),
      { title: switchOn.title(), explanation: switchOn.explanation() },
    ];
  const total = numberOf(ingress, 'canary-weight-total') || 100;
  const weight = fault.kind === 'weight-over-total' ? total : Math.ceil((total * proposedPercent) / 100);
  return [
    buildEditFix(ingress, { title: setWeight.title(weight, total), explanation: setWeight.explanation() }, [
      editAnnotation(ingress, `${prefix}canary-weight`, `${weight}`),
    ]),
  ];
}

/**
 * Canary annotations of ingress-nginx that give no share, too large a share, or belong to no canary. A weight of 0 that is
 * written down is left alone, and where `canary` is switched off in so many words it is a hint.
 */
export const ing027: Check<'Ingress'> = {
  id: 'ING-027',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const fault = findFault(ingress);
    if (fault === undefined) return nothingFound;
    if (findServer(context, ingress, ['ingress-nginx']) === undefined) return nothingFound;
    const words = context.words.ing027;
    const isSwitchedOff = fault.kind === 'not-switched-on' && fault.value === 'false';
    const finding = buildFinding(ing027, {
      place: { ref: refOf(ingress), field: 'metadata.annotations' },
      ...(isSwitchedOff ? { severity: 'info' } : {}),
      label: words.label(fault),
      title: words.title(fullNameOf(refOf(ingress)), fault),
      happens: words.happens(fault),
      why: words.why(fault),
      fixes: listFixes(ingress, fault, context),
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
