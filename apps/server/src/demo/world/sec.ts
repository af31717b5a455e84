import { deployment, ingress, service, type Manifest } from './manifests.ts';

const namespace = 'sec';

/** A team that is moving house: something is missing, something is claimed twice, something nobody takes. */
export const sec: readonly Manifest[] = [
  deployment({
    namespace,
    name: 'blog',
    image: 'registry.example.com/sec/blog:5.2',
    replicas: 2,
    ports: [{ name: 'http', containerPort: 2368 }],
  }),
  service({ namespace, name: 'blog' }, [{ name: 'http', port: 80, targetPort: 'http' }]),
  ingress({
    namespace,
    name: 'blog',
    className: 'nginx',
    hosts: { 'blog.example.com': [['/', 'blog', 'http']] },
  }),
  // ING-001: there is no Service pay.
  ingress({
    namespace,
    name: 'missing-secret',
    className: 'nginx',
    tlsSecret: 'pay-tls',
    hosts: { 'pay.example.com': [['/', 'pay', 80]] },
  }),
  // ING-005: the class is a typing error.
  ingress({
    namespace,
    name: 'status',
    className: 'ngnix',
    hosts: { 'status.example.com': [['/', 'blog', 'http']] },
  }),
];

/** Later: the next version of the blog, put up beside the old one. */
export const secNext: readonly Manifest[] = [
  deployment({
    namespace,
    name: 'blog-next',
    image: 'registry.example.com/sec/blog:6.0-rc1',
    ports: [{ name: 'http', containerPort: 2368 }],
  }),
  service({ namespace, name: 'blog-next' }, [{ name: 'http', port: 80, targetPort: 'http' }]),
  // ING-013: the same host and path as Ingress blog, another backend.
  ingress({
    namespace,
    name: 'blog-next',
    className: 'nginx',
    hosts: {
      'blog.example.com': [
        ['/', 'blog-next', 'http'],
        ['/preview', 'blog-next', 'http'],
      ],
    },
  }),
];
