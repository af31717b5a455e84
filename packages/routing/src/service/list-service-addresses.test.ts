import { aCluster, aNode, aPod, aService, aSlice } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { listServiceAddresses } from './list-service-addresses.ts';

const web = aService('shop/web').withPort(80, { name: 'http', targetPort: 8080 }).withClusterIps('10.96.0.1');
const nodes = [
  aNode('worker-1').withAddresses(
    { type: 'InternalIP', address: '192.0.2.11' },
    { type: 'ExternalIP', address: '198.51.100.11' },
    { type: 'Hostname', address: 'worker-1' },
  ),
  aNode('worker-2').withAddresses({ type: 'InternalIP', address: '2001:db8::12' }),
];

const texts = (service: typeof web, cluster = aCluster()) =>
  listServiceAddresses(cluster.build(), service.build()).map(({ kind, text }) => `${kind} ${text}`);

test('[ADR-1] every Service has a name in DNS, in the domain of the cluster', () => {
  expect(texts(web)).toContain('dns web.shop.svc.cluster.local:80');
  expect(
    listServiceAddresses(aCluster().build(), web.build(), 'example.internal').map(({ host }) => host),
  ).toContain('web.shop.svc.example.internal');
});

test('[ADR-2] each cluster IP stands with the port, IPv6 in brackets', () => {
  expect(texts(web.withClusterIps('10.96.0.1', 'fd00::1'))).toEqual([
    'dns web.shop.svc.cluster.local:80',
    'cluster-ip 10.96.0.1:80',
    'cluster-ip [fd00::1]:80',
  ]);
});

test('[ADR-3] a node port is open on every Node, at its external and internal addresses', () => {
  const service = aService('shop/web').withPort(80, { nodePort: 30080 }).withType('NodePort');
  const found = listServiceAddresses(
    aCluster()
      .with(...nodes)
      .build(),
    service.build(),
  );
  expect(
    found
      .filter(({ kind }) => kind === 'node-port')
      .map(({ text, nodeName, reach }) => [text, nodeName, reach]),
  ).toEqual([
    ['198.51.100.11:30080', 'worker-1', 'outside'],
    ['192.0.2.11:30080', 'worker-1', 'outside'],
    ['[2001:db8::12]:30080', 'worker-2', 'outside'],
  ]);
});

test('[ADR-3] a load balancer Service without node ports has none on the Nodes, nor has one whose Nodes are hidden', () => {
  const cluster = aCluster().with(...nodes);
  const hasNodePorts = (service: typeof web, given = cluster) =>
    texts(service, given).some((text) => text.startsWith('node-port'));
  const withNodePort = aService('shop/web').withPort(80, { nodePort: 30080 });
  expect(hasNodePorts(withNodePort.withType('LoadBalancer'))).toBe(true);
  expect(hasNodePorts(web.withType('LoadBalancer'))).toBe(false);
  expect(hasNodePorts(withNodePort.withType('ClusterIP'))).toBe(false);
  expect(hasNodePorts(withNodePort.withType('NodePort'), cluster.withoutAccessTo('Node'))).toBe(false);
});

test('[ADR-4] a load balancer answers at each address it has, by name before by IP address', () => {
  const service = web
    .withType('LoadBalancer')
    .withLoadBalancerAddress({ ip: '203.0.113.7' })
    .withLoadBalancerAddress({ hostname: 'lb.example.net', ip: '203.0.113.8' })
    .withLoadBalancerAddress({});
  expect(texts(service).filter((text) => text.startsWith('load-balancer'))).toEqual([
    'load-balancer 203.0.113.7:80',
    'load-balancer lb.example.net:80',
  ]);
});

test('[ADR-4] an address left over from when a Service was a load balancer is none', () => {
  expect(texts(web.withLoadBalancerAddress({ ip: '203.0.113.7' })).join()).not.toContain('203.0.113.7');
});

test('[ADR-5] external IPs stand with the port', () => {
  expect(texts(web.withExternalIps('203.0.113.9'))).toContain('external-ip 203.0.113.9:80');
});

test('[ADR-6] a headless Service is addressed by name and with the port of the Pods', () => {
  const db = aService('shop/db')
    .withPort(5432, { name: 'pg', targetPort: 'pg' })
    .selecting({ app: 'db' })
    .headless();
  const pod = (name: string) => aPod(`shop/${name}`).labelled({ app: 'db' }).withContainerPort('pg', 15432);
  const slice = aSlice('shop/db-1')
    .of('db')
    .withPort(15432, { name: 'pg' })
    .withEndpoint('10.0.0.1', { hostname: 'db-1', pod: pod('db-1') })
    .withEndpoint('10.0.0.2', { hostname: 'db-0', pod: pod('db-0') })
    .withEndpoint('10.0.0.3');
  expect(texts(db, aCluster().with(pod('db-0'), pod('db-1'), slice))).toEqual([
    'dns db.shop.svc.cluster.local:15432',
    'pod-dns db-0.db.shop.svc.cluster.local:15432',
    'pod-dns db-1.db.shop.svc.cluster.local:15432',
  ]);
  expect(texts(db)).toEqual(['dns db.shop.svc.cluster.local']);
  expect(texts(db.withSpec({ ports: [] }))).toEqual(['dns db.shop.svc.cluster.local']);
});

test('[ADR-7] an ExternalName is addressed by its own name and leads to the other', () => {
  const partner = aService('shop/partner').external('api.example.org');
  expect(texts(partner)).toEqual(['dns partner.shop.svc.cluster.local', 'external-name api.example.org']);
  expect(texts(partner.withPort(443))).toEqual([
    'dns partner.shop.svc.cluster.local:443',
    'external-name api.example.org:443',
  ]);
});
