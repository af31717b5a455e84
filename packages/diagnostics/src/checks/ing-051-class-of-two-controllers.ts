import { refOf, type Workload } from '@fairlead/kube-objects';
import { controllerFamilyOf } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { isScaledAway, listRunning } from '../subjects/class-workloads.ts';
import { fullNameOf } from '../subjects/object-name.ts';

/** Two installations take the Ingresses of one class: both answer, and write each other's address over in the status. */
export const ing051: Check<'IngressClass'> = {
  id: 'ING-051',
  severity: 'warning',
  effect: 'wrong-backend',
  unit: 'IngressClass',
  reads: ['IngressClass', 'Ingress', 'Deployment', 'DaemonSet', 'StatefulSet'],
  run(ingressClass, context) {
    const { name, creationTimestamp } = ingressClass.metadata;
    if (controllerFamilyOf(ingressClass.spec.controller ?? '') === undefined) return nothingFound;
    const running = listRunning(context, ingressClass).filter((workload) => !isScaledAway(workload));
    if (running.length < 2) return nothingFound;
    const ingresses = context.lookups.listIngressesOfClass(name);
    if (ingresses.length === 0) return nothingFound;
    const words = context.words.ing051;
    const related = running.map((workload) => refOf<Workload['kind']>(workload));
    const finding = buildFinding(ing051, {
      place: { ref: refOf(ingressClass), field: 'spec.controller' },
      related,
      label: words.label(),
      title: words.title(name, related.map(fullNameOf)),
      happens: words.happens(ingresses.length),
      why: words.why(ingressClass.spec.controller ?? ''),
      fixes: [words.separate],
      since: creationTimestamp,
    });
    return { findings: [finding] };
  },
};
