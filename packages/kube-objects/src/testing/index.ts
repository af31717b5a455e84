export { aCluster, type ClusterBuilder } from './cluster-builder.ts';
export {
  aNamespace,
  aNode,
  anIngressClass,
  type IngressClassBuilder,
  type NamespaceBuilder,
  type NodeBuilder,
} from './cluster-scoped-builders.ts';
export { deepFreeze } from './deep-freeze.ts';
export { endpointsOf } from './endpoints-of.ts';
export { anIngress, type IngressBuilder } from './ingress-builder.ts';
export { built, type Buildable } from './object-builder.ts';
export { aPod, type PodBuilder } from './pod-builder.ts';
export { aService, type ServiceBuilder } from './service-builder.ts';
export { aSlice, type EndpointOptions, type SliceBuilder } from './slice-builder.ts';
export {
  aDaemonSet,
  aDeployment,
  aJob,
  aReplicaSet,
  aStatefulSet,
  type WorkloadBuilder,
} from './workload-builder.ts';
