import { buildSelfSignedCertificate } from '../../demo/self-signed-certificate.ts';

export type Manifest = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly namespace?: string;
  };
};

/** The `spec.controller` that each profile serves by default. */
export const controllersOfClasses = [
  ['nginx', 'k8s.io/ingress-nginx'],
  ['f5', 'nginx.org/ingress-controller'],
  ['traefik', 'traefik.io/ingress-controller'],
  ['haproxytech', 'haproxy.org/ingress-controller/haproxytech'],
  ['haproxy', 'haproxy-ingress.github.io/controller'],
  ['kong', 'ingress-controllers.konghq.com/kong'],
  ['istio', 'istio.io/ingress-controller'],
  ['contour', 'projectcontour.io/ingress-controller'],
  ['alb', 'ingress.k8s.aws/alb'],
  ['other', 'example.com/other'],
] as const;

/** IngressClasses belong to the whole cluster: the prefix keeps them apart from others'. */
export const buildClasses = (prefix: string): readonly Manifest[] =>
  controllersOfClasses.map(([name, controller]) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: `${prefix}-${name}` },
    spec: { controller },
  }));

interface Workload {
  readonly name: string;
  readonly replicas: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  /** Its Pods never become ready. */
  readonly isStuck?: boolean;
  readonly image?: string;
  readonly args?: readonly string[];
}

const buildDeployment = (
  namespace: string,
  { name, replicas, labels, ports, isStuck = false, image, args = [] }: Workload,
): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    replicas,
    selector: { matchLabels: { workload: name } },
    template: {
      metadata: {
        labels: { workload: name, ...labels },
        ...(isStuck ? { annotations: { 'fairlead.dev/fake': 'not-ready' } } : {}),
      },
      spec: {
        containers: [{ name: 'c', image: image ?? 'registry.example.com/app:1', args, ports }],
        // What is deleted is to be gone at once.
        terminationGracePeriodSeconds: 0,
      },
    },
  },
});

const web = { name: 'http', containerPort: 8080 };

/** Workloads whose Pods are ready, or never, or not there; their labels and ports overlap. */
export const readyWorkloads: readonly Workload[] = [
  {
    name: 'one',
    replicas: 2,
    labels: { app: 'web', tier: 'front' },
    ports: [web, { name: 'admin', containerPort: 9000 }],
  },
  {
    name: 'two',
    replicas: 1,
    labels: { app: 'api', tier: 'front' },
    ports: [{ name: 'http', containerPort: 8081 }],
  },
];
const otherWorkloads: readonly Workload[] = [
  { name: 'stuck', replicas: 1, labels: { app: 'slow', tier: 'back' }, ports: [web], isStuck: true },
  { name: 'none', replicas: 0, labels: { app: 'none', tier: 'back' }, ports: [web] },
];
export const buildWorkloads = (namespace: string): readonly Manifest[] =>
  [...readyWorkloads, ...otherWorkloads].map((workload) => buildDeployment(namespace, workload));

/** Two controllers that run here, one with its settings in a ConfigMap. */
export const buildControllers = (namespace: string): readonly Manifest[] => [
  buildDeployment(namespace, {
    name: 'edge',
    replicas: 1,
    labels: {},
    ports: [{ name: 'http', containerPort: 80 }],
    image: 'registry.example.com/ingress-nginx/controller:v1.10.1',
    args: ['--watch-ingress-without-class=true'],
  }),
  buildDeployment(namespace, {
    name: 'edge-haproxy',
    replicas: 1,
    labels: {},
    ports: [{ name: 'http', containerPort: 80 }],
    image: 'registry.example.com/jcmoraisjr/haproxy-ingress:v0.14.7',
    args: [`--configmap=${namespace}/settings`],
  }),
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings', namespace },
    data: { 'strict-host': 'true' },
  },
];

const dayMs = 86_400_000;

function buildTlsSecret(
  namespace: string,
  name: string,
  { names, fromDays, toDays }: { readonly names: [string, ...string[]]; fromDays: number; toDays: number },
): Manifest {
  const now = Date.now();
  const { certificatePem, keyPem } = buildSelfSignedCertificate({
    names,
    notBeforeMs: now + fromDays * dayMs,
    notAfterMs: now + toDays * dayMs,
  });
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/tls',
    metadata: { name, namespace },
    data: {
      'tls.crt': Buffer.from(certificatePem).toString('base64'),
      'tls.key': Buffer.from(keyPem).toString('base64'),
    },
  };
}

/** Secrets whose certificates cover a host, a wildcard, nobody's host, have ended, or are none. */
export const secretNames = ['good', 'wild', 'foreign', 'ended', 'broken', 'gone'] as const;
export const buildSecrets = (namespace: string): readonly Manifest[] => [
  buildTlsSecret(namespace, 'good', { names: ['a.law.example'], fromDays: -1, toDays: 90 }),
  buildTlsSecret(namespace, 'wild', { names: ['*.law.example'], fromDays: -1, toDays: 90 }),
  buildTlsSecret(namespace, 'foreign', { names: ['elsewhere.example'], fromDays: -1, toDays: 90 }),
  buildTlsSecret(namespace, 'ended', { names: ['a.law.example'], fromDays: -90, toDays: -1 }),
  {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/tls',
    metadata: { name: 'broken', namespace },
    data: { 'tls.crt': 'bm8=', 'tls.key': 'bm8=' },
  },
];
