import type { IngressClass, Workload } from '@fairlead/kube-objects';
import { findServingControllers, type ServingController } from '@fairlead/routing';
import type { CheckContext } from '../check.ts';

/** Nothing of it is wanted. */
export const isScaledAway = ({ kind, spec }: Workload): boolean =>
  kind !== 'DaemonSet' && spec.replicas === 0;

const workloadOf = ({ reader }: CheckContext, { workload }: ServingController): Workload | undefined =>
  workload && reader.find(workload.kind, workload.namespace, workload.name);

/** The workloads that run a controller which serves the class. */
export function listRunning(
  context: CheckContext,
  { metadata: { name } }: IngressClass,
): readonly Workload[] {
  const ofClass = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace: '' },
    spec: { ingressClassName: name },
  } as const;
  return findServingControllers(context.reader, context.controllers(), ofClass).flatMap(
    (controller) => workloadOf(context, controller) ?? [],
  );
}
