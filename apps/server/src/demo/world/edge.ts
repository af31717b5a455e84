import type { Manifest } from './manifests.ts';

/** Three machines that face the outside and two that do not. */
export const demoNodes = ['edge-1', 'edge-2', 'edge-3', 'worker-1', 'worker-2'] as const;
export const edgeLabel = 'node-role.example.com/edge';

const namespace = 'ingress-nginx';
const labels = {
  'app.kubernetes.io/name': 'ingress-nginx',
  'app.kubernetes.io/instance': 'ingress-nginx',
  'app.kubernetes.io/component': 'controller',
};

/** ingress-nginx on the host network of the edge nodes: requests come in at ports 80 and 443 of their addresses. */
export const edge: readonly Manifest[] = [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'nginx', annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
    spec: { controller: 'k8s.io/ingress-nginx' },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { namespace, name: 'ingress-nginx-controller', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          hostNetwork: true,
          dnsPolicy: 'ClusterFirstWithHostNet',
          nodeSelector: { [edgeLabel]: 'true' },
          containers: [
            {
              name: 'controller',
              image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
              args: [
                '/nginx-ingress-controller',
                '--election-id=ingress-nginx-leader',
                '--controller-class=k8s.io/ingress-nginx',
                '--ingress-class=nginx',
                '--configmap=$(POD_NAMESPACE)/ingress-nginx-controller',
                '--report-node-internal-ip-address',
              ],
              ports: [
                { name: 'http', containerPort: 80, hostPort: 80 },
                { name: 'https', containerPort: 443, hostPort: 443 },
              ],
              readinessProbe: { httpGet: { path: '/healthz', port: 10254 } },
            },
          ],
        },
      },
    },
  },
];
