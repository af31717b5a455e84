import type { RoutingRequest } from '@fairlead/routing';
import type { Random } from '../../api/edits/testing/random-change.ts';
import { controllersOfClasses, secretNames, type Manifest } from './routing-ground.ts';

type Fields = Readonly<Record<string, unknown>>;

const hosts = ['a.law.example', 'b.law.example', '*.law.example', 'c.a.law.example', ''] as const;
const paths = ['/', '/foo', '/foo/', '/foo/bar', '/Foo', '/fo', '/x', '/foo(/|$)(.*)', '/[a-f]+'] as const;
const pathTypes = ['Prefix', 'Prefix', 'Exact', 'ImplementationSpecific'] as const;
const annotations = [
  ['nginx.ingress.kubernetes.io/use-regex', 'true'],
  ['nginx.ingress.kubernetes.io/rewrite-target', '/new'],
  ['nginx.ingress.kubernetes.io/ssl-redirect', 'false'],
  ['nginx.ingress.kubernetes.io/app-root', '/app'],
  ['nginx.ingress.kubernetes.io/server-alias', 'alias.law.example'],
  ['nginx.ingress.kubernetes.io/canary', 'true'],
  ['traefik.ingress.kubernetes.io/router.priority', '7'],
  ['haproxy-ingress.github.io/path-type', 'exact'],
  ['haproxy.org/path-rewrite', '/foo /new'],
  ['nginx.org/rewrites', 'serviceName=web rewrite=/new/'],
  ['konghq.com/strip-path', 'true'],
  ['ingress.kubernetes.io/force-ssl-redirect', 'true'],
] as const;
export const serviceNames = ['web', 'api', 'slow', 'bare', 'wide', 'outside', 'gone'] as const;
const portsOfBackends = [{ number: 80 }, { number: 80 }, { number: 81 }, { name: 'http' }, { name: 'admin' }];

/** One of a list; lists here are never empty. */
export function pick<T>(random: Random, items: readonly T[]): T {
  if (items.length === 0) throw new RangeError('there is nothing to pick');
  return items[random(items.length)] as T;
}

export const randomBackend = (random: Random): Fields => ({
  service: { name: pick(random, serviceNames), port: pick(random, portsOfBackends) },
});

/** A path that the API server takes: patterns are ImplementationSpecific. */
export function randomPath(random: Random): Fields {
  const path = pick(random, paths);
  const pathType = /[([]/.test(path) ? 'ImplementationSpecific' : pick(random, pathTypes);
  return { path, pathType, backend: randomBackend(random) };
}

const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

export const randomRule = (random: Random): Fields => {
  const host = pick(random, hosts);
  return {
    ...(host === '' ? {} : { host }),
    http: { paths: times(1 + random(3), () => randomPath(random)) },
  };
};

export const randomTls = (random: Random): Fields => ({
  hosts: [pick(random, hosts.slice(0, -1))],
  secretName: pick(random, secretNames),
});

/** The class, as field, as annotation, or not at all. */
function randomClass(
  random: Random,
  prefix: string,
): { readonly spec: Fields; readonly annotations: Fields } {
  const [name] = pick(random, controllersOfClasses);
  const way = random(12);
  if (way === 0) return { spec: {}, annotations: {} };
  if (way === 1)
    return { spec: {}, annotations: { 'kubernetes.io/ingress.class': pick(random, ['nginx', 'gce']) } };
  return { spec: { ingressClassName: way === 2 ? `${prefix}-gone` : `${prefix}-${name}` }, annotations: {} };
}

interface IngressPlace {
  readonly name: string;
  readonly namespace: string;
  /** Of the classes of this world. */
  readonly prefix: string;
}

export function randomIngress(random: Random, { name, namespace, prefix }: IngressPlace): Manifest {
  const chosen = randomClass(random, prefix);
  const isDefaultOnly = random(8) === 0;
  const withDefault = isDefaultOnly || random(6) === 0 ? { defaultBackend: randomBackend(random) } : {};
  const drawn = Object.fromEntries(times(random(3), () => pick(random, annotations)));
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace, annotations: { ...drawn, ...chosen.annotations } },
    spec: {
      ...chosen.spec,
      ...withDefault,
      ...(isDefaultOnly ? {} : { rules: times(1 + random(3), () => randomRule(random)) }),
      ...(random(3) === 0 ? { tls: times(1 + random(2), () => randomTls(random)) } : {}),
    },
  };
}

const http = { name: 'http', port: 80, targetPort: 'http' };

/** Services of every form: by selector to ready, unready and no Pods, without selector, headless, and a DNS name. */
export function randomServices(random: Random, namespace: string): readonly Manifest[] {
  const service = (name: string, spec: Fields): Manifest => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec,
  });
  return [
    service('web', {
      selector: { app: 'web' },
      type: pick(random, ['ClusterIP', 'NodePort', 'LoadBalancer']),
      ports: [pick(random, [http, { ...http, targetPort: 8080 }, { ...http, targetPort: 'htpp' }])],
    }),
    service('api', {
      selector: pick(random, [{ app: 'api' }, { app: 'none' }, { app: 'nobody' }]),
      ...(random(3) === 0 ? { clusterIP: 'None' } : {}),
      ports: [http, { name: 'admin', port: 81, targetPort: 'admin' }],
    }),
    service('slow', {
      selector: { app: 'slow' },
      publishNotReadyAddresses: random(2) === 0,
      ports: [http],
    }),
    service('bare', { ports: [{ name: 'http', port: 80, targetPort: 8080 }] }),
    service('wide', {
      selector: { tier: pick(random, ['front', 'back']) },
      ports: [pick(random, [http, { name: 'udp', port: 80, protocol: 'UDP', targetPort: 8080 }])],
    }),
    service('outside', {
      type: 'ExternalName',
      externalName: 'docs.example.net',
      ...(random(2) === 0 ? {} : { ports: [{ port: 80 }] }),
    }),
  ];
}

/** Endpoints of Service bare, written by hand. */
export const bareSlice = (namespace: string): Manifest => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'bare-1', namespace, labels: { 'kubernetes.io/service-name': 'bare' } },
  addressType: 'IPv4',
  ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
  endpoints: [{ addresses: ['192.0.2.7'], conditions: { ready: true } }],
});

/** A request about the hosts and paths of such worlds, and others. */
export const randomRequest = (random: Random): RoutingRequest => ({
  method: pick(random, ['GET', 'POST']),
  scheme: pick(random, ['http', 'https']),
  host: pick(random, [
    'a.law.example',
    'b.law.example',
    'x.law.example',
    'c.a.law.example',
    'A.law.example:8080',
    'alias.law.example',
    'elsewhere.example',
  ]),
  path: pick(random, [
    '/',
    '/foo',
    '/foo/',
    '/foo/bar',
    '/foo/bar/baz',
    '/FOO',
    '/fo',
    '/fox',
    '/x',
    '/abc',
    '/y',
  ]),
});
