import type { Pod } from '@fairlead/kube-objects';

/** [SVC-4] Succeeded or Failed: it runs no more and never becomes an endpoint again. */
export const hasEnded = ({ status }: Pod): boolean =>
  status?.phase === 'Succeeded' || status?.phase === 'Failed';

/** The condition `Ready` of the Pod itself, which its containers' readiness and its readiness gates decide. */
export const isPodReady = ({ status }: Pod): boolean =>
  (status?.conditions ?? []).some((condition) => condition.type === 'Ready' && condition.status === 'True');

export const isTerminatingPod = ({ metadata }: Pod): boolean => metadata.deletionTimestamp !== undefined;
