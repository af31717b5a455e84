import {
  aCluster,
  aDeployment,
  aNode,
  anIngress,
  anIngressClass,
  aService,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { listRuleUrls } from './list-rule-urls.ts';

const labels = { app: 'nginx' };
const balancer = aService('edge/nginx')
  .selecting(labels)
  .withPort(80, { name: 'http', nodePort: 30080 })
  .withPort(443, { name: 'https', nodePort: 30443 })
  .withType('LoadBalancer')
  .withLoadBalancerAddress({ ip: '203.0.113.7' });
const edge = aCluster().with(
  anIngressClass('nginx'),
  aDeployment('edge/nginx')
    .withPodLabels(labels)
    .withPodSpec({ containers: [{ name: 'c', image: 'registry.k8s.io/ingress-nginx/controller:v1' }] }),
);
const shop = anIngress('shop/web').withClass('nginx');
const place = { host: 'shop.example.com', path: '/cart' };

test('[URL-1] the addresses of the controller that serves the class come first, then that of the status, each once', () => {
  const node = aNode('n1').withAddresses({ type: 'InternalIP', address: '192.0.2.1' });
  const ingress = shop.withAddress({ ip: '203.0.113.7' }).withAddress({ ip: '192.0.2.99' }).build();
  const urls = listRuleUrls(edge.with(balancer.withClusterIps('10.96.0.1'), node).build(), ingress, place);
  expect(urls.map(({ source, address, url }) => [source, address, url])).toEqual([
    ['load-balancer', '203.0.113.7', 'http://shop.example.com/cart'],
    ['node-internal', '192.0.2.1', 'http://shop.example.com:30080/cart'],
    ['cluster-ip', '10.96.0.1', 'http://shop.example.com/cart'],
    ['ingress-status', '192.0.2.99', 'http://shop.example.com/cart'],
  ]);
  expect(urls.map(({ controllerId }) => controllerId)[0]).toBe('Deployment/edge/nginx');
});

test('[URL-1] a controller of another class is not asked', () => {
  const other = anIngress('shop/web').withClass('traefik').withAddress({ ip: '192.0.2.99' }).build();
  const reader = edge
    .with(balancer, anIngressClass('traefik').withController('traefik.io/ingress-controller'))
    .build();
  expect(listRuleUrls(reader, other, place).map(({ address }) => address)).toEqual(['192.0.2.99']);
});

test('[URL-2] the scheme is https with TLS, and the port that of the scheme at the address', () => {
  const tls = shop.withTls(['shop.example.com'], 'tls');
  expect(listRuleUrls(edge.with(balancer).build(), tls.build(), place)[0]?.url).toBe(
    'https://shop.example.com/cart',
  );
  const plainOnly = aService('edge/nginx')
    .selecting(labels)
    .withPort(80, { name: 'http' })
    .withClusterIps('10.96.0.1');
  expect(listRuleUrls(edge.with(plainOnly).build(), tls.build(), place)).toMatchObject([
    { source: 'unknown', url: 'https://shop.example.com/cart' },
  ]);
});

test('[URL-3] without a known address the URL stands alone', () => {
  expect(listRuleUrls(aCluster().build(), shop.build(), place)).toEqual([
    {
      url: 'http://shop.example.com/cart',
      curl: "curl 'http://shop.example.com/cart'",
      hostsLine: undefined,
      address: undefined,
      source: 'unknown',
      controllerId: undefined,
      hasPlaceholder: false,
    },
  ]);
});

test('[URL-4] curl and a hosts file lead to an IP address without DNS', () => {
  const [first] = listRuleUrls(edge.with(balancer).build(), shop.build(), place);
  expect(first?.curl).toBe("curl --resolve 'shop.example.com:80:203.0.113.7' 'http://shop.example.com/cart'");
  expect(first?.hostsLine).toBe('203.0.113.7 shop.example.com');
  const v6 = shop.withAddress({ ip: '2001:db8::1' }).build();
  expect(listRuleUrls(aCluster().build(), v6, place)[0]?.curl).toContain(
    "'shop.example.com:80:[2001:db8::1]'",
  );
});

test('[URL-4] a load balancer known by name is connected to, and no hosts file can name it', () => {
  const named = shop.withAddress({ hostname: 'lb.example.net' }).build();
  expect(listRuleUrls(aCluster().build(), named, place)[0]).toMatchObject({
    curl: "curl --connect-to 'shop.example.com:80:lb.example.net:80' 'http://shop.example.com/cart'",
    hostsLine: undefined,
  });
});

test('[URL-5] any host is asked by address, a wildcard with a word in its place', () => {
  const reader = edge.with(balancer).build();
  expect(listRuleUrls(reader, shop.build(), { host: '', path: '/' })[0]).toMatchObject({
    url: 'http://203.0.113.7/',
    curl: "curl 'http://203.0.113.7/'",
    hostsLine: undefined,
  });
  expect(listRuleUrls(reader, shop.build(), { host: '*.example.com', path: '/' })[0]).toMatchObject({
    url: 'http://anything.example.com/',
    hasPlaceholder: true,
  });
  expect(listRuleUrls(aCluster().build(), shop.build(), { host: '', path: '/' })).toEqual([]);
});

test.each([
  ['', '/'],
  ['/a b', '/a%20b'],
  ['/föö', '/f%C3%B6%C3%B6'],
  ['/f%C3%B6', '/f%C3%B6'],
  ['/100%', '/100%25'],
  ['/a?b#c', '/a%3Fb%23c'],
  ['/line\nbreak\u202E', '/line%0Abreak%E2%80%AE'],
  ['/\uD800', '/%EF%BF%BD'],
])('[URL-5] the path %j is %s in a URL', (path, expected) => {
  expect(listRuleUrls(aCluster().build(), shop.build(), { ...place, path })[0]?.url).toBe(
    `http://shop.example.com${expected}`,
  );
});

test('[URL-6] what stands in an object cannot break out of a line to paste', () => {
  const reader = aCluster().build();
  const [first] = listRuleUrls(reader, shop.build(), { ...place, path: "/'; touch x; '$(y)`z`" });
  expect(first?.curl).toBe(
    String.raw`curl 'http://shop.example.com/'\''; touch x; '\''$(y)%60z%60'`.replaceAll(
      '; touch x; ',
      ';%20touch%20x;%20',
    ),
  );
  expect(
    listRuleUrls(reader, shop.build(), { ...place, host: 'a.example.com\n10.0.0.1 bank.example' }),
  ).toEqual([]);
  expect(listRuleUrls(reader, shop.build(), { ...place, host: "a'b" })).toEqual([]);
  const odd = shop.withAddress({ ip: '1.2.3.4 evil.example' }).withAddress({ hostname: '$(x)' }).build();
  expect(listRuleUrls(reader, odd, place).map(({ source }) => source)).toEqual(['unknown']);
});
