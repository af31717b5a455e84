import type { JsonObject } from './json/json-value.ts';

interface NodeOptions {
  readonly now: string;
  readonly isDualStack: boolean;
}

/** Type, status, reason and message of each condition of a Node in good health. */
const conditions = [
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
  ['MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'],
  ['DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  ['PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
] as const;

function nodeStatus(name: string, index: number, { now, isDualStack }: NodeOptions): JsonObject {
  const host = index + 11;
  const internal = [
    `172.18.${Math.floor(host / 256)}.${host % 256}`,
    ...(isDualStack ? [`fd00:172:18::${host.toString(16)}`] : []),
  ];
  return {
    addresses: [
      ...internal.map((address) => ({ type: 'InternalIP', address })),
      { type: 'Hostname', address: name },
    ],
    allocatable: { cpu: '64', memory: '256Gi', pods: '250' },
    capacity: { cpu: '64', memory: '256Gi', pods: '250' },
    conditions: conditions.map(([type, status, reason, message]) => ({
      type,
      status,
      reason,
      message,
      lastHeartbeatTime: now,
      lastTransitionTime: now,
    })),
    nodeInfo: {
      architecture: 'amd64',
      operatingSystem: 'linux',
      osImage: 'fake',
      kernelVersion: 'fake',
      kubeletVersion: 'v1.37.2',
      containerRuntimeVersion: 'fake://1',
    },
  };
}

/** A Node that is ready, as its kubelet registers it. `index` counts from 0; the first one is at the cluster's edge. */
export const aFakeNode = (name: string, index: number, options: NodeOptions): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name,
    labels: {
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'amd64',
      'topology.kubernetes.io/region': 'test',
      'topology.kubernetes.io/zone': name.split('-').at(-1) ?? name,
      ...(index === 0 && { 'node-role.example.com/edge': 'true' }),
    },
  },
  spec: { podCIDR: `10.244.${index + 1}.0/24` },
  status: nodeStatus(name, index, options),
});

/** The Service by which Pods reach the API server; it has no selector. */
export const kubernetesService = (clusterIP: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: 'kubernetes',
    namespace: 'default',
    labels: { component: 'apiserver', provider: 'kubernetes' },
  },
  spec: { clusterIP, ports: [{ name: 'https', port: 443, targetPort: 6443 }] },
});

/** Where the API server itself listens, written by it and not by a controller. */
export const kubernetesSlice: JsonObject = {
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: {
    name: 'kubernetes',
    namespace: 'default',
    labels: { 'kubernetes.io/service-name': 'kubernetes' },
  },
  addressType: 'IPv4',
  endpoints: [{ addresses: ['172.18.0.10'], conditions: { ready: true } }],
  ports: [{ name: 'https', port: 6443, protocol: 'TCP' }],
};

/** The namespaces every cluster begins with. */
export const baseNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
