import type { Service } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { checkServiceFields, isPortName } from './check-service-fields.ts';

const service = (spec: Service['spec'], name = 'web'): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
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
    { ports: [web], sessionAffinityConfig: { clientIP: { timeoutSeconds: 86_401 } } },
    ['spec.sessionAffinityConfig.clientIP.timeoutSeconds affinity-timeout-out-of-range'],
  ],
  [
    '[SVC-33] external IPs',
    { ports: [web], externalIPs: ['nope', '127.0.0.1'] },
    ['spec.externalIPs.0 not-an-address', 'spec.externalIPs.1 address-not-allowed'],
  ],
  [
    '[SVC-33] a selector value with a space',
    { ports: [web], selector: { app: 'my web' } },
    ['spec.selector.app label-value-invalid'],
  ],
])('%s', (_title, spec, expected) => {
  expect(found(spec)).toEqual(expected);
});

test.each(['Web', 'web_1', 'a.b', '', '-a', 'x'.repeat(64)])('[SVC-24] no name for a Service: %s', (name) => {
  expect(found({ ports: [web] }, name)).toEqual(['metadata.name name-not-dns-label']);
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
