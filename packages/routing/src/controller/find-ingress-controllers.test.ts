import {
  aCluster,
  aDaemonSet,
  aDeployment,
  aNode,
  anIngressClass,
  aPod,
  aService,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findIngressControllers } from './find-ingress-controllers.ts';

const labels = { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' };
const image = 'registry.k8s.io/ingress-nginx/controller:v1.12.1@sha256:0123';
const ports = [
  { name: 'http', containerPort: 80 },
  { name: 'https', containerPort: 443 },
  { name: 'webhook', containerPort: 8443 },
  { name: 'metrics', containerPort: 10254 },
];
const nginx = aDeployment('edge/nginx')
  .withPodLabels(labels)
  .withPodSpec({ containers: [{ name: 'c', image, ports }] });
const pod = (name: string, node: string) => aPod(`edge/${name}`).labelled(labels).onNode(node);
const entry = aService('edge/nginx')
  .selecting(labels)
  .withPort(80, { name: 'http', targetPort: 'http', nodePort: 30080 })
  .withPort(443, { name: 'https', targetPort: 'https', nodePort: 30443 })
  .withClusterIps('10.96.0.1');
const admission = aService('edge/nginx-admission')
  .selecting(labels)
  .withPort(443, { name: 'https-webhook', targetPort: 'webhook' });
const nodes = ['n1', 'n2', 'n3'].map((name, index) =>
  aNode(name).withAddresses({ type: 'InternalIP', address: `192.0.2.${index + 1}` }),
);

const find = (cluster: ReturnType<typeof aCluster>) => findIngressControllers(cluster.build());
const only = (cluster: ReturnType<typeof aCluster>) => {
  const [controller, ...others] = find(cluster);
  if (controller === undefined) throw new Error('no controller was found');
  expect(others).toEqual([]);
  return controller;
};
const hosts = (cluster: ReturnType<typeof aCluster>) =>
  only(cluster).addresses.map(({ kind, host }) => `${kind} ${host}`);

const running = (text: string, podLabels = {}) =>
  aDeployment('edge/x')
    .withPodLabels({ app: 'x', ...podLabels })
    .withPodSpec({ containers: [{ name: 'c', image: text }] });

test.each([
  ['registry.k8s.io/ingress-nginx/controller:v1.15.1', 'ingress-nginx'],
  ['localhost:5000/ingress-nginx/controller-chroot', 'ingress-nginx'],
  ['rancher/nginx-ingress-controller:1', 'ingress-nginx'],
  ['nginx/nginx-ingress:5.5.4', 'nginx-f5'],
  ['registry.example.com/nginx-ic/nginx-plus-ingress:5', 'nginx-f5'],
  ['traefik:v3.7', 'traefik'],
  ['rancher/mirrored-library-traefik:3.5.1', 'traefik'],
  ['haproxytech/kubernetes-ingress:3.2', 'haproxytech'],
  ['quay.io/jcmoraisjr/haproxy-ingress:v0.15', 'haproxy-ingress'],
  ['kong/kong-gateway:3.9', 'kong'],
  ['kong:3.9', 'kong'],
])('[CTL-1] the image %s is %s', (text, family) => {
  expect(only(aCluster().with(running(text))).family).toBe(family);
});

test.each([
  ['nginx:1.27'],
  ['traefik/whoami'],
  ['registry.example.com/my-traefik:1'],
  ['envoyproxy/envoy:v1.34'],
  ['kong/kubernetes-ingress-controller:3.4'],
])('[CTL-1] the image %s is no controller that takes requests', (text) => {
  expect(find(aCluster().with(running(text)))).toEqual([]);
});

test('[CTL-1] where the image tells nothing the usual labels do', () => {
  expect(only(aCluster().with(running('auto', { istio: 'ingressgateway' }))).family).toBe('istio');
  expect(only(aCluster().with(running('mirror/x:1', labels))).family).toBe('ingress-nginx');
  const backend = { ...labels, 'app.kubernetes.io/component': 'default-backend' };
  expect(find(aCluster().with(running('mirror/x:1', backend)))).toEqual([]);
});

test("[CTL-1] an Envoy with Contour's container beside it is Contour's", () => {
  const envoy = aDaemonSet('projectcontour/envoy').withPodSpec({
    containers: [
      { name: 'shutdown-manager', image: 'ghcr.io/projectcontour/contour:v1.32' },
      { name: 'envoy', image: 'docker.io/envoyproxy/envoy:v1.34' },
    ],
  });
  expect(only(aCluster().with(envoy)).family).toBe('contour');
});

test('[CTL-2] it serves the IngressClasses of its controller name', () => {
  const cluster = aCluster().with(
    nginx,
    anIngressClass('public'),
    anIngressClass('internal'),
    anIngressClass('other').withController('traefik.io/ingress-controller'),
  );
  expect(only(cluster).classNames).toEqual(['internal', 'public']);
});

test('[CTL-2] the class it was started with narrows them', () => {
  const withArgs = (text: string, ...args: readonly string[]) =>
    running(text).withPodSpec({ containers: [{ name: 'c', image: text, args }] });
  const cluster = aCluster().with(
    anIngressClass('nginx'),
    anIngressClass('internal').withController('k8s.io/internal'),
    anIngressClass('f5-a').withController('nginx.org/ingress-controller'),
    anIngressClass('f5-b').withController('nginx.org/ingress-controller'),
    anIngressClass('ha').withController('haproxy.org/ingress-controller/prod'),
  );
  const classes = (workload: typeof nginx) => only(cluster.with(workload)).classNames;
  expect(classes(withArgs(image, '--controller-class=k8s.io/internal'))).toEqual(['internal']);
  expect(classes(withArgs(image, '--controller-class', 'k8s.io/internal'))).toEqual(['internal']);
  expect(classes(withArgs(image))).toEqual(['nginx']);
  expect(classes(withArgs('nginx/nginx-ingress:5', '-ingress-class=f5-b'))).toEqual(['f5-b']);
  expect(classes(withArgs('haproxytech/kubernetes-ingress:3'))).toEqual(['ha']);
});

test('[CTL-3] its Pods are those its selector matches and that have not ended, ready ones counted apart', () => {
  const cluster = aCluster().with(
    nginx,
    pod('a', 'n2'),
    pod('b', 'n1'),
    pod('c', 'n3').notReady(),
    pod('gone', 'n3').inPhase('Failed'),
    aPod('edge/other').labelled({ app: 'other' }).onNode('n3'),
  );
  expect(only(cluster)).toMatchObject({
    id: 'Deployment/edge/nginx',
    podCount: 3,
    readyCount: 2,
    nodeNames: ['n1', 'n2'],
  });
});

test('[CTL-4] Services for admission and metrics are not the way in', () => {
  const metrics = aService('edge/metrics').selecting(labels).withPort(10254, { name: 'metrics' });
  const controller = only(aCluster().with(nginx, entry, admission, metrics));
  expect(controller.services.map(({ metadata }) => metadata.name)).toEqual(['nginx']);
  expect(controller.ports).toEqual([
    { scheme: 'http', port: 80 },
    { scheme: 'https', port: 443 },
  ]);
});

test('[CTL-4] names tell the scheme where the numbers do not, and other protocols do not count', () => {
  const traefik = aService('edge/nginx')
    .selecting(labels)
    .withPort(8081, { name: 'web' })
    .withPort(8444, { name: 'websecure' })
    .withPort(8444, { name: 'http3', protocol: 'UDP' });
  expect(only(aCluster().with(nginx, traefik)).ports).toEqual([
    { scheme: 'http', port: 8081 },
    { scheme: 'https', port: 8444 },
  ]);
});

test('[CTL-5] on the host network it is reached at the Nodes of its ready Pods, by container ports', () => {
  const daemon = aDaemonSet('edge/nginx')
    .withPodLabels(labels)
    .withPodSpec({ hostNetwork: true, containers: [{ name: 'c', image, ports }] });
  const cluster = aCluster().with(daemon, ...nodes, pod('a', 'n2'), pod('b', 'n3').notReady());
  expect(only(cluster)).toMatchObject({
    way: 'hostNetwork',
    ports: [
      { scheme: 'http', port: 80 },
      { scheme: 'https', port: 443 },
    ],
  });
  expect(hosts(cluster)).toEqual(['node-internal 192.0.2.2']);
});

test('[CTL-5] host ports are reached the same way', () => {
  const hostPorts = [{ name: 'http', containerPort: 8080, hostPort: 80 }];
  const daemon = aDaemonSet('edge/nginx')
    .withPodLabels(labels)
    .withPodSpec({ containers: [{ name: 'c', image, ports: hostPorts }] });
  const controller = only(aCluster().with(daemon, ...nodes, pod('a', 'n1')));
  expect([controller.way, controller.ports, controller.addresses[0]?.host]).toEqual([
    'hostPort',
    [{ scheme: 'http', port: 80 }],
    '192.0.2.1',
  ]);
});

test('[CTL-5] a load balancer comes first once it has an address, and after the Nodes while it has none', () => {
  const balancer = entry.withType('LoadBalancer');
  const daemon = aDaemonSet('edge/nginx')
    .withPodLabels(labels)
    .withPodSpec({ hostNetwork: true, containers: [{ name: 'c', image, ports }] });
  const cluster = aCluster().with(daemon, pod('a', 'n1'), ...nodes);
  expect(only(cluster.with(balancer)).ways).toEqual(['hostNetwork', 'LoadBalancer', 'NodePort', 'ClusterIP']);
  const given = only(cluster.with(balancer.withLoadBalancerAddress({ ip: '203.0.113.7' })));
  expect([given.way, given.addresses[0]]).toEqual([
    'LoadBalancer',
    { kind: 'load-balancer', host: '203.0.113.7', nodeName: undefined, ports: given.ports },
  ]);
});

test('[CTL-5] node ports are reached at every ready Node', () => {
  const cluster = aCluster().with(nginx, entry.withType('NodePort'), aNode('n0').notReady(), ...nodes);
  const controller = only(cluster);
  expect([controller.way, controller.ports]).toEqual([
    'NodePort',
    [
      { scheme: 'http', port: 30080 },
      { scheme: 'https', port: 30443 },
    ],
  ]);
  expect(hosts(cluster)).toEqual([
    'node-internal 192.0.2.1',
    'node-internal 192.0.2.2',
    'node-internal 192.0.2.3',
    'cluster-ip 10.96.0.1',
  ]);
});

test('[CTL-5] with a cluster IP alone it is not reached from outside, but at an external IP it is', () => {
  expect(only(aCluster().with(nginx, entry)).way).toBe('ClusterIP');
  expect(hosts(aCluster().with(nginx, entry.withExternalIps('203.0.113.9')))).toEqual([
    'external-ip 203.0.113.9',
    'cluster-ip 10.96.0.1',
  ]);
  expect(only(aCluster().with(nginx))).toMatchObject({ way: 'ClusterIP', ways: [], addresses: [] });
});

test('[CTL-6] with local external traffic only Nodes with a ready Pod answer on node ports', () => {
  const local = entry.withType('NodePort').withSpec({ externalTrafficPolicy: 'Local' });
  const cluster = aCluster().with(nginx, local, pod('a', 'n2'), pod('b', 'n3').notReady(), ...nodes);
  expect(hosts(cluster)).toEqual(['node-internal 192.0.2.2', 'cluster-ip 10.96.0.1']);
});

test("[CTL-6] where Nodes cannot be read the Pods' own host addresses stand in", () => {
  const daemon = aDaemonSet('edge/nginx')
    .withPodLabels(labels)
    .withPodSpec({ hostNetwork: true, containers: [{ name: 'c', image, ports }] });
  const cluster = aCluster()
    .with(daemon, pod('a', 'n2').withStatus({ hostIP: '192.0.2.2' }), ...nodes)
    .withoutAccessTo('Node');
  expect(only(cluster).addresses).toMatchObject([{ host: '192.0.2.2', nodeName: 'n2' }]);
});

test('[CTL-7] several controllers stand in the order of namespace and name', () => {
  const cluster = aCluster().with(
    running('traefik:v3'),
    nginx,
    aDaemonSet('a/traefik').withPodSpec({ containers: [{ name: 'c', image: 'traefik:v3' }] }),
  );
  expect(find(cluster).map(({ id }) => id)).toEqual([
    'DaemonSet/a/traefik',
    'Deployment/edge/nginx',
    'Deployment/edge/x',
  ]);
});
