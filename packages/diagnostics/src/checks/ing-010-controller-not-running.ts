import { refOf, type ObjectReader, type Workload } from '@fairlead/kube-objects';
import { controllerFamilyOf } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { isScaledAway, listRunning } from '../subjects/class-workloads.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';

/** Objects of files tell of no Nodes: what serves their classes stands elsewhere. */
const isCluster = (reader: ObjectReader): boolean => reader.count('Node') > 0;

/**
 * A class that Ingresses name is that of a program which is recognised where it runs, and it does not run here, or not one
 * of its Pods is wanted. Clouds run theirs outside of the cluster.
 */
export const ing010: Check<'IngressClass'> = {
  id: 'ING-010',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'IngressClass',
  reads: ['IngressClass', 'Ingress', 'Node', 'Deployment', 'DaemonSet', 'StatefulSet'],
  run(ingressClass, context) {
    const { reader, lookups } = context;
    const { name } = ingressClass.metadata;
    const { controller = '' } = ingressClass.spec;
    const family = controllerFamilyOf(controller);
    if (family === undefined || !isCluster(reader)) return nothingFound;
    const running = listRunning(context, ingressClass);
    if (running.some((workload) => !isScaledAway(workload))) return nothingFound;
    const ingresses = lookups.listIngressesOfClass(name);
    if (ingresses.length === 0) return nothingFound;
    const requests = ingresses.flatMap((ingress) =>
      listIngressRows(context.referencesOf(ingress)).map(({ request }) => request),
    );
    const words = context.words.ing010;
    const [scaledAway] = running;
    const finding = buildFinding(ing010, {
      place: { ref: refOf(ingressClass), field: 'spec.controller' },
      related: running.map((workload) => refOf<Workload['kind']>(workload)),
      label: words.label(),
      title: words.title(name, controller),
      happens: words.happens(ingresses.length),
      effectNow: words.effectNow(),
      why: scaledAway === undefined ? words.whyNone(family) : words.whyScaledAway(refOf(scaledAway)),
      fixes: [scaledAway === undefined ? words.install : words.scale(refOf(scaledAway))],
      requests: [...new Set(requests)],
      since: ingressClass.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
