import type { JsonObject } from './json/json-value.ts';

/** A Node that is ready, as its kubelet registers it. `index` counts from 0. */
export function aFakeNode(
  name: string,
  index: number,
  options: { now: string; isDualStack: boolean },
): JsonObject {
  const number = index + 1;
  const condition = (type: string, status: string, reason: string): JsonObject => ({
    type,
    status,
    reason,
    lastHeartbeatTime: options.now,
    lastTransitionTime: options.now,
  });
  return {
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
    spec: { podCIDR: `10.244.${number}.0/24` },
    status: {
      addresses: [
        { type: 'InternalIP', address: `172.18.${Math.floor((index + 11) / 256)}.${(index + 11) % 256}` },
        ...(options.isDualStack
          ? [{ type: 'InternalIP', address: `fd00:172:18::${number.toString(16)}` }]
          : []),
        { type: 'Hostname', address: name },
      ],
      allocatable: { cpu: '64', memory: '256Gi', pods: '250' },
      capacity: { cpu: '64', memory: '256Gi', pods: '250' },
      conditions: [
        condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
        condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
        condition('PIDPressure', 'False', 'KubeletHasSufficientPID'),
        condition('Ready', 'True', 'KubeletReady'),
      ],
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        osImage: 'fake',
        kernelVersion: 'fake',
        kubeletVersion: 'v1.37.2',
        containerRuntimeVersion: 'fake://1',
      },
    },
  };
}

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

/** The namespaces every cluster begins with. */
export const baseNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
