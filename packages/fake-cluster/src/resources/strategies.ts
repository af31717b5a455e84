import type { JsonObject } from '../json/json-value.ts';
import { objectAt } from '../json/json-value.ts';
import { withDefaults, withSpecAndStatus } from '../defaults/with-defaults.ts';
import { endpointSliceWithDefaults, ingressClassWithDefaults } from '../defaults/network-defaults.ts';
import { serviceWithDefaults } from '../defaults/service-defaults.ts';
import { prepareServiceUpdate } from '../defaults/service-update.ts';
import { jobWithSelector, podWithDefaults, workloadWithDefaults } from '../defaults/workload-defaults.ts';
import * as cluster from '../schema/cluster-schema.ts';
import { ingressClassSchema, ingressSchema } from '../schema/ingress-schema.ts';
import type { StructSchema } from '../schema/schema.ts';
import { serviceSchema } from '../schema/service-schema.ts';
import * as workloads from '../schema/workload-schema.ts';
import {
  endpointSliceProblems,
  ingressClassProblems,
  namespaceProblems,
  secretProblems,
  subdomainNamedProblems,
} from '../validation/cluster-validation.ts';
import { ingressProblems } from '../validation/ingress-validation.ts';
import { serviceProblems } from '../validation/service-validation.ts';
import { ingressWarnings, serviceWarnings } from '../validation/service-warnings.ts';
import { loadBalancerProblems, serviceStatusProblems } from '../validation/status-validation.ts';
import { jobProblems, podProblems, workloadProblems } from '../validation/workload-validation.ts';
import type { KindStrategy } from './kind-strategy.ts';

const plain = (schema: StructSchema): KindStrategy => ({
  schema,
  addDefaults: (object) => object,
  validate: subdomainNamedProblems,
  validateStatus: () => [],
  warn: () => [],
  prepareForUpdate: (object) => object,
});

const workload = (kind: string, schema: StructSchema): KindStrategy => ({
  ...plain(schema),
  addDefaults: (object) => workloadWithDefaults(kind, object),
  validate: workloadProblems,
});

const withLoadBalancer = (ingress: JsonObject): JsonObject => ({
  ...ingress,
  spec: objectAt(ingress, 'spec'),
  status: withDefaults(objectAt(ingress, 'status'), { loadBalancer: {} }),
});

const withPhase = (namespace: JsonObject): JsonObject => {
  const name = objectAt(namespace, 'metadata');
  const labels = { ...objectAt(name, 'labels'), 'kubernetes.io/metadata.name': name['name'] };
  return {
    ...namespace,
    metadata: { ...name, labels },
    spec: withDefaults(objectAt(namespace, 'spec'), { finalizers: ['kubernetes'] }),
    status: withDefaults(objectAt(namespace, 'status'), { phase: 'Active' }),
  };
};

/** How each kind is read, completed and judged. */
export const strategies: Readonly<Record<string, KindStrategy>> = {
  Namespace: { ...plain(cluster.namespaceSchema), addDefaults: withPhase, validate: namespaceProblems },
  Node: { ...plain(cluster.nodeSchema), addDefaults: withSpecAndStatus },
  Event: plain(cluster.eventSchema),
  Secret: {
    ...plain(cluster.secretSchema),
    addDefaults: (secret) => withDefaults(secret, { type: 'Opaque' }),
    validate: secretProblems,
  },
  Service: {
    schema: serviceSchema,
    addDefaults: serviceWithDefaults,
    validate: serviceProblems,
    validateStatus: serviceStatusProblems,
    warn: serviceWarnings,
    prepareForUpdate: prepareServiceUpdate,
  },
  Pod: { ...plain(workloads.podSchema), addDefaults: podWithDefaults, validate: podProblems },
  Ingress: {
    ...plain(ingressSchema),
    addDefaults: withLoadBalancer,
    validate: ingressProblems,
    warn: (ingress, isNew) => (isNew ? ingressWarnings(ingress) : []),
    validateStatus: loadBalancerProblems,
  },
  IngressClass: {
    ...plain(ingressClassSchema),
    addDefaults: ingressClassWithDefaults,
    validate: ingressClassProblems,
  },
  EndpointSlice: {
    ...plain(cluster.endpointSliceSchema),
    addDefaults: endpointSliceWithDefaults,
    validate: endpointSliceProblems,
  },
  Deployment: workload('Deployment', workloads.deploymentSchema),
  ReplicaSet: workload('ReplicaSet', workloads.replicaSetSchema),
  StatefulSet: workload('StatefulSet', workloads.statefulSetSchema),
  DaemonSet: workload('DaemonSet', workloads.daemonSetSchema),
  Job: {
    ...workload('Job', workloads.jobSchema),
    addDefaults: (object) => jobWithSelector(workloadWithDefaults('Job', object)),
    validate: jobProblems,
  },
};
