import { metadataSchema } from './metadata-schema.ts';
import {
  anything,
  boolean,
  int32,
  intOrString,
  listOf,
  openStruct,
  optionalInt32,
  struct,
  text,
  textMap,
  type Schema,
  type StructSchema,
} from './schema.ts';

const portAction = openStruct('HTTPGetAction', { port: intOrString });
const probe = openStruct('Probe', { httpGet: portAction, tcpSocket: portAction });
const containerPort = openStruct('ContainerPort', {
  name: text,
  hostPort: int32,
  containerPort: int32,
  protocol: text,
});

const container = openStruct('Container', {
  name: text,
  image: text,
  command: listOf(text),
  args: listOf(text),
  ports: listOf(containerPort),
  livenessProbe: probe,
  readinessProbe: probe,
  startupProbe: probe,
  restartPolicy: text,
});

const podSpec = openStruct('PodSpec', {
  initContainers: listOf(container),
  containers: listOf(container),
  restartPolicy: text,
  nodeSelector: textMap,
  nodeName: text,
  hostNetwork: boolean,
  hostname: text,
  subdomain: text,
  readinessGates: listOf(openStruct('PodReadinessGate', { conditionType: text })),
});

const condition = openStruct('Condition', { type: text, status: text, reason: text, message: text });

const podStatus = openStruct('PodStatus', {
  phase: text,
  conditions: listOf(condition),
  message: text,
  reason: text,
  hostIP: text,
  podIP: text,
  podIPs: listOf(struct('PodIP', { ip: text })),
  startTime: text,
  initContainerStatuses: listOf(openStruct('ContainerStatus', { name: text })),
  containerStatuses: listOf(openStruct('ContainerStatus', { name: text })),
});

const requirement = struct('LabelSelectorRequirement', { key: text, operator: text, values: listOf(text) });
const labelSelector = struct('LabelSelector', {
  matchLabels: textMap,
  matchExpressions: listOf(requirement),
});
const podTemplate = openStruct('PodTemplateSpec', { metadata: metadataSchema, spec: podSpec });

const object = (kind: string, rest: Readonly<Record<string, Schema>>): StructSchema =>
  struct(kind, { kind: text, apiVersion: text, metadata: metadataSchema, ...rest });

const status = openStruct('Status', { conditions: listOf(condition) });

/** The fields of a workload's spec that the controllers read; the rest is kept as given. */
const workload = (kind: string): StructSchema =>
  object(kind, {
    spec: openStruct(`${kind}Spec`, {
      replicas: optionalInt32,
      parallelism: optionalInt32,
      completions: optionalInt32,
      selector: labelSelector,
      template: podTemplate,
      serviceName: text,
      podManagementPolicy: text,
      strategy: anything,
      paused: boolean,
    }),
    status,
  });

/** core/v1 Pod, open: the fake reads a small part of it. */
export const podSchema: StructSchema = object('Pod', { spec: podSpec, status: podStatus });
export const deploymentSchema: StructSchema = workload('Deployment');
export const replicaSetSchema: StructSchema = workload('ReplicaSet');
export const statefulSetSchema: StructSchema = workload('StatefulSet');
export const daemonSetSchema: StructSchema = workload('DaemonSet');
export const jobSchema: StructSchema = workload('Job');
