import { expect, test } from 'vitest';
import { applyEdits } from './apply-edit.ts';
import { canChangeServiceType, listServiceTypeEdits, type ServiceType } from './service-type.ts';
import type { EditedObject } from './edit.ts';

type EditedService = Extract<EditedObject, { kind: 'Service' }>;

const service = (spec: EditedService['spec']): EditedService =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec,
  }) as unknown as EditedService;

const loadBalancer = service({
  type: 'LoadBalancer',
  clusterIP: '10.96.0.7',
  clusterIPs: ['10.96.0.7'],
  ipFamilies: ['IPv4'],
  ipFamilyPolicy: 'SingleStack',
  internalTrafficPolicy: 'Cluster',
  externalTrafficPolicy: 'Local',
  healthCheckNodePort: 31_000,
  allocateLoadBalancerNodePorts: true,
  loadBalancerClass: 'example.com/lb',
  ports: [{ name: 'http', port: 80, nodePort: 30_001 }],
  selector: { app: 'web' },
});
const address = { clusterIP: '10.96.0.7', clusterIPs: ['10.96.0.7'] };
const families = { ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack', internalTrafficPolicy: 'Cluster' };

test.each<[ServiceType, unknown]>([
  [
    'NodePort',
    {
      type: 'NodePort',
      ...address,
      ...families,
      externalTrafficPolicy: 'Local',
      ports: [{ name: 'http', port: 80, nodePort: 30_001 }],
      selector: { app: 'web' },
    },
  ],
  [
    'ClusterIP',
    {
      type: 'ClusterIP',
      ...address,
      ...families,
      ports: [{ name: 'http', port: 80 }],
      selector: { app: 'web' },
    },
  ],
  [
    'Headless',
    {
      type: 'ClusterIP',
      clusterIP: 'None',
      ...families,
      ports: [{ name: 'http', port: 80 }],
      selector: { app: 'web' },
    },
  ],
  ['ExternalName', { type: 'ExternalName', ports: [{ name: 'http', port: 80 }], selector: { app: 'web' } }],
])('a load balancer turned into %s has nothing left of the old type', (to, spec) => {
  const outcome = applyEdits(loadBalancer, listServiceTypeEdits(loadBalancer, to));
  expect(outcome.kind).toBe('applied');
  if (outcome.kind === 'applied') expect(outcome.object.spec).toEqual(spec);
});

test('a policy for requests from outside stays where external IPs let them in', () => {
  const nodePort = service({
    type: 'NodePort',
    externalIPs: ['192.0.2.7'],
    externalTrafficPolicy: 'Local',
    ports: [{ port: 80 }],
  });
  expect(listServiceTypeEdits(nodePort, 'ClusterIP')).toEqual([
    { kind: 'set-field', field: 'type', from: 'NodePort', to: 'ClusterIP' },
  ]);
});

test('turning a Service into what it is changes nothing', () => {
  expect(listServiceTypeEdits(loadBalancer, 'LoadBalancer')).toEqual([]);
});

test('to and from headless a stored Service has to be made anew', () => {
  const headless = service({ clusterIP: 'None' });
  expect(canChangeServiceType(headless, 'ClusterIP')).toBe(false);
  expect(canChangeServiceType(loadBalancer, 'Headless')).toBe(false);
  expect(canChangeServiceType(headless, 'ExternalName')).toBe(true);
  expect(canChangeServiceType(loadBalancer, 'ClusterIP')).toBe(true);
});
