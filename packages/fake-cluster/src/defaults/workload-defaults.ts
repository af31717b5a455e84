import {
  fieldOf,
  isJsonObject,
  listAt,
  objectAt,
  textAt,
  type JsonObject,
  type JsonValue,
} from '../json/json-value.ts';
import { withDefaults } from './with-defaults.ts';

function probeWithDefaults(probe: JsonObject): JsonObject {
  const { httpGet } = probe;
  return withDefaults(
    {
      ...probe,
      ...(isJsonObject(httpGet) && { httpGet: withDefaults(httpGet, { path: '/', scheme: 'HTTP' }) }),
    },
    { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
  );
}

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'];

const withProbes = (container: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(container).map(([key, value]) => [
      key,
      probes.includes(key) && isJsonObject(value) ? probeWithDefaults(value) : value,
    ]),
  );

function containerWithDefaults(container: JsonValue): JsonObject {
  const ports = listAt(container, 'ports').map((port) => withDefaults(objectAt(port), { protocol: 'TCP' }));
  return withDefaults(
    { ...withProbes(objectAt(container)), ...(ports.length > 0 && { ports }) },
    {
      resources: {},
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
      imagePullPolicy: /:(?!latest$)[^/]+$/.test(textAt(container, 'image')) ? 'IfNotPresent' : 'Always',
    },
  );
}

function podSpecWithDefaults(spec: JsonObject): JsonObject {
  const initContainers = listAt(spec, 'initContainers').map(containerWithDefaults);
  return withDefaults(
    {
      ...spec,
      containers: listAt(spec, 'containers').map(containerWithDefaults),
      ...(initContainers.length > 0 && { initContainers }),
    },
    {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
    },
  );
}

/** What the API server adds to a Pod. */
export const podWithDefaults = (pod: JsonObject): JsonObject => ({
  ...pod,
  spec: withDefaults(podSpecWithDefaults(objectAt(pod, 'spec')), {
    serviceAccountName: 'default',
    serviceAccount: 'default',
    tolerations: ['not-ready', 'unreachable'].map((what) => ({
      key: `node.kubernetes.io/${what}`,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: 300,
    })),
    priority: 0,
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
  }),
  status: withDefaults(objectAt(pod, 'status'), { phase: 'Pending', qosClass: 'BestEffort' }),
});

const rollingUpdate = { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } };

/** What the API server adds to each kind of workload, besides its Pod template. */
const specDefaults: ReadonlyMap<string, Readonly<Record<string, JsonValue>>> = new Map<
  string,
  Readonly<Record<string, JsonValue>>
>([
  [
    'Deployment',
    { replicas: 1, strategy: rollingUpdate, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 },
  ],
  ['ReplicaSet', { replicas: 1 }],
  [
    'StatefulSet',
    {
      replicas: 1,
      podManagementPolicy: 'OrderedReady',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0, maxUnavailable: 1 } },
      revisionHistoryLimit: 10,
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    },
  ],
  [
    'DaemonSet',
    {
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
      revisionHistoryLimit: 10,
    },
  ],
  [
    'Job',
    {
      parallelism: 1,
      completions: 1,
      backoffLimit: 6,
      suspend: false,
      completionMode: 'NonIndexed',
      podReplacementPolicy: 'TerminatingOrFailed',
      manualSelector: false,
    },
  ],
]);

/** Counts that are written even while they are zero. */
const statusDefaults: ReadonlyMap<string, Readonly<Record<string, JsonValue>>> = new Map<
  string,
  Readonly<Record<string, JsonValue>>
>([
  ['ReplicaSet', { replicas: 0 }],
  ['StatefulSet', { replicas: 0, availableReplicas: 0 }],
  [
    'DaemonSet',
    { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 },
  ],
]);

/** What the API server adds to a workload of the kind. A Job gets a selector of its own. */
export function workloadWithDefaults(kind: string, workload: JsonObject): JsonObject {
  const spec = objectAt(workload, 'spec');
  const template = objectAt(spec, 'template');
  return {
    ...workload,
    spec: withDefaults(
      {
        ...spec,
        template: {
          ...template,
          metadata: objectAt(template, 'metadata'),
          spec: podSpecWithDefaults(objectAt(template, 'spec')),
        },
      },
      specDefaults.get(kind) ?? {},
    ),
    status: withDefaults(objectAt(workload, 'status'), statusDefaults.get(kind) ?? {}),
  };
}

/** A Job's Pods are found by the Job's uid, which the API server puts into selector and template. */
export function jobWithSelector(job: JsonObject): JsonObject {
  const uid = textAt(job, 'metadata', 'uid');
  const spec = objectAt(job, 'spec');
  if (fieldOf(spec, 'selector') !== undefined) return job;
  const template = objectAt(spec, 'template');
  const names = {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': textAt(job, 'metadata', 'name'),
    'controller-uid': uid,
    'job-name': textAt(job, 'metadata', 'name'),
  };
  const labels = { ...objectAt(template, 'metadata', 'labels'), ...names };
  return {
    ...job,
    metadata: { ...objectAt(job, 'metadata'), labels: { ...objectAt(job, 'metadata', 'labels'), ...names } },
    spec: {
      ...spec,
      selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } },
      template: { ...template, metadata: { ...objectAt(template, 'metadata'), labels } },
    },
  };
}
