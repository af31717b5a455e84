import type { Kind } from '@fairlead/kube-objects';
import type { KindIconName } from '../../ui/kind-icon.tsx';

const icons: Readonly<Record<Kind, KindIconName>> = {
  Namespace: 'namespace',
  Node: 'node',
  IngressClass: 'class',
  Service: 'service',
  Ingress: 'ingress',
  EndpointSlice: 'manual',
  Pod: 'pods',
  Deployment: 'pods',
  ReplicaSet: 'pods',
  StatefulSet: 'pods',
  DaemonSet: 'pods',
  Job: 'pods',
};

export const iconOfKind = (kind: Kind): KindIconName => icons[kind];
