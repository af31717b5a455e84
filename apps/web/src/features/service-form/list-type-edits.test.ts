import { applyEdits, treeOf, type ServiceType } from '@fairlead/edits';
import { checkServiceFields } from '@fairlead/routing';
import { expect, test } from 'vitest';
import type { EditedService } from './form-props.ts';
import { listTypeEdits } from './list-type-edits.ts';
import { aStoredService } from './testing/render-service-form.tsx';

const stored: Readonly<Record<ServiceType, EditedService>> = {
  ClusterIP: aStoredService({
    type: 'ClusterIP',
    clusterIP: '10.96.0.10',
    clusterIPs: ['10.96.0.10'],
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    internalTrafficPolicy: 'Cluster',
    ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    selector: { app: 'web' },
  }),
  Headless: aStoredService({
    type: 'ClusterIP',
    clusterIP: 'None',
    clusterIPs: ['None'],
    ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    selector: { app: 'web' },
  }),
  NodePort: aStoredService({
    type: 'NodePort',
    clusterIP: '10.96.0.10',
    clusterIPs: ['10.96.0.10'],
    externalTrafficPolicy: 'Local',
    ports: [
      { name: 'http', port: 80, nodePort: 30_080 },
      { name: 'https', port: 443, nodePort: 30_443 },
    ],
  }),
  LoadBalancer: aStoredService({
    type: 'LoadBalancer',
    clusterIP: '10.96.0.10',
    clusterIPs: ['10.96.0.10'],
    externalTrafficPolicy: 'Local',
    healthCheckNodePort: 30_200,
    loadBalancerClass: 'example.com/vip',
    allocateLoadBalancerNodePorts: true,
    loadBalancerSourceRanges: ['203.0.113.0/24'],
    ports: [{ name: 'http', port: 80, nodePort: 30_080 }],
  }),
  ExternalName: aStoredService({ type: 'ExternalName', externalName: 'db.example.com' }),
};
const types: readonly ServiceType[] = ['ClusterIP', 'Headless', 'NodePort', 'LoadBalancer', 'ExternalName'];
const pairs = types.flatMap((from) => types.filter((to) => to !== from).map((to) => [from, to] as const));

function switched(service: EditedService, base: EditedService, to: ServiceType): EditedService {
  const applied = applyEdits(service, listTypeEdits(service, base, to));
  if (applied.kind === 'stale') throw new Error('An edit does not fit.');
  return applied.object;
}

test.each(pairs)('%s to %s leaves nothing that the new type does not have', (from, to) => {
  const base = stored[from];
  const errors = checkServiceFields(switched(base, base, to))
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)
    .filter((code) => code !== 'external-name-required' && code !== 'ports-required');
  expect(errors).toEqual([]);
});

test.each(pairs)('%s to %s and back is what it was', (from, to) => {
  const base = stored[from];
  expect(treeOf(switched(switched(base, base, to), base, from))).toEqual(treeOf(base));
});
