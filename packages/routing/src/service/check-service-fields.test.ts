import type { Service } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { checkServiceFields, isPortName } from './check-service-fields.ts';

const service = (
  spec: Service['spec'],
  name = 'web',
  metadata: Partial<Service['metadata']> = {},
): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop', ...metadata },
  spec,
});

const found = (spec: Service['spec'], name?: string): readonly string[] =>
  checkServiceFields(service(spec, name)).map(
    ({ path, code, severity }) => `${path.join('.')} ${severity === 'warning' ? '~' : ''}${code}`,
  );

const web = { port: 80 };

test.each<[string, Service['spec'], readonly string[]]>([
  ['a plain Service', { ports: [web], selector: { app: 'web' } }, []],
  ['[SVC-25] no ports', {}, ['spec.ports ports-required']],
  ['[SVC-25] headless without ports', { clusterIP: 'None' }, []],
  ['[SVC-25] ExternalName without ports', { type: 'ExternalName', externalName: 'db.example.com' }, []],
  ['[SVC-25] a port of 0', { ports: [{ port: 0 }] }, ['spec.ports.0.port port-out-of-range']],
  ['[SVC-25] a port of 65536', { ports: [{ port: 65_536 }] }, ['spec.ports.0.port port-out-of-range']],
  [
    '[SVC-25] the same number and protocol twice',
    {
      ports: [
        { name: 'a', port: 80 },
        { name: 'b', port: 80, protocol: 'TCP' },
      ],
    },
    ['spec.ports.1.port port-taken'],
  ],
  [
    '[SVC-25] the same number for TCP and UDP is fine',
    {
      ports: [
        { name: 'a', port: 53 },
        { name: 'b', port: 53, protocol: 'UDP' },
      ],
    },
    [],
  ],
  [
    '[SVC-25] an unknown protocol',
    { ports: [{ port: 80, protocol: 'HTTP' }] },
    ['spec.ports.0.protocol protocol-unknown'],
  ],
  [
    '[SVC-26] several ports without names',
    { ports: [{ port: 80 }, { port: 443 }] },
    ['spec.ports.0.name port-name-required', 'spec.ports.1.name port-name-required'],
  ],
  [
    '[SVC-26] a name twice',
    {
      ports: [
        { name: 'a', port: 80 },
        { name: 'a', port: 81 },
      ],
    },
    ['spec.ports.1.name port-name-taken'],
  ],
  [
    '[SVC-26] a name of capitals',
    { ports: [{ name: 'HTTP', port: 80 }] },
    ['spec.ports.0.name port-name-not-dns-label'],
  ],
  [
    '[SVC-26] a name that an Ingress cannot use',
    { ports: [{ name: 'grpc-internal-api-v2', port: 80 }] },
    ['spec.ports.0.name ~port-name-not-for-ingress'],
  ],
  [
    '[SVC-27] a target that is no port name',
    { ports: [{ port: 80, targetPort: '8080' }] },
    ['spec.ports.0.targetPort target-port-not-a-port-name'],
  ],
  ['[SVC-27] a target by name', { ports: [{ port: 80, targetPort: 'http' }] }, []],
  [
    '[SVC-27] a target beyond the range',
    { ports: [{ port: 80, targetPort: 70_000 }] },
    ['spec.ports.0.targetPort port-out-of-range'],
  ],
  [
    '[SVC-28] a node port of a ClusterIP',
    { ports: [{ port: 80, nodePort: 30_001 }] },
    ['spec.ports.0.nodePort node-port-not-allowed'],
  ],
  [
    '[SVC-28] a node port twice',
    {
      type: 'NodePort',
      ports: [
        { name: 'a', port: 80, nodePort: 30_001 },
        { name: 'b', port: 81, nodePort: 30_001 },
      ],
    },
    ['spec.ports.1.nodePort node-port-taken'],
  ],
  [
    '[SVC-28] a node port beyond the usual range',
    { type: 'NodePort', ports: [{ port: 80, nodePort: 8080 }] },
    ['spec.ports.0.nodePort ~node-port-out-of-range'],
  ],
  [
    '[SVC-29] ExternalName without a name',
    { type: 'ExternalName' },
    ['spec.externalName external-name-required'],
  ],
  [
    '[SVC-29] ExternalName with an address',
    { type: 'ExternalName', externalName: '192.0.2.1' },
    ['spec.externalName ~external-name-is-an-address'],
  ],
  [
    '[SVC-29] ExternalName with an underscore',
    { type: 'ExternalName', externalName: 'a_b.example.com' },
    ['spec.externalName external-name-not-a-name'],
  ],
  [
    '[SVC-30] headless and NodePort',
    { type: 'NodePort', clusterIP: 'None', ports: [web] },
    ['spec.type headless-needs-cluster-ip-type'],
  ],
  [
    '[SVC-30] a selector of an ExternalName',
    { type: 'ExternalName', externalName: 'a.example', selector: { app: 'a' } },
    ['spec.selector ~ignored-by-external-name'],
  ],
  [
    '[SVC-31] source ranges',
    { type: 'LoadBalancer', ports: [web], loadBalancerSourceRanges: ['10.0.0.0/8', '10.0.0.0', '::/129'] },
    ['spec.loadBalancerSourceRanges.1 not-a-cidr', 'spec.loadBalancerSourceRanges.2 not-a-cidr'],
  ],
  [
    '[SVC-31] load balancer fields of a ClusterIP',
    { ports: [web], loadBalancerClass: 'a.b/c', allocateLoadBalancerNodePorts: false },
    [
      'spec.loadBalancerClass only-for-load-balancer',
      'spec.allocateLoadBalancerNodePorts only-for-load-balancer',
    ],
  ],
  [
    '[SVC-32] external policy where nothing comes from outside',
    { ports: [web], externalTrafficPolicy: 'Local' },
    ['spec.externalTrafficPolicy only-from-outside'],
  ],
  [
    '[SVC-32] external policy with an external IP',
    { ports: [web], externalTrafficPolicy: 'Local', externalIPs: ['192.0.2.1'] },
    [],
  ],
  [
    '[SVC-32] affinity for longer than a day',
    {
      ports: [web],
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 86_401 } },
    },
    ['spec.sessionAffinityConfig.clientIP.timeoutSeconds affinity-timeout-out-of-range'],
  ],
  [
    '[SVC-33] external IPs',
    { ports: [web], externalIPs: ['nope', '127.0.0.1', '0.0.0.0', '::', '203.0.113.9'] },
    [
      'spec.externalIPs.0 not-an-address',
      'spec.externalIPs.1 address-not-allowed',
      'spec.externalIPs.2 address-not-allowed',
      'spec.externalIPs.3 address-not-allowed',
    ],
  ],
  [
    '[SVC-34] a selector key with two slashes',
    { ports: [web], selector: { 'a/b/c': 'web' } },
    ['spec.selector.a/b/c key-invalid'],
  ],
  [
    '[SVC-34] an appProtocol with a space',
    { ports: [{ port: 80, appProtocol: 'h 2' }] },
    ['spec.ports.0.appProtocol app-protocol-invalid'],
  ],
  ['[SVC-34] an appProtocol with a domain', { ports: [{ port: 80, appProtocol: 'kubernetes.io/h2c' }] }, []],
  [
    '[SVC-34] a load balancer class with a space',
    { type: 'LoadBalancer', ports: [web], loadBalancerClass: 'my lb' },
    ['spec.loadBalancerClass class-name-invalid'],
  ],
  [
    '[SVC-35] a cluster IP that is none',
    { ports: [web], clusterIP: '10.0.0' },
    ['spec.clusterIP not-an-address'],
  ],
  [
    '[SVC-35] [SVC-36] an ExternalName with addresses',
    {
      type: 'ExternalName',
      externalName: 'db.example.com.',
      clusterIP: '10.0.0.1',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
    },
    [
      'spec.clusterIP not-for-external-name',
      'spec.ipFamilies not-for-external-name',
      'spec.ipFamilyPolicy not-for-external-name',
    ],
  ],
  [
    '[SVC-36] two families on a single stack',
    { ports: [web], ipFamilies: ['IPv4', 'IPv6'] },
    ['spec.ipFamilyPolicy families-need-dual-stack'],
  ],
  [
    '[SVC-36] two families on two stacks',
    { ports: [web], ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' },
    [],
  ],
  [
    '[SVC-36] a family twice',
    { ports: [web], ipFamilies: ['IPv4', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' },
    ['spec.ipFamilies family-twice'],
  ],
  [
    '[SVC-36] a family of another name',
    { ports: [web], ipFamilies: ['ipv4'] },
    ['spec.ipFamilies value-unknown'],
  ],
  [
    '[SVC-37] words in the wrong case',
    {
      type: 'nodePort',
      ports: [web],
      sessionAffinity: 'clientIP',
      internalTrafficPolicy: 'local',
      ipFamilyPolicy: 'Dual',
      trafficDistribution: 'PreferZone',
    },
    [
      'spec.type value-unknown',
      'spec.sessionAffinity value-unknown',
      'spec.internalTrafficPolicy value-unknown',
      'spec.ipFamilyPolicy value-unknown',
      'spec.trafficDistribution value-unknown',
    ],
  ],
  [
    '[SVC-32] a timeout without affinity',
    { ports: [web], sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } } },
    ['spec.sessionAffinityConfig affinity-timeout-without-affinity'],
  ],
  [
    '[SVC-38] a health check port without Local',
    { type: 'LoadBalancer', ports: [web], healthCheckNodePort: 30_100 },
    ['spec.healthCheckNodePort health-check-needs-local'],
  ],
  [
    '[SVC-38] a health check port with Local',
    { type: 'LoadBalancer', ports: [web], externalTrafficPolicy: 'Local', healthCheckNodePort: 30_100 },
    [],
  ],
  [
    '[SVC-38] a health check port beyond all ports',
    { type: 'LoadBalancer', ports: [web], externalTrafficPolicy: 'Local', healthCheckNodePort: 70_000 },
    ['spec.healthCheckNodePort port-out-of-range'],
  ],
  [
    '[SVC-34] a selector value with a space',
    { ports: [web], selector: { app: 'my web' } },
    ['spec.selector.app label-value-invalid'],
  ],
])('%s', (_title, spec, expected) => {
  expect(found(spec)).toEqual(expected);
});

test.each(['Web', 'web_1', 'a.b', '', '-a', 'x'.repeat(64)])('[SVC-24] no name for a Service: %s', (name) => {
  expect(found({ ports: [web] }, name)).toEqual(['metadata.name name-not-dns-label']);
});

test('[SVC-24] a name that starts with a digit is for newer API servers', () => {
  expect(found({ ports: [web] }, '2048')).toEqual(['metadata.name ~name-starts-with-digit']);
});

test('[SVC-34] labels and annotations: keys, and of labels the values', () => {
  const labels = { app: 'web shop', 'a b': 'x', '': 'x', __proto__2: 'x', 'Example.com/a': 'x' };
  const annotations = { 'Example.com/a': 'any thing', 'a b': '', 'x/': '' };
  const checks = checkServiceFields(service({ ports: [web] }, 'web', { labels, annotations }));
  expect(checks.map(({ path, code }) => `${path.slice(1).join(' ')}: ${code}`)).toEqual([
    'labels app: label-value-invalid',
    'labels a b: key-invalid',
    'labels : key-invalid',
    'labels __proto__2: key-invalid',
    'labels Example.com/a: key-invalid',
    'annotations a b: key-invalid',
    'annotations x/: key-invalid',
  ]);
});

test.each([
  ['http', true],
  ['80', false],
  ['a--b', false],
  ['a-', false],
  ['abcdefghijklmno', true],
  ['abcdefghijklmnop', false],
])('[SVC-26] %s as a port name of an Ingress or container: %s', (name, expected) => {
  expect(isPortName(name)).toBe(expected);
});
