import {
  anything,
  boolean,
  int64,
  listOf,
  optionalBoolean,
  optionalInt64,
  struct,
  text,
  textMap,
} from './schema.ts';
import type { StructSchema } from './schema.ts';

const ownerReference = struct('OwnerReference', {
  apiVersion: text,
  kind: text,
  name: text,
  uid: text,
  controller: optionalBoolean,
  blockOwnerDeletion: optionalBoolean,
});

/** `metadata` of every object, in the order in which Go writes it. */
export const metadataSchema: StructSchema = struct('ObjectMeta', {
  name: text,
  generateName: text,
  namespace: text,
  selfLink: text,
  uid: text,
  resourceVersion: text,
  generation: int64,
  creationTimestamp: text,
  deletionTimestamp: text,
  deletionGracePeriodSeconds: optionalInt64,
  labels: textMap,
  annotations: textMap,
  ownerReferences: listOf(ownerReference),
  finalizers: listOf(text),
  managedFields: listOf(anything),
});

export const conditionSchema: StructSchema = struct('Condition', {
  type: text,
  status: text,
  observedGeneration: int64,
  lastTransitionTime: text,
  reason: text,
  message: text,
});

const loadBalancerPort = struct('PortStatus', { port: int64, protocol: text, error: text });

export const loadBalancerSchema: StructSchema = struct('LoadBalancerStatus', {
  ingress: listOf(
    struct('LoadBalancerIngress', {
      ip: text,
      hostname: text,
      ipMode: text,
      ports: listOf(loadBalancerPort),
    }),
  ),
});

export const deleteOptionsSchema: StructSchema = struct('DeleteOptions', {
  kind: text,
  apiVersion: text,
  gracePeriodSeconds: optionalInt64,
  preconditions: struct('Preconditions', { uid: text, resourceVersion: text }),
  orphanDependents: optionalBoolean,
  propagationPolicy: text,
  dryRun: listOf(text),
  ignoreStoreReadErrorWithClusterBreakingPotential: boolean,
});
