import { deployment, ingress, service, type Manifest } from './manifests.ts';

const namespace = 'shop';
const image = (name: string, version: string): string => `registry.example.com/shop/${name}:${version}`;
const readyAt = (path: string, port: string): object => ({ httpGet: { path, port } });

/** The shop itself: mostly healthy, alive, with one workload that can never become ready. */
export const shop: readonly Manifest[] = [
  deployment({
    namespace,
    name: 'storefront',
    image: image('storefront', '1.18.0'),
    replicas: 3,
    labels: { tier: 'web' },
    ports: [{ name: 'http', containerPort: 3000 }],
    readinessProbe: readyAt('/ready', 'http'),
  }),
  service({ namespace, name: 'storefront' }, [{ name: 'http', port: 80, targetPort: 'http' }]),
  deployment({
    namespace,
    name: 'api-gateway',
    image: image('gateway', '4.2.0'),
    replicas: 2,
    labels: { tier: 'api' },
    ports: [
      { name: 'http', containerPort: 8080 },
      { name: 'metrics', containerPort: 9090 },
    ],
    readinessProbe: readyAt('/-/ready', 'http'),
  }),
  service({ namespace, name: 'api-gateway' }, [
    { name: 'http', port: 8080, targetPort: 'http' },
    { name: 'metrics', port: 9090, targetPort: 'metrics' },
  ]),
  deployment({
    namespace,
    name: 'orders',
    image: image('orders', '0.9.7'),
    replicas: 2,
    labels: { tier: 'api' },
    ports: [
      { name: 'http', containerPort: 8081 },
      { name: 'grpc', containerPort: 9000 },
    ],
    readinessProbe: { tcpSocket: { port: 9000 } },
  }),
  service({ namespace, name: 'orders' }, [
    { name: 'http', port: 8080, targetPort: 8081 },
    { name: 'grpc', port: 9000, targetPort: 'grpc', appProtocol: 'kubernetes.io/h2c' },
  ]),
  deployment({
    namespace,
    name: 'admin',
    image: image('admin', '3.0.0'),
    ports: [{ name: 'web', containerPort: 8000 }],
  }),
  service({ namespace, name: 'admin' }, [{ name: 'web', port: 80, targetPort: 'web' }]),
  // SVC-042, and therefore SVC-002: the probe asks a port whose name no container declares.
  deployment({
    namespace,
    name: 'search',
    image: image('search', '2.3.1'),
    replicas: 2,
    ports: [{ name: 'web', containerPort: 8080 }],
    readinessProbe: readyAt('/ready', 'http'),
  }),
  service({ namespace, name: 'search' }, [{ name: 'web', port: 80, targetPort: 'web' }]),
  // No Service leads here: it takes its work from a queue.
  deployment({ namespace, name: 'mailer', image: image('mailer', '1.4.2') }),
  ingress({
    namespace,
    name: 'shop',
    className: 'nginx',
    tlsSecret: 'shop-tls',
    annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '20m' },
    hosts: {
      'shop.example.com': [
        ['/', 'storefront', 'http'],
        ['/api', 'api-gateway', 8080],
        ['/api/orders', 'orders', 'http'],
        ['/search', 'search', 'web'],
        ['/healthz', 'api-gateway', 'http', 'Exact'],
      ],
      'admin.shop.example.com': [['/', 'admin', 'web']],
    },
  }),
  // Was created without a class, and the API server wrote the default one into it.
  ingress({
    namespace,
    name: 'api',
    className: 'nginx',
    hosts: { 'api.example.com': [['/', 'api-gateway', 'http']] },
  }),
];
