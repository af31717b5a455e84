import type { Kind } from '@fairlead/kube-objects';
import { allBut, pick, pickPrefixed, type FieldNode } from './field-node.ts';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Where people tell Fairlead, a mesh or a delivery tool something that changes what the picture says. */
const readAnnotations = pickPrefixed(
  'fairlead.dev/',
  'sidecar.istio.io/',
  'meta.helm.sh/',
  'argocd.argoproj.io/',
);

const metadata = pick(
  'name namespace uid resourceVersion generation creationTimestamp deletionTimestamp labels finalizers',
  { annotations: readAnnotations, ownerReferences: pick('apiVersion kind name uid controller') },
);

const condition = pick('type status reason message lastTransitionTime');

const probe = pick('initialDelaySeconds periodSeconds timeoutSeconds failureThreshold', {
  httpGet: pick('path port scheme'),
  tcpSocket: pick('port'),
  grpc: pick('port service'),
  exec: pick('command'),
});

const containerPort = pick('name containerPort protocol hostPort hostIP');

const container = pick('name image command args restartPolicy', {
  ports: containerPort,
  readinessProbe: probe,
  livenessProbe: probe,
  startupProbe: probe,
});

const podSpec = pick('nodeName hostNetwork hostname subdomain serviceAccountName nodeSelector', {
  readinessGates: pick('conditionType'),
  containers: container,
  initContainers: container,
});

const containerState = pick('', {
  waiting: pick('reason message'),
  running: pick('startedAt'),
  terminated: pick('reason exitCode finishedAt'),
});

const containerStatus = pick('name ready started restartCount', {
  state: containerState,
  lastState: containerState,
});

const template = pick('', { metadata: pick('labels', { annotations: readAnnotations }), spec: podSpec });

const workloadStatus = pick(
  'replicas readyReplicas availableReplicas updatedReplicas desiredNumberScheduled numberReady active succeeded failed observedGeneration',
  { conditions: condition },
);

const workload = pick('', {
  metadata,
  spec: pick('replicas selector serviceName paused suspend', { template }),
  status: workloadStatus,
});

/** A Deployment keeps many old ReplicaSets; of their templates only what tells whom a Service selects is read. */
const replicaSet = pick('', {
  metadata,
  spec: pick('replicas selector', {
    template: pick('', {
      metadata: pick('labels'),
      spec: pick('', { containers: pick('name image', { ports: containerPort }) }),
    }),
  }),
  status: workloadStatus,
});

const whole = allBut('', { metadata: allBut('managedFields', { annotations: allBut(lastApplied) }) });

/**
 * What Fairlead reads of each kind; everything else is dropped while the API server's answer is read. A field that a
 * type of `kube-objects` names has to be here.
 */
export const trimFields: Readonly<Record<Kind, FieldNode>> = {
  Namespace: whole,
  IngressClass: whole,
  Ingress: whole,
  Service: whole,
  EndpointSlice: whole,
  Node: pick('', {
    metadata,
    spec: pick('unschedulable', { taints: pick('key value effect') }),
    status: pick('', { addresses: pick('type address'), conditions: condition }),
  }),
  Pod: pick('', {
    metadata,
    spec: podSpec,
    status: pick('phase reason message podIP hostIP startTime', {
      podIPs: pick('ip'),
      conditions: condition,
      containerStatuses: containerStatus,
      initContainerStatuses: containerStatus,
    }),
  }),
  Deployment: workload,
  StatefulSet: workload,
  DaemonSet: workload,
  Job: workload,
  ReplicaSet: replicaSet,
};
