interface JourneyDeployment {
  readonly name: string;
  readonly namespace: string;
  readonly replicas: number;
  readonly image: string;
  readonly ports: readonly object[];
}

const buildDeployment = ({ name, namespace, replicas, image, ports }: JourneyDeployment): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name, image, ports }] },
    },
  },
});

/** Where the journeys on a cluster are at home. */
export const clusterNamespace = 'journey';
const controllerNamespace = 'journey-ingress';

/** What the journeys find on a cluster: Pods, and a running controller for the class that their Ingresses name. */
export const clusterObjects: readonly object[] = [
  ...[clusterNamespace, controllerNamespace].map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
  })),
  buildDeployment({
    name: 'orders',
    namespace: clusterNamespace,
    replicas: 2,
    image: 'registry.example.com/shop/orders:0.9.7',
    ports: [
      { name: 'http', containerPort: 8081 },
      { name: 'grpc', containerPort: 9000 },
    ],
  }),
  buildDeployment({
    name: 'ingress-nginx-controller',
    namespace: controllerNamespace,
    replicas: 1,
    image: 'registry.k8s.io/ingress-nginx/controller:v1.12.1',
    ports: [{ name: 'http', containerPort: 80 }],
  }),
];
