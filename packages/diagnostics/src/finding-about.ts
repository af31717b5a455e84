import type { Kind } from '@fairlead/kube-objects';

/** What problems are about, as they are counted and filtered: every kind of object is one of these. */
export type FindingAbout =
  | 'Service'
  | 'Ingress'
  | 'Workload'
  | 'Pod'
  | 'EndpointSlice'
  | 'IngressClass'
  | 'Other';

/** In the order in which they are shown. */
export const findingAbouts: readonly FindingAbout[] = [
  'Service',
  'Ingress',
  'Workload',
  'Pod',
  'EndpointSlice',
  'IngressClass',
  'Other',
];

const aboutByKind: Readonly<Record<Kind, FindingAbout>> = {
  Service: 'Service',
  Ingress: 'Ingress',
  Pod: 'Pod',
  EndpointSlice: 'EndpointSlice',
  IngressClass: 'IngressClass',
  Deployment: 'Workload',
  ReplicaSet: 'Workload',
  StatefulSet: 'Workload',
  DaemonSet: 'Workload',
  Job: 'Workload',
  Namespace: 'Other',
  Node: 'Other',
};

/** What a problem is about whose object is of this kind. */
export const aboutOfKind = (kind: Kind): FindingAbout => aboutByKind[kind];
